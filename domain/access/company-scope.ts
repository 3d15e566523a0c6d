import { type Grants, holdsEveryCompany } from './grants.ts';

/**
 * The companies that someone may see: all of the workspace, or a set of ids. Only this file makes one, so that a query
 * which takes a CompanyScope has been through the access rule.
 */
export type CompanyScope = (
  | { readonly all: true }
  | { readonly all: false; readonly ids: ReadonlySet<string> }
) & { readonly [decidedHere]: true };

declare const decidedHere: unique symbol;

type Companies = { readonly all: true } | { readonly all: false; readonly ids: Set<string> };

/** For the command line and the system itself, which act for nobody in particular. */
export const everyCompany: CompanyScope = decided({ all: true });

/**
 * What a user sees (docs/product.md §2): the ceiling of their security groups, within the reach of their account
 * groups, the companies assigned to them, "is a manager" and role admin. Nobody sees more by being in no group: a user
 * in no security group, a deactivated one, or one that the workspace does not know, sees nothing.
 */
export function companyScope(grants: Grants, userId: string): CompanyScope {
  return decided(intersection(ceiling(grants, userId), reach(grants, userId)));
}

export function canSee(scope: CompanyScope, companyId: string): boolean {
  return scope.all || scope.ids.has(companyId);
}

/** The most that a user may ever see: the companies of their security groups. */
function ceiling(grants: Grants, userId: string): Companies {
  return union(grants.securityGroups.filter((group) => group.users.includes(userId)).map(companiesOf));
}

/** The companies that a user works with, whether or not the ceiling lets them be seen. */
function reach(grants: Grants, userId: string): Companies {
  const user = grants.users.find((candidate) => candidate.id === userId);
  if (!user?.active) return { all: false, ids: new Set() };
  if (user.isManager || user.role === 'admin') return { all: true };
  const groups = grants.accountGroups
    .filter((group) => group.members.includes(userId) || group.accountManagers.includes(userId))
    .map(companiesOf);
  const assigned = grants.accountManagerCompanies
    .filter((row) => row.user === userId)
    .map((row) => row.company);
  return union([...groups, { all: false, ids: new Set(assigned) }]);
}

function companiesOf(group: Grants['securityGroups' | 'accountGroups'][number]): Companies {
  if (holdsEveryCompany(group)) return { all: true };
  return { all: false, ids: new Set(group.companies) };
}

function union(sets: readonly Companies[]): Companies {
  const ids = new Set<string>();
  for (const set of sets) {
    if (set.all) return set;
    for (const id of set.ids) ids.add(id);
  }
  return { all: false, ids };
}

function intersection(a: Companies, b: Companies): Companies {
  if (a.all) return b;
  if (b.all) return a;
  return { all: false, ids: new Set([...a.ids].filter((id) => b.ids.has(id))) };
}

function decided(companies: Companies): CompanyScope {
  return companies as CompanyScope;
}
