import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountGroupsQuery, securityGroupsQuery } from '../permissions/queries.ts';

/** Chooses the security groups of a user. */
export function SecurityGroupsSelect(props: MultiSelectProps) {
  return (
    <MultiSelect
      label="Security groups"
      description="The most that they may ever see"
      data={useSecurityGroupChoices()}
      searchable
      nothingFoundMessage="No security group has that name"
      {...props}
    />
  );
}

/** Chooses the account groups of which a user is a member. */
export function AccountGroupsSelect(props: MultiSelectProps) {
  return (
    <MultiSelect
      label="Account groups"
      description="Whose companies they work with"
      data={useAccountGroupChoices()}
      searchable
      nothingFoundMessage="No account group has that name"
      {...props}
    />
  );
}

export function useSecurityGroupChoices() {
  return (useQuery(securityGroupsQuery).data?.items ?? []).map(asChoice);
}

export function useAccountGroupChoices() {
  return (useQuery(accountGroupsQuery).data?.items ?? []).map(asChoice);
}

const asChoice = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  value: id,
  label: name,
});
