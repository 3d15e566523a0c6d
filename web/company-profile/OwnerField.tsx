import { Select, type SelectProps } from '@mantine/core';
import type { Named } from '../../contract/values.ts';

type OwnerFieldProps = SelectProps & {
  readonly users: readonly Named[];
  readonly owner: Named | null;
};

/** The user who answers for the company. */
export function OwnerField({ users, owner, ...rest }: OwnerFieldProps) {
  const choices = new Map([...(owner ? [owner] : []), ...users].map(({ id, name }) => [id, name]));
  return (
    <Select
      {...rest}
      data={[...choices].map(([value, label]) => ({ value, label }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Clear owner' }}
      nothingFoundMessage="Nobody has that name"
      description="Set by an administrator or a manager"
    />
  );
}
