import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import type { AgendaItem } from '../../contract/meeting-agenda.ts';
import type { Meeting } from '../../contract/meetings.ts';
import { useMay } from '../me/queries.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import classes from './meetings.module.css';
import { agendaProposalQuery } from './queries.ts';
import { SelfSavingText } from './SelfSavingText.tsx';

/** What a meeting is to be about, with what is open as lines to take over. */
export function AgendaPanel({ meeting }: { readonly meeting: Meeting }) {
  const mayEdit = useMay('edit_companies');
  if (!mayEdit)
    return (
      <Panel title="Agenda">
        <Text className={classes.text ?? ''} c={meeting.agenda ? '' : 'dimmed'} dir="auto">
          {meeting.agenda ?? 'No agenda yet'}
        </Text>
      </Panel>
    );
  return (
    <Panel title="Agenda">
      <SelfSavingText
        meeting={meeting}
        field="agenda"
        label="Agenda"
        placeholder="One line per point"
        minRows={4}
      >
        {(add, text) =>
          meeting.status === 'planned' ? <Proposals meeting={meeting.id} text={text} onAdd={add} /> : null
        }
      </SelfSavingText>
    </Panel>
  );
}

interface ProposalsProps {
  readonly meeting: string;
  readonly text: string;
  readonly onAdd: (line: string) => void;
}

function Proposals({ meeting, text, onAdd }: ProposalsProps) {
  const proposals = useQuery(agendaProposalQuery(meeting));
  if (proposals.isPending) return <Skeleton h={60} mt="sm" />;
  const taken = new Set(text.split('\n').map((line) => line.trim()));
  const open = (proposals.data ?? []).filter((item) => !taken.has(item.text));
  if (open.length === 0) return null;
  return (
    <section className={classes.proposals} aria-label="Proposed for the agenda">
      <Group justify="space-between" gap="xs">
        <Text fz="sm" fw={600}>
          Open with this client
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onAdd(open.map((item) => item.text).join('\n'))}
        >
          Add all {open.length}
        </Button>
      </Group>
      <ul className={classes.plainList}>
        {open.map((item) => (
          <Proposal key={`${item.source} ${item.id}`} item={item} onAdd={onAdd} />
        ))}
      </ul>
    </section>
  );
}

const Proposal = ({ item, onAdd }: { readonly item: AgendaItem; readonly onAdd: (line: string) => void }) => (
  <li className={classes.proposal}>
    <IconButton icon={Plus} label={`Add to the agenda: ${item.text}`} onClick={() => onAdd(item.text)} />
    <span>
      {item.text}
      <Text component="span" display="block" fz="xs" c="dimmed">
        {item.why}
      </Text>
    </span>
  </li>
);
