import type { CompanyGroups } from '../../contract/company-groups.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { etagOf } from '../platform/http/etag.ts';
import type { ListedCompany } from './queries.ts';

/** A company with the account groups that list it. */
export function presentCompanyGroups(
  company: ListedCompany,
  accountGroups: readonly string[],
): CompanyGroups {
  return { ...company, accountGroups: [...accountGroups], etag: etagOf(accountGroups) };
}

/** The account groups that list a company, by id. */
export function listingGroups({ accountGroups }: Grants, company: string): string[] {
  return accountGroups.filter(({ companies }) => companies.includes(company)).map(({ id }) => id);
}

/** The same for every company at once; one that no group lists is left out. */
export function groupsByCompany({ accountGroups }: Grants): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, companies } of accountGroups)
    for (const company of companies) groups.set(company, [...(groups.get(company) ?? []), id]);
  return groups;
}
