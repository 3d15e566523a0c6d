import type { z } from 'zod';
import type { listCompanies } from '../../contract/companies.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import type { Portfolio } from '../../domain/portfolio/columns.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { searchNames } from './company-names.ts';
import { FITS } from './search.ts';
import { FIGURES, type Order, sortedCompanies } from './sorted-companies.ts';

export type ListQuery = z.output<NonNullable<typeof listCompanies.query>>;

/** Where a company stands in the list: how well it fits the search, its figure, its name, its id. */
type Place = readonly [fit: number, figure: number | null, name: string, id: string];

/**
 * A page of the companies that the viewer sees, as slots, and where the next one begins. `among`: only these ids. The
 * cursor names the last company's place, so that a page follows on whatever has come, gone or changed in between.
 */
export function pageOfCompanies(
  { loaded: { portfolio }, scope }: Pick<Viewer, 'loaded' | 'scope'>,
  query: ListQuery,
  among: ReadonlySet<string> | null,
): { slots: number[]; next: string | null } {
  const { ids } = portfolio;
  const sorted = sortedCompanies(portfolio, query.sort, query.order);
  const isListed = (slot: number) => canSee(scope, ids[slot]!) && (among === null || among.has(ids[slot]!));
  const listed = scope.all && among === null ? sorted : sorted.filter(isListed);
  const search = query.search?.trim() ?? '';
  const fits = search === '' ? null : searchNames(portfolio, listed, search);
  const found = fits === null ? listed : byFit(listed, fits);
  const placeOf = (slot: number): Place => placeAt(portfolio, slot, query, fits);
  const start =
    query.cursor === undefined ? 0 : startAfter(found, placeOf, readCursor(query.cursor, isPlace), query);
  const page = [...found.subarray(start, start + query.limit)];
  const more = start + query.limit < found.length;
  return { slots: page, next: more ? writeCursor(placeOf(page.at(-1)!)) : null };
}

/** Those that fit, the best first, otherwise in their order. */
function byFit(sorted: Int32Array, fits: ReadonlyMap<number, number>): Int32Array {
  const found = FITS.map((_, fit) => sorted.filter((slot) => fits.get(slot) === fit));
  return Int32Array.from(found.flatMap((slots) => [...slots]));
}

function placeAt(
  portfolio: Portfolio,
  slot: number,
  { sort }: ListQuery,
  fits: ReadonlyMap<number, number> | null,
): Place {
  const figure = FIGURES[sort]?.(portfolio, slot) ?? null;
  return [fits?.get(slot) ?? 0, figure, portfolio.names[slot]!, portfolio.ids[slot]!];
}

/** The index of the first company that stands after a place. */
function startAfter(
  found: Int32Array,
  placeOf: (slot: number) => Place,
  after: Place,
  query: ListQuery,
): number {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(placeOf(found[middle]!), after, query) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

function comparePlaces(a: Place, b: Place, { sort, order }: ListQuery): number {
  const byName = compareText(a[2], b[2]) || compareText(a[3], b[3]);
  if (a[0] !== b[0]) return a[0] - b[0];
  if (sort === 'name') return order === 'asc' ? byName : -byName;
  return compareFigures(a[1], b[1], order) || byName;
}

/** Without a figure last, in either direction. */
function compareFigures(a: number | null, b: number | null, order: Order): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return order === 'asc' ? a - b : b - a;
}

function isPlace(place: unknown): place is Place {
  if (!Array.isArray(place) || place.length !== 4) return false;
  const [fit, figure, name, id] = place as unknown[];
  const isNumber = (it: unknown) => typeof it === 'number';
  return (
    isNumber(fit) &&
    (figure === null || isNumber(figure)) &&
    typeof name === 'string' &&
    typeof id === 'string'
  );
}
