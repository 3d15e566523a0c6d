import { type DashboardQuery, RANKS, type Rank, WHOLE_DASHBOARD } from '../../domain/dashboard/query.ts';
import { ELEMENTS, FIGURES, type Opening } from '../../domain/dashboard/rows.ts';
import type { RawSearch } from '../ui/search-text.ts';
import { type AddressReader, addressReader, type Dropped } from './address-reader.ts';
import { FILTERS, type FilterView, filterSearch, type KnownValues } from './filters.ts';

/** What the dashboard shows and how; all of it stands in the address. */
export interface DashboardView extends Omit<DashboardQuery, 'selected'>, FilterView {
  readonly sizeByEmployees: boolean;
  /** Whose rows are opened. */
  readonly opening: Opening | null;
}

const { selected: _, ...whole } = WHOLE_DASHBOARD;
export const WHOLE_VIEW: DashboardView = { ...whole, sizeByEmployees: false, ribbon: false, opening: null };

/**
 * Reads a view out of an address. What is unknown is left out and named in `dropped`; without `known` (the choices are
 * still being loaded) every filter value is taken as it is.
 */
export function readView(
  search: RawSearch,
  known: KnownValues | null,
): { view: DashboardView; dropped: readonly Dropped[] } {
  const address = addressReader(search, known);
  const { one } = address;
  const view: DashboardView = {
    ...address.filters(),
    value: one('value', ['perSeat', 'total']) ?? WHOLE_VIEW.value,
    rank: one<Rank>('rank', RANKS) ?? WHOLE_VIEW.rank,
    weighted: one('weighted', ['true', 'false']) === 'true',
    sizeByEmployees: one('size', ['employees']) !== null,
    ribbon: one('ribbon', ['shown']) !== null,
    opening: readOpening(search, one),
  };
  address.dropOthers(PARAMETERS);
  return { view, dropped: address.dropped };
}

const PARAMETERS = new Set<string>([
  ...FILTERS,
  'value',
  'rank',
  'weighted',
  'size',
  'ribbon',
  'element',
  'slice',
  'item',
  'figure',
]);

function readOpening(search: RawSearch, one: AddressReader['one']): Opening | null {
  const element = one('element', ELEMENTS);
  const figure = one('figure', FIGURES);
  return element && { element, slice: search.slice?.[0] ?? null, item: search.item?.[0] ?? null, figure };
}

/** Writes a view as an address; what is as usual is left out. */
export function viewSearch(view: DashboardView): RawSearch {
  const { opening } = view;
  const single: Readonly<Record<string, string | null>> = {
    value: view.value === WHOLE_VIEW.value ? null : view.value,
    rank: view.rank === WHOLE_VIEW.rank ? null : view.rank,
    weighted: view.weighted ? 'true' : null,
    size: view.sizeByEmployees ? 'employees' : null,
    ribbon: view.ribbon ? 'shown' : null,
    element: opening?.element ?? null,
    slice: opening?.slice ?? null,
    item: opening?.item ?? null,
    figure: opening?.figure ?? null,
  };
  const search = { ...filterSearch(view) };
  for (const [name, value] of Object.entries(single)) if (value !== null) search[name] = [value];
  return search;
}

/** What a saved view keeps: filters and options, not what is opened at the moment. */
export const savedPart = (view: DashboardView): DashboardView => ({
  ...view,
  opening: null,
  ribbon: false,
});
