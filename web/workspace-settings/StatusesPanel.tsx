import { Button, ColorInput, Select, Text, TextInput } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { IconButton } from '../ui/IconButton.tsx';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { movedAfter } from '../ui/reorder/drop-place.ts';
import { ReorderHandle } from '../ui/reorder/ReorderHandle.tsx';
import { useReorder } from '../ui/reorder/use-reorder.ts';
import { Problem } from './CurrencyPanel.tsx';
import { SWATCHES } from './swatches.ts';
import type { Editing } from './use-workspace-settings.ts';
import { type EditedStatus, goneStatuses } from './values.ts';
import classes from './workspace-settings.module.css';

const STATES: { value: EditedStatus['state']; label: string }[] = [
  { value: 'not_started', label: 'Not started' },
  { value: 'started', label: 'Started' },
  { value: 'completed', label: 'Completed' },
  { value: 'declined', label: 'Declined' },
];

/** The statuses that recommendations go through. */
export function StatusesPanel({ editing }: { readonly editing: Editing }) {
  const { values, stored, problems, set } = editing;
  const statuses = values.recommendationStatuses;
  const counts = new Map(stored.recommendationStatuses.map((it) => [it.name, it.recommendations]));
  const put = (at: number, part: Partial<EditedStatus>) =>
    set({ recommendationStatuses: statuses.map((it, i) => (i === at ? { ...it, ...part } : it)) });
  const ids = statuses.map((_, at) => String(at));
  const reorder = useReorder({
    ids,
    onMove: (id, after) => {
      const order = movedAfter(ids, id, after);
      if (order) set({ recommendationStatuses: order.map((at) => statuses[Number(at)]!) });
    },
  });
  return (
    <Panel title="Recommendation statuses">
      <Text fz="xs" c="dimmed" mb={8}>
        Not started and started ones are open and count as opportunity. The first that is not started is what
        a new recommendation has.
      </Text>
      <ol className={classes.rows} aria-label="Recommendation statuses">
        {statuses.map((status, at) => {
          const name = status.name || `status ${at + 1}`;
          const count = status.was === null ? 0 : (counts.get(status.was) ?? 0);
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a status has nothing else that stays while it is edited
              key={at}
              ref={reorder.row(String(at))}
              className={classes.status}
              data-held={reorder.drag?.id === String(at) || undefined}
              data-drop={reorder.drag?.after === String(at) ? 'after' : undefined}
            >
              <ReorderHandle name={name} style={{ gridArea: 'handle' }} {...reorder.handle(String(at))} />
              <TextInput
                aria-label={`Name of status ${at + 1}`}
                style={{ gridArea: 'name' }}
                value={status.name}
                onChange={(event) => put(at, { name: event.currentTarget.value })}
              />
              <Select
                aria-label={`State of ${name}`}
                style={{ gridArea: 'state' }}
                allowDeselect={false}
                data={STATES}
                value={status.state}
                onChange={(state) => state && put(at, { state: state as EditedStatus['state'] })}
              />
              <ColorInput
                aria-label={`Colour of ${name}`}
                style={{ gridArea: 'colour' }}
                swatches={SWATCHES}
                eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
                value={status.color ?? ''}
                onChange={(color) => put(at, { color: color || null })}
              />
              <Text fz="xs" c="dimmed" className="qd-figures" style={{ gridArea: 'count' }}>
                {count > 0 ? formatCount(count, 'recommendation', 'recommendations') : 'unused'}
              </Text>
              <IconButton
                icon={X}
                label={`Take ${name} out`}
                style={{ gridArea: 'out' }}
                disabled={statuses.length === 1}
                onClick={() => set({ recommendationStatuses: statuses.filter((_, i) => i !== at) })}
              />
            </li>
          );
        })}
      </ol>
      <Replacements editing={editing} counts={counts} />
      {problems.recommendationStatuses ? <Problem>{problems.recommendationStatuses}</Problem> : null}
      <div className={classes.adders}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() =>
            set({
              recommendationStatuses: [
                ...statuses,
                { name: '', was: null, state: 'not_started', color: SWATCHES[4]! },
              ],
            })
          }
        >
          Add a status
        </Button>
      </div>
    </Panel>
  );
}

interface ReplacementsProps {
  readonly editing: Editing;
  readonly counts: ReadonlyMap<string, number>;
}

/** Asks what the recommendations get whose status goes away. */
function Replacements({ editing: { base, values, set }, counts }: ReplacementsProps) {
  const names = [...new Set(values.recommendationStatuses.map(({ name }) => name.trim()).filter(Boolean))];
  return goneStatuses(base, values).map((status) => (
    <div key={status} className={classes.replacement}>
      <Text fz="sm">
        <b>{status}</b> goes away. What takes its place for its{' '}
        {formatCount(counts.get(status) ?? 0, 'recommendation', 'recommendations')}?
      </Text>
      <Select
        aria-label={`What takes the place of ${status}`}
        placeholder={(counts.get(status) ?? 0) > 0 ? 'Choose a status' : 'None needed'}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear' }}
        data={names}
        value={
          names.includes(values.replacedStatuses[status] ?? '') ? values.replacedStatuses[status]! : null
        }
        onChange={(by) => {
          const { [status]: _, ...others } = values.replacedStatuses;
          set({ replacedStatuses: by === null ? others : { ...others, [status]: by } });
        }}
      />
    </div>
  ));
}
