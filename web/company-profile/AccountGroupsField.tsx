import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import type { Named } from '../../contract/values.ts';
import { useMay } from '../me/queries.ts';

type AccountGroupsFieldProps = MultiSelectProps & {
  readonly choices: readonly Named[];
  readonly profile: Pick<CompanyProfile, 'accountGroups'>;
};

/** The account groups that list the company: an administrator's to say. */
export function AccountGroupsField({ choices, profile, ...rest }: AccountGroupsFieldProps) {
  const mayChange = useMay('change_settings');
  const groups = new Map([...profile.accountGroups, ...choices].map(({ id, name }) => [id, name]));
  return (
    <MultiSelect
      {...rest}
      data={[...groups].map(([value, label]) => ({ value, label }))}
      searchable
      nothingFoundMessage="No account group has that name"
      readOnly={!mayChange}
      description={mayChange ? 'Beside “All companies”, which holds every one' : 'Set by an administrator'}
    />
  );
}
