import type { CompanySet } from '../access/account-managers.ts';
import type { CompanyScope } from '../access/company-scope.ts';
import type { Portfolio } from '../portfolio/columns.ts';

/** By slot, 1 for the companies of a set; null where it holds all. */
export type Bitmap = Uint8Array | null;

const visibleFor = new WeakMap<Portfolio, WeakMap<CompanyScope, { companies: number; bitmap: Bitmap }>>();

/** The companies that a viewer sees; kept with their scope until a company comes or goes. */
export function visibleBitmap(portfolio: Portfolio, scope: CompanyScope): Bitmap {
  const byScope = visibleFor.get(portfolio) ?? new WeakMap();
  visibleFor.set(portfolio, byScope);
  const { companies } = portfolio.revision;
  const old = byScope.get(scope);
  if (old?.companies === companies) return old.bitmap;
  const bitmap = bitmapOf(portfolio, [scope]);
  byScope.set(scope, { companies, bitmap });
  return bitmap;
}

/** The companies of at least one of the sets. */
export function bitmapOf(portfolio: Portfolio, sets: readonly CompanySet[]): Bitmap {
  if (sets.some((set) => set.all)) return null;
  const bitmap = new Uint8Array(portfolio.order.length);
  for (const set of sets) {
    if (set.all) continue;
    for (const id of set.ids) {
      const slot = portfolio.slots.get(id);
      if (slot !== undefined) bitmap[slot] = 1;
    }
  }
  return bitmap;
}
