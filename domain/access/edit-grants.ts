import { compareText } from '../text/compare.ts';
import type { AccountGroup, Grants, SecurityGroup, UserGrants } from './grants.ts';

/** The grants with this user in place of the one of their id. */
export function withUser(grants: Grants, user: UserGrants): Grants {
  return { ...grants, users: put(grants.users, user) };
}

/** The grants with this group in place of the one of its id, or as a new one. */
export function withSecurityGroup(grants: Grants, group: SecurityGroup): Grants {
  const inOrder = { ...group, companies: sorted(group.companies), users: sorted(group.users) };
  return { ...grants, securityGroups: put(grants.securityGroups, inOrder) };
}

export function withoutSecurityGroup(grants: Grants, id: string): Grants {
  return { ...grants, securityGroups: grants.securityGroups.filter((group) => group.id !== id) };
}

/** The grants with this group in place of the one of its id, or as a new one. */
export function withAccountGroup(grants: Grants, group: AccountGroup): Grants {
  const inOrder = {
    ...group,
    companies: sorted(group.companies),
    members: sorted(group.members),
    accountManagers: sorted(group.accountManagers),
  };
  return { ...grants, accountGroups: put(grants.accountGroups, inOrder) };
}

export function withoutAccountGroup(grants: Grants, id: string): Grants {
  return { ...grants, accountGroups: grants.accountGroups.filter((group) => group.id !== id) };
}

/** The user in these security groups and no others. */
export function inSecurityGroups(grants: Grants, user: string, groups: readonly string[]): Grants {
  return { ...grants, securityGroups: listing(grants.securityGroups, 'users', user, groups) };
}

/** The user a member of these account groups and no others. */
export function inAccountGroups(grants: Grants, user: string, groups: readonly string[]): Grants {
  return { ...grants, accountGroups: listing(grants.accountGroups, 'members', user, groups) };
}

/** The user an account manager of these account groups and no others. */
export function managingAccountGroups(grants: Grants, user: string, groups: readonly string[]): Grants {
  return { ...grants, accountGroups: listing(grants.accountGroups, 'accountManagers', user, groups) };
}

/** The company listed by these account groups and no others. */
export function listedByAccountGroups(grants: Grants, company: string, groups: readonly string[]): Grants {
  return { ...grants, accountGroups: listing(grants.accountGroups, 'companies', company, groups) };
}

/** The user assigned to these companies as account manager and to no others. */
export function assignedTo(grants: Grants, user: string, companies: readonly string[]): Grants {
  const others = grants.accountManagerCompanies.filter((row) => row.user !== user);
  const rows = [...others, ...sorted(companies).map((company) => ({ user, company }))];
  return {
    ...grants,
    accountManagerCompanies: rows.sort(
      (a, b) => compareText(a.user, b.user) || compareText(a.company, b.company),
    ),
  };
}

/** The groups of which those named, and no others, have `entry` in one of their lists. */
function listing<
  List extends string,
  Group extends { readonly id: string } & Readonly<Record<List, readonly string[]>>,
>(groups: readonly Group[], list: List, entry: string, named: readonly string[]): Group[] {
  return groups.map((group) => {
    const without = group[list].filter((other) => other !== entry);
    const has = named.includes(group.id);
    if (has === group[list].includes(entry)) return group;
    return { ...group, [list]: has ? sorted([...without, entry]) : without };
  });
}

/** Everything in the grants is in the order of its ids, each once, so that equal grants are equal as JSON. */
function put<Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] {
  return [...items.filter(({ id }) => id !== item.id), item].sort((a, b) => compareText(a.id, b.id));
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(compareText);
}
