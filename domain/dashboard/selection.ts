import { companiesOfAccountGroup, companiesOfAccountManager } from '../access/account-managers.ts';
import type { Portfolio } from '../portfolio/columns.ts';
import { QUADRANTS } from '../portfolio/definitions.ts';
import { placement } from '../portfolio/placement.ts';
import { bitmapOf, keptBitmap, union } from './bitmap.ts';
import type { DashboardQuery, DashboardRequest } from './query.ts';
import { healthStatuses } from './statuses.ts';

/**
 * The slots of the dashboard's companies, by name then id: visible, in stage onboarding or active, passing the filters
 * (docs/product.md §11).
 */
export function selectCompanies(portfolio: Portfolio, request: DashboardRequest): Int32Array {
  const { current } = portfolio.company;
  return passing(portfolio, request, (slot) => Boolean(current[slot]));
}

/** The same in any stage: prospects and former clients as well. */
export function selectInAnyStage(portfolio: Portfolio, request: DashboardRequest): Int32Array {
  return passing(portfolio, request, () => true);
}

function passing(
  portfolio: Portfolio,
  request: DashboardRequest,
  isMeant: (slot: number) => boolean,
): Int32Array {
  const bitmaps = filterBitmaps(portfolio, request);
  const tests = filterTests(portfolio, request.query);
  const { order, slots } = portfolio;
  const selected = new Int32Array(slots.size);
  let count = 0;
  for (let at = 0; at < slots.size; at++) {
    const slot = order[at]!;
    if (!isMeant(slot)) continue;
    if (bitmaps.every((bitmap) => bitmap[slot]) && tests.every((passes) => passes(slot)))
      selected[count++] = slot;
  }
  return selected.subarray(0, count);
}

/** Filters that name companies, directly or by who looks after them. */
function filterBitmaps(portfolio: Portfolio, { grants, scope, query }: DashboardRequest): Uint8Array[] {
  const bitmaps = [keptBitmap(portfolio, scope)];
  if (query.company.length) bitmaps.push(bitmapOf(portfolio, query.company));
  if (query.accountManager.length) {
    const sets = query.accountManager.map((user) => companiesOfAccountManager(grants, user));
    bitmaps.push(union(sets.map((set) => keptBitmap(portfolio, set))));
  }
  if (query.accountGroup.length) {
    const sets = query.accountGroup.map((group) => companiesOfAccountGroup(grants, group));
    bitmaps.push(union(sets.map((set) => keptBitmap(portfolio, set))));
  }
  return bitmaps.filter((bitmap) => bitmap !== null);
}

/** Filters by what a company is like. */
function filterTests(portfolio: Portfolio, query: DashboardQuery): ((slot: number) => boolean)[] {
  const tests: ((slot: number) => boolean)[] = [];
  if (query.health.length) {
    const wanted = healthStatuses(portfolio.definitions).map(({ name }) => query.health.includes(name));
    tests.push((slot) => wanted[portfolio.company.status[slot]!]!);
  }
  if (query.tag.length) {
    const wanted = new Set(query.tag);
    tests.push((slot) => portfolio.tags[slot]!.some((tag) => wanted.has(tag)));
  }
  if (query.segment.length) {
    const placed = placement(portfolio, query.value);
    const wanted = [...QUADRANTS, 'not_placed' as const].map((segment) => query.segment.includes(segment));
    tests.push((slot) => wanted[placed[slot]!]!);
  }
  return tests;
}
