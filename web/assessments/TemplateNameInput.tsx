import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { templatesQuery } from './queries.ts';

/** The name of a template: one that there is, or one that only imported scores name. */
export function TemplateNameInput(props: Omit<AutocompleteProps, 'data'>) {
  const templates = useQuery(templatesQuery).data?.items ?? [];
  return <Autocomplete {...props} data={[...new Set(templates.map(({ name }) => name))]} />;
}
