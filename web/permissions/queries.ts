import { queryOptions, useQuery } from '@tanstack/react-query';
import { listAccountGroups } from '../../contract/account-groups.ts';
import { listAccountManagers } from '../../contract/account-managers.ts';
import { listCompanyGroups } from '../../contract/company-groups.ts';
import { listSecurityGroups } from '../../contract/security-groups.ts';
import { listUsers } from '../../contract/users.ts';
import { call } from '../api/call.ts';

export const companyGroupsQuery = queryOptions({
  queryKey: ['company-groups'],
  queryFn: ({ signal }) => call(listCompanyGroups, {}, signal),
});

export const accountGroupsQuery = queryOptions({
  queryKey: ['account-groups'],
  queryFn: ({ signal }) => call(listAccountGroups, {}, signal),
});

export const securityGroupsQuery = queryOptions({
  queryKey: ['security-groups'],
  queryFn: ({ signal }) => call(listSecurityGroups, {}, signal),
});

export const accountManagersQuery = queryOptions({
  queryKey: ['account-managers'],
  queryFn: ({ signal }) => call(listAccountManagers, {}, signal),
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => call(listUsers, {}, signal),
});

/** Users as a control offers them; deactivated ones say so. */
export function useUserChoices(): { value: string; label: string }[] {
  const users = useQuery(usersQuery).data?.items ?? [];
  return users.map(({ id, name, active }) => ({ value: id, label: active ? name : `${name} (deactivated)` }));
}

/** Every company that one sees, for choosing among them. */
export function useCompanyChoices(): readonly { readonly id: string; readonly name: string }[] {
  return useQuery(companyGroupsQuery).data?.items ?? [];
}
