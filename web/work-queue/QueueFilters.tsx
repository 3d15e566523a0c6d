import { Chip, Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkQueue } from '../../contract/work-queue.ts';
import { WORK_KIND_NAMES, WORK_KINDS } from '../../domain/work-queue/work-item.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { useMe } from '../me/queries.ts';
import { CompanySelect } from '../meetings/CompanySelect.tsx';
import { clearButton } from '../ui/clear-button.ts';
import { formatWhole } from '../ui/numbers.ts';
import type { HomeView, Whose } from './home-view.ts';
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
      <Kinds view={view} queue={queue} onChange={onChange} />
    </section>
  );
}

function Kinds({ view, queue, onChange }: QueueFiltersProps) {
  const counts = new Map(queue.kinds.map(({ kind, count }) => [kind, count]));
  const shown = WORK_KINDS.filter((kind) => counts.has(kind) || view.kinds.includes(kind));
  if (shown.length === 0) return null;
  return (
    <Chip.Group
      multiple
      value={[...view.kinds]}
      onChange={(chosen) => onChange({ kinds: WORK_KINDS.filter((kind) => chosen.includes(kind)) })}
    >
      <Group gap={6} mb="sm" role="group" aria-label="Kinds">
        {shown.map((kind) => (
          <Chip key={kind} value={kind} size="xs" variant="light">
            {WORK_KIND_NAMES[kind]} {formatWhole(counts.get(kind) ?? 0)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
