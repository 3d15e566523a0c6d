import { Select, type SelectProps } from '@mantine/core';
import type { Named } from '../../contract/values.ts';
import { clearButton } from '../ui/clear-button.ts';

type OwnerFieldProps = SelectProps & {
  readonly choices: readonly Named[];
  readonly mayChange: boolean;
};

/** The user who answers for the company: an administrator's or a manager's to say. */
export function OwnerField({ choices, mayChange, ...rest }: OwnerFieldProps) {
  const names = new Map(choices.map(({ id, name }) => [id, name]));
  return (
    <Select
      {...rest}
      data={[...names].map(([value, label]) => ({ value, label }))}
      searchable
      clearable={mayChange}
      readOnly={!mayChange}
      clearButtonProps={clearButton('Clear owner')}
      nothingFoundMessage="Nobody has that name"
      description={mayChange ? 'Answers for the company' : 'Set by an administrator or a manager'}
    />
  );
}
