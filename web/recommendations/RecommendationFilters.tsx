import { Button, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import Funnel from 'lucide-react/icons/funnel';
import Search from 'lucide-react/icons/search';
import { type ReactNode, useState } from 'react';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { quarterName } from '../ui/quarters.ts';
import { recommendationChoicesQuery } from './queries.ts';
import classes from './recommendations.module.css';
import {
  filterCount,
  LIST_FILTERS,
  type ListFilter,
  NO_FILTERS,
  type RecommendationsView,
  type Shown,
} from './recommendations-view.ts';

interface RecommendationFiltersProps {
  readonly company: string | null;
  readonly view: RecommendationsView;
  readonly onChange: (part: Partial<RecommendationsView>) => void;
  readonly action?: ReactNode;
}

const LABELS: Record<ListFilter, string> = {
  status: 'Status',
  owner: 'Owner',
  quarter: 'Target quarter',
  priority: 'Priority',
  category: 'Category',
};

/** Which recommendations are shown, and whether as a table or a board. */
export function RecommendationFilters({ company, view, onChange, action }: RecommendationFiltersProps) {
  const narrowed = LIST_FILTERS.some((name) => view[name].length > 0);
  const [ribbon, setRibbon] = useState(narrowed);
  const count = filterCount(view);
  return (
    <section aria-label="Which recommendations are shown">
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Layout"
          data={[
            { value: 'table', label: 'Table' },
            { value: 'board', label: 'Board' },
          ]}
          value={view.layout}
          onChange={(layout) => onChange({ layout: layout === 'board' ? 'board' : 'table' })}
        />
        {view.layout === 'table' ? (
          <SegmentedControl
            aria-label="Open or closed"
            data={[
              { value: 'open', label: 'Open' },
              { value: 'closed', label: 'Closed' },
              { value: 'all', label: 'All' },
            ]}
            value={view.shown}
            onChange={(shown) => onChange({ shown: shown as Shown })}
          />
        ) : null}
        <SearchField company={company} search={view.search} onSearch={(search) => onChange({ search })} />
        <Button
          variant={count > 0 ? 'light' : 'default'}
          leftSection={<Funnel size={15} aria-hidden />}
          aria-expanded={ribbon}
          onClick={() => setRibbon(!ribbon)}
        >
          Filters{count > 0 ? ` (${count})` : ''}
        </Button>
        {action ? <div className={classes.action}>{action}</div> : null}
      </div>
      {ribbon ? <Ribbon view={view} onChange={onChange} /> : null}
    </section>
  );
}

interface SearchFieldProps {
  readonly company: string | null;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

function SearchField({ company, search, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(search);
  const settle = useDebouncedCallback(onSearch, 200);
  const words = company === null ? 'Find a title or company' : 'Find a title';
  return (
    <TextInput
      type="search"
      aria-label={words}
      placeholder={words}
      className={classes.search ?? ''}
      leftSection={<Search size={15} aria-hidden />}
      value={text}
      maxLength={200}
      onChange={(event) => {
        setText(event.currentTarget.value);
        settle(event.currentTarget.value.trim());
      }}
    />
  );
}

function Ribbon({ view, onChange }: Pick<RecommendationFiltersProps, 'view' | 'onChange'>) {
  const choices = useQuery(recommendationChoicesQuery).data;
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const plain = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }));
  const data: Record<ListFilter, readonly { value: string; label: string }[]> = {
    status: plain(choices?.statuses.map(({ name }) => name)),
    owner: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    quarter: (choices?.quarters ?? []).map((value) => ({ value, label: quarterName(value) })),
    priority: plain(choices?.priorities),
    category: plain(choices?.categories),
  };
  return (
    <div className={classes.ribbon}>
      {LIST_FILTERS.map((name) => (
        <MultiSelect
          key={name}
          label={LABELS[name]}
          placeholder={view[name].length === 0 ? 'All' : ''}
          size="xs"
          searchable
          hidePickedOptions
          nothingFoundMessage="Nothing found"
          styles={{ inputField: { minWidth: 20 } }}
          data={withPicked(data[name], view[name])}
          value={[...view[name]]}
          onChange={(values) => onChange({ [name]: values })}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        mt={22}
        disabled={filterCount(view) === 0}
        onClick={() => onChange(NO_FILTERS)}
      >
        Clear filters
      </Button>
    </div>
  );
}

/** What an address names that is not in use stays chosen, so that it can be taken off. */
function withPicked(data: readonly { value: string; label: string }[], picked: readonly string[]) {
  const others = picked.filter((value) => !data.some((choice) => choice.value === value));
  return [...data, ...others.map((value) => ({ value, label: value }))];
}
