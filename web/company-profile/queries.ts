import { queryOptions, useQuery } from '@tanstack/react-query';
import { getCompanyProfile } from '../../contract/company-profile.ts';
import { listUsers } from '../../contract/users.ts';
import type { Named } from '../../contract/values.ts';
import { ALL_COMPANIES } from '../../domain/access/grants.ts';
import { call } from '../api/call.ts';
import { choicesQuery } from '../dashboard/queries.ts';
import { useMay } from '../me/queries.ts';
import { usersKey } from '../users/users-key.ts';

export const profileQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'profile', id],
    queryFn: ({ signal }) => call(getCompanyProfile, { params: { id } }, signal),
  });

export interface ProfileChoices {
  readonly tags: readonly string[];
  /** Those that list their companies one by one. */
  readonly accountGroups: readonly Named[];
  /** Who a company can be given to, as far as one may know them. */
  readonly users: readonly Named[];
}

const NONE: readonly Named[] = [];

/** What the fields of a profile can be set to. */
export function useProfileChoices(): ProfileChoices {
  const choices = useQuery(choicesQuery).data;
  const everybody = useMay('manage_users');
  const users = useQuery({
    queryKey: usersKey,
    queryFn: () => call(listUsers, {}),
    enabled: everybody,
  }).data;
  return {
    tags: choices?.tags ?? [],
    accountGroups: choices?.accountGroups.filter(({ id }) => id !== ALL_COMPANIES) ?? NONE,
    users: users?.items ?? choices?.accountManagers ?? NONE,
  };
}
