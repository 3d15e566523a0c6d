import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clearButton } from '../ui/clear-button.ts';
import { companyQuery, companySearchQuery } from './queries.ts';

/** Chooses one of the companies that one sees, by typing a part of its name. */
export function CompanySelect({ value = null, ...rest }: Omit<SelectProps, 'data'>) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const chosen = useQuery({ ...companyQuery(value ?? ''), enabled: value !== null }).data;
  const found = useQuery(companySearchQuery(chosen?.name === search ? '' : search)).data?.items ?? [];
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      {...rest}
      value={value}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      searchable
      onSearchChange={setTyped}
      nothingFoundMessage="No company of that name"
      clearable
      clearButtonProps={clearButton('Every company')}
    />
  );
}
