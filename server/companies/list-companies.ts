import type { z } from 'zod';
import type { CompanySort, listCompanies } from '../../contract/companies.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import { known } from '../../domain/portfolio/column-arrays.ts';
import type { Portfolio } from '../../domain/portfolio/columns.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import { badRequest } from '../platform/http/refusal.ts';
import { searchNames } from './company-names.ts';
import { alignmentOf } from './company-row.ts';

export type ListQuery = z.output<NonNullable<typeof listCompanies.query>>;

/** Where a company stands in the list: how well it fits the search, its figure, its name, its id. */
type Place = readonly [fit: number, value: number | null, name: string, id: string];

/**
 * A page of the companies that the viewer sees, as slots, and where the next one begins. `among`: only these ids. The
 * cursor names the last company's place, so that a page follows on whatever has come, gone or changed in between.
 */
export function pageOfCompanies(
  { loaded: { portfolio }, scope }: Pick<Viewer, 'loaded' | 'scope'>,
  query: ListQuery,
  among: ReadonlySet<string> | null,
): { slots: number[]; next: string | null } {
  const { order, slots: used, ids } = portfolio;
  const visible = [...order.subarray(0, used.size)].filter(
    (slot) => canSee(scope, ids[slot]!) && (among === null || among.has(ids[slot]!)),
  );
  const search = query.search?.trim() ?? '';
  const fits = search === '' ? null : searchNames(portfolio, visible, search);
  const found = fits === null ? visible : visible.filter((slot) => fits.has(slot));
  const figureOf = figures[query.sort];
  const placeOf = (slot: number): Place => [
    fits?.get(slot) ?? 0,
    figureOf ? figureOf(portfolio, slot) : null,
    portfolio.names[slot]!,
    ids[slot]!,
  ];
  const places = found.map((slot) => ({ slot, place: placeOf(slot) }));
  const compare = (a: Place, b: Place) => comparePlaces(a, b, query);
  if (fits !== null || figureOf || query.order === 'desc') places.sort((a, b) => compare(a.place, b.place));
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const start = after ? places.findIndex(({ place }) => compare(place, after) > 0) : 0;
  const page = start < 0 ? [] : places.slice(start, start + query.limit);
  const more = start >= 0 && start + query.limit < places.length;
  return { slots: page.map(({ slot }) => slot), next: more ? writeCursor(page.at(-1)!.place) : null };
}

const figures: Record<CompanySort, ((portfolio: Portfolio, slot: number) => number | null) | null> = {
  name: null,
  mrr: ({ company }, slot) => company.mrr[slot]!,
  employees: ({ company }, slot) => known(company.employees, slot),
  health: ({ company }, slot) => known(company.health, slot),
  effort: ({ company }, slot) => known(company.effort, slot),
  alignment: alignmentOf,
  opportunity: ({ company }, slot) => company.mrrOpportunity[slot]! + company.oneTimeOpportunity[slot]!,
};

function comparePlaces(a: Place, b: Place, { sort, order }: ListQuery): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  const direction = order === 'asc' ? 1 : -1;
  if (sort === 'name') return direction * (compareText(a[2], b[2]) || compareText(a[3], b[3]));
  return compareFigures(a[1], b[1], direction) || compareText(a[2], b[2]) || compareText(a[3], b[3]);
}

/** Without a figure last, in either direction. */
function compareFigures(a: number | null, b: number | null, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return direction * (a - b);
}

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isPlace(place)) return place;
  } catch {
    // not JSON: refused below
  }
  throw badRequest([{ in: 'query', name: 'cursor', expected: 'the `next` of a page before' }]);
}

function isPlace(place: unknown): place is Place {
  if (!Array.isArray(place) || place.length !== 4) return false;
  const [fit, value, name, id] = place as unknown[];
  const isNumber = (it: unknown) => typeof it === 'number';
  return (
    isNumber(fit) && (value === null || isNumber(value)) && typeof name === 'string' && typeof id === 'string'
  );
}
