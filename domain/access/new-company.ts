import { canSee, companyScope } from './company-scope.ts';
import type { Grants } from './grants.ts';

/**
 * Why a user would not see a company that is new, listed by these account groups and by nothing else; null: they would.
 * `ceiling`: none of their security groups holds every company. `reach`: neither role, flag nor group brings it to them.
 */
export function whyUnseen(
  grants: Grants,
  user: string,
  company: string,
  accountGroups: readonly string[],
): 'ceiling' | 'reach' | null {
  const listed: Grants = {
    ...grants,
    accountGroups: grants.accountGroups.map((group) =>
      accountGroups.includes(group.id) ? { ...group, companies: [...group.companies, company] } : group,
    ),
  };
  if (canSee(companyScope(listed, user), company)) return null;
  const assigned = { ...listed, accountManagerCompanies: [{ user, company }] };
  return canSee(companyScope(assigned, user), company) ? 'reach' : 'ceiling';
}

/** The account groups that a user works in and that list their companies one by one. */
export function ownAccountGroups(grants: Grants, user: string): string[] {
  return grants.accountGroups
    .filter((group) => !group.allCompanies)
    .filter((group) => group.members.includes(user) || group.accountManagers.includes(user))
    .map((group) => group.id);
}
