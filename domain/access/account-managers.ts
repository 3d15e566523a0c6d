import { type AccountGroup, type Grants, holdsEveryCompany, type UserGrants } from './grants.ts';

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

const managersSets = new WeakMap<Grants, Map<string, CompanySet>>();
const groupsSets = new WeakMap<Grants, Map<string, CompanySet>>();

/**
 * The companies of an account manager: assigned to them, or in an account group that they manage (docs/interfaces.md,
 * "GET /api/v1/dashboard"). Whether anyone may see these companies is another question. Nobody's: none. The set is the
 * same one for as long as the grants are.
 */
export const companiesOfAccountManager = (grants: Grants, user: string): CompanySet =>
  kept(managersSets, grants, user, managedBy);

/** The companies of an account group; none if there is no such group. The set is kept as that of a manager is. */
export const companiesOfAccountGroup = (grants: Grants, id: string): CompanySet =>
  kept(groupsSets, grants, id, inGroup);

function kept(
  sets: WeakMap<Grants, Map<string, CompanySet>>,
  grants: Grants,
  id: string,
  find: (grants: Grants, id: string) => CompanySet,
): CompanySet {
  const known = sets.get(grants) ?? new Map<string, CompanySet>();
  sets.set(grants, known);
  const set = known.get(id) ?? find(grants, id);
  // names that mean nothing are not kept: anybody can ask for any number of them
  if (set.all || set.ids.size > 0) known.set(id, set);
  return set;
}

function managedBy(grants: Grants, user: string): CompanySet {
  const ids = new Set<string>();
  for (const row of grants.accountManagerCompanies) if (row.user === user) ids.add(row.company);
  for (const group of grants.accountGroups) {
    if (!group.accountManagers.includes(user)) continue;
    if (holdsEveryCompany(group)) return { all: true };
    for (const id of group.companies) ids.add(id);
  }
  return { all: false, ids };
}

function inGroup(grants: Grants, id: string): CompanySet {
  const group = grants.accountGroups.find((candidate) => candidate.id === id);
  if (group && holdsEveryCompany(group)) return { all: true };
  return { all: false, ids: new Set(group?.companies) };
}

/** The account groups that a user manages. */
export function managedAccountGroups({ accountGroups }: Grants, user: string): readonly AccountGroup[] {
  return accountGroups.filter((group) => group.accountManagers.includes(user));
}

/** The companies that are assigned to a user directly. */
export function assignedCompanies({ accountManagerCompanies }: Grants, user: string): string[] {
  return accountManagerCompanies.flatMap((row) => (row.user === user ? [row.company] : []));
}

/**
 * Whether a user stands in the list of account managers: because they were put there (the flags "account manager" and
 * "is a manager"), or because they look after something.
 */
export function isListedAsAccountManager(
  grants: Grants,
  { id, accountManager, isManager }: UserGrants,
): boolean {
  return (
    accountManager ||
    isManager ||
    assignedCompanies(grants, id).length > 0 ||
    managedAccountGroups(grants, id).length > 0
  );
}
