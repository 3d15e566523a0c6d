import { SegmentedControl, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Meeting, updateMeeting } from '../../contract/meetings.ts';
import { call } from '../api/call.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { useMay } from '../me/queries.ts';
import { Panel } from '../ui/Panel.tsx';
import classes from './meetings.module.css';
import { SelfSavingText } from './SelfSavingText.tsx';

/** What was said, and how it went. */
export function NotesPanel({ meeting }: { readonly meeting: Meeting }) {
  const mayEdit = useMay('edit_companies');
  return (
    <Panel title="Notes" actions={mayEdit ? <Sentiment meeting={meeting} /> : null}>
      {mayEdit ? (
        <SelfSavingText
          meeting={meeting}
          field="notes"
          label="Notes"
          placeholder="Type while you talk: it saves itself, and others can note at the same time"
          minRows={10}
        />
      ) : (
        <Text className={classes.text ?? ''} c={meeting.notes ? '' : 'dimmed'} dir="auto">
          {meeting.notes ?? 'No notes'}
        </Text>
      )}
    </Panel>
  );
}

const SENTIMENTS = [
  { value: 'good', label: 'Good' },
  { value: 'mixed', label: 'Mixed' },
  { value: 'poor', label: 'Poor' },
];

/** How it went, one of three; what an import says in other words is shown until one is chosen. */
function Sentiment({ meeting }: { readonly meeting: Meeting }) {
  const changed = useEngagementChanged();
  const set = useMutation({
    mutationFn: (sentiment: string) =>
      call(updateMeeting, { params: { id: meeting.id }, body: { sentiment } }),
    onSettled: changed,
  });
  const sentiment = set.isPending ? set.variables : (meeting.sentiment ?? '');
  const known = SENTIMENTS.some(({ value }) => value === sentiment);
  return (
    <SegmentedControl
      size="xs"
      aria-label="How it went"
      data={known || sentiment === '' ? SENTIMENTS : [{ value: sentiment, label: sentiment }, ...SENTIMENTS]}
      value={sentiment}
      onChange={(value) => set.mutate(value)}
    />
  );
}
