import type { CompanySet } from '../access/account-managers.ts';
import type { Portfolio } from '../portfolio/columns.ts';

/** By slot, 1 for the companies of a set; null where it holds all. */
export type Bitmap = Uint8Array | null;

interface Kept {
  readonly companies: number;
  readonly bitmap: Bitmap;
}

const keptFor = new WeakMap<Portfolio, WeakMap<CompanySet, Kept>>();

/** The companies of a set that does not change, such as a viewer's scope; kept with it until a company comes or goes. */
export function keptBitmap(portfolio: Portfolio, set: CompanySet): Bitmap {
  const bySet = keptFor.get(portfolio) ?? new WeakMap<CompanySet, Kept>();
  keptFor.set(portfolio, bySet);
  const { companies } = portfolio.revision;
  const old = bySet.get(set);
  if (old?.companies === companies) return old.bitmap;
  const bitmap = set.all ? null : bitmapOf(portfolio, set.ids);
  bySet.set(set, { companies, bitmap });
  return bitmap;
}

/** The companies with these ids, as far as they are in the portfolio. */
export function bitmapOf(portfolio: Portfolio, ids: Iterable<string>): Uint8Array {
  const bitmap = new Uint8Array(portfolio.order.length);
  for (const id of ids) {
    const slot = portfolio.slots.get(id);
    if (slot !== undefined) bitmap[slot] = 1;
  }
  return bitmap;
}

/** The companies of at least one of the bitmaps. */
export function union(bitmaps: readonly Bitmap[]): Bitmap {
  const [first, ...others] = bitmaps;
  if (others.length === 0) return first ?? null;
  if (bitmaps.includes(null)) return null;
  const joined = Uint8Array.from(first!);
  for (const bitmap of others)
    for (let slot = 0; slot < joined.length; slot++) joined[slot]! |= bitmap![slot]!;
  return joined;
}
