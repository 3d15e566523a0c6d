import { Button, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useCompanyChoices, useUserChoices } from '../permissions/queries.ts';
import { FIRST_WEEKDAY } from '../ui/weekdays.ts';
import classes from './activity.module.css';
import { type ActivityFilter, actionInWords } from './activity-filter.ts';
import { actionsQuery } from './queries.ts';

interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}

/** Who, what, at which company, from which day to which. */
export function ActivityFilters({ filter, onChange }: ActivityFiltersProps) {
  const actions = useQuery(actionsQuery).data?.items ?? [];
  const companies = useCompanyChoices().map(({ id, name }) => ({ value: id, label: name }));
  const set = (name: keyof ActivityFilter, value: string | null) => {
    const { [name]: _, ...others } = filter;
    onChange(value ? { ...others, [name]: value } : others);
  };
  const select = (name: 'who' | 'what' | 'company', label: string, all: string) => ({
    label,
    placeholder: all,
    value: filter[name] ?? null,
    onChange: (value: string | null) => set(name, value),
    searchable: true,
    clearable: true,
    clearButtonProps: { 'aria-label': `Clear ${label}` },
    limit: 100,
    nothingFoundMessage: 'Nothing has that name',
  });
  const day = (name: 'from' | 'to', label: string) => ({
    label,
    placeholder: 'Any day',
    value: filter[name] ?? null,
    onChange: (value: string | null) => set(name, value),
    clearable: true,
    clearButtonProps: { 'aria-label': `Clear ${label}` },
  });
  return (
    <search className={classes.filters} aria-label="Filter activity">
      <Select {...select('who', 'Who', 'Anybody')} data={withChosen(useUserChoices(), filter.who)} />
      <Select
        {...select('what', 'What', 'Anything')}
        data={withChosen(
          actions.map((action) => ({ value: action, label: actionInWords(action) })),
          filter.what,
        )}
      />
      <Select {...select('company', 'Company', 'Any company')} data={withChosen(companies, filter.company)} />
      <DatePickerInput
        firstDayOfWeek={FIRST_WEEKDAY}
        {...day('from', 'From')}
        {...(filter.to ? { maxDate: filter.to } : {})}
      />
      <DatePickerInput
        firstDayOfWeek={FIRST_WEEKDAY}
        {...day('to', 'To')}
        {...(filter.from ? { minDate: filter.from } : {})}
      />
      {Object.keys(filter).length > 0 ? (
        <Button variant="subtle" onClick={() => onChange({})}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** With what the address names, though it is no choice any more, or not loaded yet. */
function withChosen(choices: readonly Choice[], chosen: string | undefined): Choice[] {
  if (chosen === undefined || choices.some(({ value }) => value === chosen)) return [...choices];
  return [...choices, { value: chosen, label: chosen }];
}
