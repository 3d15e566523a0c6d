import { Chip, Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkQueue } from '../../contract/work-queue.ts';
import { URGENCIES } from '../../domain/work-queue/urgency.ts';
import { WORK_KIND_NAMES, WORK_KINDS } from '../../domain/work-queue/work-item.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { CompanySelect } from '../companies/CompanySelect.tsx';
import { useMe } from '../me/queries.ts';
import { clearButton } from '../ui/clear-button.ts';
import { formatWhole } from '../ui/numbers.ts';
import type { HomeView, Whose } from './home-view.ts';
import { URGENCY_NAMES } from './urgency-names.ts';
import classes from './work-queue.module.css';

interface QueueFiltersProps {
  readonly view: HomeView;
  readonly queue: WorkQueue;
  readonly onChange: (part: Partial<HomeView>) => void;
}

/** Whose items, about which company, of which kinds, and whether those to do or those set aside. */
export function QueueFilters({ view, queue, onChange }: QueueFiltersProps) {
  const { user } = useMe();
  const colleagues = (useQuery(colleaguesQuery).data ?? []).filter(({ id }) => id !== user.id);
  return (
    <section aria-label="Which items are shown">
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Whose"
          data={[
            { value: 'mine', label: `Mine ${formatWhole(queue.mine)}` },
            { value: 'all', label: `Everybody’s ${formatWhole(queue.all)}` },
            { value: 'nobody', label: 'Nobody’s' },
          ]}
          value={view.owner === null ? queue.who : ''}
          onChange={(who) => onChange({ who: who as Whose, owner: null })}
        />
        <Select
          aria-label="Colleague"
          placeholder="A colleague’s"
          data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={view.owner}
          onChange={(owner) => onChange({ owner })}
          searchable
          clearable
          clearButtonProps={clearButton('No colleague')}
        />
        <CompanySelect
          aria-label="Company"
          placeholder="Every company"
          value={view.company}
          onChange={(company) => onChange({ company })}
        />
        <SegmentedControl
          aria-label="State"
          data={[
            { value: 'open', label: 'To do' },
            { value: 'aside', label: `Set aside ${formatWhole(queue.aside)}` },
          ]}
          value={view.aside ? 'aside' : 'open'}
          onChange={(state) => onChange({ aside: state === 'aside' })}
        />
      </div>
      <Urgencies view={view} queue={queue} onChange={onChange} />
      <Kinds view={view} queue={queue} onChange={onChange} />
    </section>
  );
}

function Kinds({ view, queue, onChange }: QueueFiltersProps) {
  const counts = new Map(queue.kinds.map(({ kind, count }) => [kind, count]));
  const shown = WORK_KINDS.filter((kind) => counts.has(kind) || view.kinds.includes(kind));
  if (shown.length === 0) return null;
  return (
    <Chips
      label="Kinds"
      choices={shown.map((value) => ({
        value,
        label: WORK_KIND_NAMES[value],
        count: counts.get(value) ?? 0,
      }))}
      chosen={view.kinds}
      onChange={(kinds) => onChange({ kinds: WORK_KINDS.filter((kind) => kinds.includes(kind)) })}
    />
  );
}

function Urgencies({ view, queue, onChange }: QueueFiltersProps) {
  const nothing = URGENCIES.every((one) => queue.counts[one] === 0);
  if (nothing && view.urgencies.length === 0) return null;
  return (
    <Chips
      label="How soon"
      choices={URGENCIES.map((value) => ({ value, label: URGENCY_NAMES[value], count: queue.counts[value] }))}
      chosen={view.urgencies}
      onChange={(chosen) => onChange({ urgencies: URGENCIES.filter((one) => chosen.includes(one)) })}
    />
  );
}

interface ChipsProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function Chips({ label, choices, chosen, onChange }: ChipsProps) {
  return (
    <Chip.Group multiple value={[...chosen]} onChange={onChange}>
      <Group gap={6} mb={8} role="group" aria-label={label} className={classes.chips ?? ''}>
        {choices.map(({ value, label: name, count }) => (
          <Chip key={value} value={value} size="xs" variant="light">
            {name} {formatWhole(count)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
