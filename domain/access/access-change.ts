import { type CompanyScope, canSee, companyScope } from './company-scope.ts';
import type { Grants } from './grants.ts';

/** What a change of grants gives to a user, and what it takes from them: ids of companies. */
export interface AccessChange {
  readonly user: string;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/**
 * Who gains and who loses which of these companies when grants change from `before` to `after`, shown before it is saved
 * (docs/product.md §2). Users as they come in `after`, then those that it lacks; the companies in the order in which they
 * are given. Whoever sees the same as before is left out.
 */
export function accessChanges(before: Grants, after: Grants, companies: readonly string[]): AccessChange[] {
  const users = new Set([...after.users, ...before.users].map(({ id }) => id));
  return [...users].flatMap((user) => {
    const [old, now] = [companyScope(before, user), companyScope(after, user)];
    if (isSame(old, now)) return [];
    const gains = companies.filter((id) => canSee(now, id) && !canSee(old, id));
    const loses = companies.filter((id) => canSee(old, id) && !canSee(now, id));
    return gains.length + loses.length > 0 ? [{ user, gains, loses }] : [];
  });
}

function isSame(a: CompanyScope, b: CompanyScope): boolean {
  if (a.all || b.all) return a.all === b.all;
  return a.ids.size === b.ids.size && [...a.ids].every((id) => b.ids.has(id));
}
