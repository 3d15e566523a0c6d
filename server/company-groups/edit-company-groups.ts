import { listedByAccountGroups } from '../../domain/access/edit-grants.ts';
import { type Grants, holdsEveryCompany } from '../../domain/access/grants.ts';
import { requireAccountGroups } from '../access/require-known.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** The grants with a company listed by these account groups and no others. Refuses what is not known (`unprocessable`). */
export function editCompanyGroups(grants: Grants, company: string, groups: readonly string[]): Grants {
  requireAccountGroups(grants, 'accountGroups', groups);
  const listedNow = (id: string) =>
    grants.accountGroups.some((group) => group.id === id && group.companies.includes(company));
  const whole = grants.accountGroups.find(
    (group) => holdsEveryCompany(group) && groups.includes(group.id) && !listedNow(group.id),
  );
  if (whole)
    throw new Refusal(
      'unprocessable',
      `Field "accountGroups" has "${whole.id}"; expected a group that lists its companies: this one holds all of them anyway.`,
    );
  return listedByAccountGroups(grants, company, groups);
}
