import type { Portfolio } from '../../domain/portfolio/columns.ts';
import { almostContains, FITS, fitOf, fold, lettersOf, tolerance, wrongLetters } from './search.ts';

/** By slot: each name, how the search sees it, and which letters it has; made anew when the slot's name is another one. */
interface Names {
  readonly names: string[];
  readonly folded: string[];
  readonly letters: number[];
}

const namesOf = new WeakMap<Portfolio, Names>();

/**
 * How well each of these companies' names fits a search, as indexes into FITS; those that do not are left out. Mistyped
 * letters are allowed for only when no name contains the search as it is.
 */
export function searchNames(portfolio: Portfolio, slots: Int32Array, search: string): Map<number, number> {
  const { folded, letters } = foldedNames(portfolio, slots);
  const wanted = fold(search);
  const fits = new Map<number, number>();
  for (const slot of slots) {
    const found = fitOf(folded[slot]!, wanted);
    if (found >= 0) fits.set(slot, found);
  }
  const most = tolerance(wanted);
  if (fits.size > 0 || most === 0) return fits;
  const wantedLetters = lettersOf(wanted);
  for (const slot of slots) {
    if (wrongLetters(wantedLetters, letters[slot]!) > most) continue;
    if (almostContains(folded[slot]!, wanted, most)) fits.set(slot, FITS.length - 1);
  }
  return fits;
}

function foldedNames(portfolio: Portfolio, slots: Int32Array): Names {
  const kept = namesOf.get(portfolio) ?? { names: [], folded: [], letters: [] };
  namesOf.set(portfolio, kept);
  for (const slot of slots) {
    const name = portfolio.names[slot]!;
    if (kept.names[slot] === name) continue;
    kept.names[slot] = name;
    kept.folded[slot] = fold(name);
    kept.letters[slot] = lettersOf(kept.folded[slot]!);
  }
  return kept;
}
