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

export const NEW_COMPANY_PLACES = ['anywhere', 'in a group', 'no group', 'ceiling'] as const;
export type NewCompanyPlace = (typeof NEW_COMPANY_PLACES)[number];

/**
 * Where a user can add a company that they see then: anywhere, or in one of their account groups. Nowhere, as none of
 * their account groups lists companies (`no group`), or as no security group lets them see a new one (`ceiling`).
 */
export function placeForNewCompany(grants: Grants, user: string): NewCompanyPlace {
  // no company has an empty key, so that this one stands in no list
  const unseen = whyUnseen(grants, user, '', []);
  if (unseen === null) return 'anywhere';
  if (unseen === 'ceiling') return 'ceiling';
  return ownAccountGroups(grants, user).length > 0 ? 'in a group' : 'no group';
}

/** The account groups that a user works in and that list their companies one by one. */
export function ownAccountGroups(grants: Grants, user: string): string[] {
  return grants.accountGroups
    .filter((group) => !group.allCompanies)
    .filter((group) => group.members.includes(user) || group.accountManagers.includes(user))
    .map((group) => group.id);
}
