import type { Portfolio } from '../../domain/portfolio/columns.ts';
import { almostContains, FITS, fitOf, fold, tolerance } from './search.ts';

/** By slot, each name as the search sees it; made anew when the slot's name is another one. */
const foldedNames = new WeakMap<Portfolio, { readonly names: string[]; readonly folded: string[] }>();

/**
 * How well each of these companies' names fits a search, as indexes into FITS; those that do not are left out. Mistyped
 * letters are allowed for only when no name contains the search as it is.
 */
export function searchNames(
  portfolio: Portfolio,
  slots: readonly number[],
  search: string,
): Map<number, number> {
  const wanted = fold(search);
  const fits = new Map<number, number>();
  for (const slot of slots) {
    const found = fitOf(foldedName(portfolio, slot), wanted);
    if (found >= 0) fits.set(slot, found);
  }
  const most = tolerance(wanted);
  if (fits.size > 0 || most === 0) return fits;
  for (const slot of slots) {
    if (almostContains(foldedName(portfolio, slot), wanted, most)) fits.set(slot, FITS.length - 1);
  }
  return fits;
}

function foldedName(portfolio: Portfolio, slot: number): string {
  const kept = foldedNames.get(portfolio) ?? { names: [], folded: [] };
  foldedNames.set(portfolio, kept);
  const name = portfolio.names[slot]!;
  if (kept.names[slot] !== name) {
    kept.names[slot] = name;
    kept.folded[slot] = fold(name);
  }
  return kept.folded[slot]!;
}
