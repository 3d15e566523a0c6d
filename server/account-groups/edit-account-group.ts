import type { AccountGroupChange } from '../../contract/account-groups.ts';
import { withAccountGroup, withoutAccountGroup } from '../../domain/access/edit-grants.ts';
import { type AccountGroup, ALL_COMPANIES, type Grants } from '../../domain/access/grants.ts';
import { besideUnseen, requireCompanies, requireFreeName, requireUsers } from '../access/require-known.ts';
import type { Viewer } from '../access/viewer.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

/** What a group that is only being made starts from. */
export const newAccountGroup = (id: string): AccountGroup => ({
  id,
  name: '',
  description: null,
  allCompanies: false,
  companies: [],
  members: [],
  accountManagers: [],
});

export function accountGroupOf({ accountGroups }: Grants, id: string): AccountGroup {
  const group = accountGroups.find((candidate) => candidate.id === id);
  if (!group) throw notFound('account group', id);
  return group;
}

/**
 * The grants with an account group changed, or made. Refuses what is not known and a name that is taken; of the built-in
 * group only the people change (`unprocessable`).
 */
export function editAccountGroup(
  viewer: Pick<Viewer, 'scope' | 'loaded'>,
  grants: Grants,
  group: AccountGroup,
  change: AccountGroupChange,
): Grants {
  const { name, description, allCompanies, companies, accountManagers, members } = change;
  if (
    group.id === ALL_COMPANIES &&
    [name, description, allCompanies, companies].some((it) => it !== undefined)
  )
    throw new Refusal(
      'unprocessable',
      'The group of all companies is built in: only its people can be changed.',
    );
  requireFreeName(grants.accountGroups, group.id, name, 'an account group');
  requireCompanies(viewer, 'companies', companies);
  requireUsers(grants, 'accountManagers', accountManagers);
  requireUsers(grants, 'members', members);
  return withAccountGroup(grants, {
    id: group.id,
    name: name ?? group.name,
    description: description === undefined ? group.description : description,
    allCompanies: allCompanies ?? group.allCompanies,
    companies: besideUnseen(viewer, group.companies, companies),
    accountManagers: accountManagers ?? group.accountManagers,
    members: members ?? group.members,
  });
}

/** The grants without an account group; the built-in one stays (`conflict`). */
export function dropAccountGroup(grants: Grants, { id }: AccountGroup): Grants {
  if (id === ALL_COMPANIES)
    throw new Refusal(
      'conflict',
      'The group of all companies is built in and stays. Take its people out instead.',
    );
  return withoutAccountGroup(grants, id);
}
