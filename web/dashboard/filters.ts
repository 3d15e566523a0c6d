import { type DashboardQuery, WHOLE_DASHBOARD } from '../../domain/dashboard/query.ts';
import type { RawSearch } from '../ui/search-text.ts';

/** The dashboard's filters, under the names that they have in the address and in the API. */
export const FILTERS = [
  'company',
  'health',
  'accountManager',
  'accountGroup',
  'segment',
  'tag',
  'stackItem',
] as const;
export type Filter = (typeof FILTERS)[number];

/** What is filtered by: values within one filter are alternatives, filters narrow each other. */
export type Filters = Pick<DashboardQuery, Filter>;

/** A page's filters, and whether they stand open. */
export interface FilterView extends Filters {
  readonly ribbon: boolean;
}

/** Which values each filter knows. */
export type KnownValues = Readonly<Record<Filter, ReadonlySet<string>>>;

const { company, health, accountManager, accountGroup, segment, tag, stackItem } = WHOLE_DASHBOARD;
export const NO_FILTERS: Filters = { company, health, accountManager, accountGroup, segment, tag, stackItem };

export const appliedFilters = (filters: Filters): readonly Filter[] =>
  FILTERS.filter((name) => filters[name].length > 0);

/** Writes the applied filters as a part of an address. */
export const filterSearch = (filters: Filters): RawSearch =>
  Object.fromEntries(appliedFilters(filters).map((name) => [name, filters[name]]));

/** The filters as the API takes them. */
export const filterQuery = (filters: Filters) => ({
  company: [...filters.company],
  health: [...filters.health],
  accountManager: [...filters.accountManager],
  accountGroup: [...filters.accountGroup],
  segment: [...filters.segment],
  tag: [...filters.tag],
  stackItem: [...filters.stackItem],
});
