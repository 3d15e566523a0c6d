import { ALL_COMPANIES, type Grants, type UserGrants } from './grants.ts';

/** Companies that belong together for some reason other than that someone may see them. */
export type CompanySet = { readonly all: true } | { readonly all: false; readonly ids: ReadonlySet<string> };

/**
 * The users who look after companies: those who have one assigned or manage an account group. The flag "account
 * manager" by itself makes nobody one, just as it grants nothing.
 */
export function accountManagers(grants: Grants): UserGrants[] {
  const ids = new Set(grants.accountManagerCompanies.map((row) => row.user));
  for (const group of grants.accountGroups) for (const user of group.accountManagers) ids.add(user);
  return grants.users.filter((user) => ids.has(user.id));
}

/**
 * The companies of an account manager: assigned to them, or in an account group that they manage (docs/interfaces.md,
 * "GET /api/v1/dashboard"). Whether anyone may see these companies is another question. Nobody's: none.
 */
export function companiesOfAccountManager(grants: Grants, user: string): CompanySet {
  const ids = new Set<string>();
  for (const row of grants.accountManagerCompanies) if (row.user === user) ids.add(row.company);
  for (const group of grants.accountGroups) {
    if (!group.accountManagers.includes(user)) continue;
    if (group.allCompanies || group.id === ALL_COMPANIES) return { all: true };
    for (const id of group.companies) ids.add(id);
  }
  return { all: false, ids };
}

/** The companies of an account group; none if there is no such group. */
export function companiesOfAccountGroup(grants: Grants, id: string): CompanySet {
  const group = grants.accountGroups.find((candidate) => candidate.id === id);
  if (group && (group.allCompanies || group.id === ALL_COMPANIES)) return { all: true };
  return { all: false, ids: new Set(group?.companies) };
}
