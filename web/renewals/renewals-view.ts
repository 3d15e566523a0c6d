import { addressReader, type Dropped } from '../dashboard/address-reader.ts';
import {
  FILTERS,
  type Filter,
  type FilterView,
  filterSearch,
  type KnownValues,
  NO_FILTERS,
} from '../dashboard/filters.ts';
import type { RawSearch } from '../ui/search-text.ts';
import type { Sort, SortOrder } from '../ui/sort-rows.ts';
import { HORIZONS, type Horizon, LONGEST } from './horizon.ts';

export const RENEWAL_SORTS = ['end', 'company', 'status', 'contract', 'vendor', 'mrr'] as const;
export type RenewalSort = (typeof RENEWAL_SORTS)[number];

/** The dashboard's filters that narrow companies; a stack item narrows none. */
export const RENEWAL_FILTERS: readonly Filter[] = FILTERS.filter((name) => name !== 'stackItem');

/** Which renewals are shown, and how; all of it stands in the address. */
export interface RenewalsView extends FilterView {
  readonly within: Horizon;
  readonly sort: Sort & { readonly column: RenewalSort };
}

export const WHOLE_RENEWALS: RenewalsView = {
  ...NO_FILTERS,
  ribbon: false,
  within: LONGEST,
  sort: { column: 'end', order: 'asc' },
};

const ORDERS: readonly SortOrder[] = ['asc', 'desc'];
const PARAMETERS = new Set<string>([...RENEWAL_FILTERS, 'ribbon', 'within', 'sort', 'order']);

/** Reads a view out of an address; what is unknown is left out and named in `dropped` (see addressReader). */
export function readRenewalsView(
  { stackItem = [], ...search }: RawSearch,
  known: KnownValues | null,
): { view: RenewalsView; dropped: readonly Dropped[] } {
  const address = addressReader(search, known);
  const { one } = address;
  const view: RenewalsView = {
    ...address.filters(),
    ribbon: one('ribbon', ['shown']) !== null,
    within: one('within', HORIZONS) ?? WHOLE_RENEWALS.within,
    sort: {
      column: one('sort', RENEWAL_SORTS) ?? WHOLE_RENEWALS.sort.column,
      order: one('order', ORDERS) ?? WHOLE_RENEWALS.sort.order,
    },
  };
  address.dropOthers(PARAMETERS);
  return { view, dropped: [...address.dropped, ...stackItem.map((value) => ({ name: 'stackItem', value }))] };
}

/** Writes a view as an address; what is as usual is left out. */
export function renewalsSearch(view: RenewalsView): RawSearch {
  const { ribbon, within, sort } = view;
  return {
    ...filterSearch(view),
    ...(ribbon ? { ribbon: ['shown'] } : {}),
    ...(within === WHOLE_RENEWALS.within ? {} : { within: [within] }),
    ...(sort.column === WHOLE_RENEWALS.sort.column ? {} : { sort: [sort.column] }),
    ...(sort.order === WHOLE_RENEWALS.sort.order ? {} : { order: [sort.order] }),
  };
}
