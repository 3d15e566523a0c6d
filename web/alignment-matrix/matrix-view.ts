import { type AddressReader, addressReader, type Dropped } from '../dashboard/address-reader.ts';
import {
  FILTERS,
  type FilterView,
  filterSearch,
  type KnownValues,
  NO_FILTERS,
} from '../dashboard/filters.ts';
import type { RawSearch } from '../ui/search-text.ts';

export const COMPANY_SORTS = ['name', 'gap', 'amount'] as const;
export type CompanySort = (typeof COMPANY_SORTS)[number];

/** `stack`: in the stack's own order. */
export const ITEM_SORTS = ['stack', 'name', 'gap', 'amount'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

/** What the matrix shows and how; all of it stands in the address. */
export interface MatrixView extends FilterView {
  /** Recommended opportunity times its win probability. */
  readonly weighted: boolean;
  /** Stack items run down and companies across; otherwise it is the other way round. */
  readonly swapped: boolean;
  readonly sortCompanies: CompanySort;
  readonly sortItems: ItemSort;
}

export const WHOLE_MATRIX: MatrixView = {
  ...NO_FILTERS,
  ribbon: false,
  weighted: false,
  swapped: false,
  sortCompanies: 'name',
  sortItems: 'stack',
};

const PARAMETERS = new Set<string>([...FILTERS, 'ribbon', 'weighted', 'axes', 'sortCompanies', 'sortItems']);

/** Reads a view out of an address; what is unknown is left out and named in `dropped` (see addressReader). */
export function readMatrixView(
  search: RawSearch,
  known: KnownValues | null,
): { view: MatrixView; dropped: readonly Dropped[] } {
  const address: AddressReader = addressReader(search, known);
  const { one } = address;
  const view: MatrixView = {
    ...address.filters(),
    ribbon: one('ribbon', ['shown']) !== null,
    weighted: one('weighted', ['true', 'false']) === 'true',
    swapped: one('axes', ['swapped']) !== null,
    sortCompanies: one('sortCompanies', COMPANY_SORTS) ?? WHOLE_MATRIX.sortCompanies,
    sortItems: one('sortItems', ITEM_SORTS) ?? WHOLE_MATRIX.sortItems,
  };
  address.dropOthers(PARAMETERS);
  return { view, dropped: address.dropped };
}

/** Writes a view as an address; what is as usual is left out. */
export function matrixSearch(view: MatrixView): RawSearch {
  const { ribbon, weighted, swapped, sortCompanies, sortItems } = view;
  return {
    ...filterSearch(view),
    ...(ribbon ? { ribbon: ['shown'] } : {}),
    ...(weighted ? { weighted: ['true'] } : {}),
    ...(swapped ? { axes: ['swapped'] } : {}),
    ...(sortCompanies === WHOLE_MATRIX.sortCompanies ? {} : { sortCompanies: [sortCompanies] }),
    ...(sortItems === WHOLE_MATRIX.sortItems ? {} : { sortItems: [sortItems] }),
  };
}
