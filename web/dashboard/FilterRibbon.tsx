import { Button, MultiSelect } from '@mantine/core';
import FunnelX from 'lucide-react/icons/funnel-x';
import { memo, useMemo } from 'react';
import classes from './dashboard.module.css';
import { FILTER_LABELS, type FilterChoice, filterChoices } from './filter-labels.ts';
import { appliedFilters, FILTERS, type Filter, type Filters, NO_FILTERS } from './filters.ts';
import type { Choices } from './queries.ts';

interface FilterRibbonProps {
  readonly view: Filters;
  /** Those that the page has, if not all. */
  readonly filters?: readonly Filter[];
  readonly choices: Choices;
  readonly onChange: (change: Partial<Filters>) => void;
}

/** The filters: values within one are alternatives, filters narrow each other. */
export function FilterRibbon({ view, filters = FILTERS, choices, onChange }: FilterRibbonProps) {
  const all = useMemo(() => filterChoices(choices), [choices]);
  return (
    <section className={classes.ribbon} aria-label="Filters" id="filter-ribbon">
      {filters.map((filter) => (
        <FilterSelect
          key={filter}
          filter={filter}
          choices={all[filter]}
          values={view[filter]}
          onChange={onChange}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        mt={22}
        leftSection={<FunnelX size={14} aria-hidden />}
        disabled={appliedFilters(view).length === 0}
        onClick={() => onChange(NO_FILTERS)}
      >
        Clear filters
      </Button>
    </section>
  );
}

interface FilterSelectProps {
  readonly filter: Filter;
  readonly choices: readonly FilterChoice[];
  readonly values: readonly string[];
  readonly onChange: (change: Partial<Filters>) => void;
}

/** One filter; drawn anew only when it changes itself, as each holds up to every company there is. */
const FilterSelect = memo(
  ({ filter, choices, values, onChange }: FilterSelectProps) => (
    <MultiSelect
      label={FILTER_LABELS[filter]}
      placeholder={values.length === 0 ? 'All' : ''}
      size="xs"
      searchable
      hidePickedOptions
      nothingFoundMessage="Nothing found"
      limit={200}
      styles={{ inputField: { minWidth: 20 } }}
      data={[...choices]}
      value={[...values]}
      onChange={(chosen) => onChange({ [filter]: chosen })}
    />
  ),
  (before, after) =>
    before.choices === after.choices &&
    before.onChange === after.onChange &&
    before.values.join('\n') === after.values.join('\n'),
);
