import {
  accountManagers,
  type CompanySet,
  companiesOfAccountGroup,
  companiesOfAccountManager,
} from '../../domain/access/account-managers.ts';
import { ALL_COMPANIES, type Grants } from '../../domain/access/grants.ts';

/** Who looks after a company, and in which account groups it stands (not the built-in one), by id; null: not known. */
export type Keepers = (
  company: string,
) => { readonly managers: readonly string[]; readonly groups: readonly string[] } | null;

export function keepersOf(grants: Grants): Keepers {
  const sets = (ids: readonly string[], of: (grants: Grants, id: string) => CompanySet) =>
    ids.map((id) => ({ id, set: of(grants, id) }));
  const managers = sets(
    accountManagers(grants).map(({ id }) => id),
    companiesOfAccountManager,
  );
  const groups = sets(
    grants.accountGroups.map(({ id }) => id).filter((id) => id !== ALL_COMPANIES),
    companiesOfAccountGroup,
  );
  const holding = (list: typeof managers, company: string) =>
    list.filter(({ set }) => set.all || set.ids.has(company)).map(({ id }) => id);
  return (company) => ({ managers: holding(managers, company), groups: holding(groups, company) });
}
