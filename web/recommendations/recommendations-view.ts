import { RECOMMENDATION_SORTS, type RecommendationSort } from '../../contract/recommendations.ts';
import type { RawSearch } from '../ui/search-text.ts';
import type { Sort } from '../ui/sort-rows.ts';
import type { RecommendationFilters } from './queries.ts';

/** The filters that are lists; values within one are alternatives. */
export const LIST_FILTERS = ['status', 'owner', 'quarter', 'priority', 'category'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

export const SHOWN = ['open', 'closed', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/** Which recommendations are shown, and how; all of it stands in the address. */
export interface RecommendationsView extends Readonly<Record<ListFilter, readonly string[]>> {
  readonly layout: 'table' | 'board';
  /** Of the table; a board has a column for every status. */
  readonly shown: Shown;
  readonly search: string;
  readonly sort: Sort & { readonly column: RecommendationSort };
  /** The one that is open. */
  readonly opened: string | null;
}

export const NO_FILTERS = {
  status: [],
  owner: [],
  quarter: [],
  priority: [],
  category: [],
  search: '',
} as const;

export const WHOLE_VIEW: RecommendationsView = {
  ...NO_FILTERS,
  layout: 'table',
  shown: 'open',
  sort: { column: 'quarter', order: 'asc' },
  opened: null,
};

/** Reads a view out of an address; what means nothing is as usual. */
export function readRecommendationsView(search: RawSearch): RecommendationsView {
  const list = (name: ListFilter) => [...new Set(search[name] ?? [])].filter((value) => fits(name, value));
  return {
    layout: search.view?.[0] === 'board' ? 'board' : 'table',
    shown: SHOWN.find((one) => one === search.show?.[0]) ?? WHOLE_VIEW.shown,
    search: search.search?.[0]?.slice(0, 200) ?? '',
    status: list('status'),
    owner: list('owner'),
    quarter: list('quarter'),
    priority: list('priority'),
    category: list('category'),
    sort: {
      column: RECOMMENDATION_SORTS.find((one) => one === search.sort?.[0]) ?? WHOLE_VIEW.sort.column,
      order: search.order?.[0] === 'desc' ? 'desc' : 'asc',
    },
    opened: search.recommendation?.[0] ?? null,
  };
}

/** What the API would refuse is no filter. */
const fits = (name: ListFilter, value: string): boolean =>
  name === 'quarter' ? /^[0-9]{4}-Q[1-4]$/.test(value) : value.trim() !== '' && value.length <= 500;

/** Writes a view as an address; what is as usual is left out. */
export function recommendationsSearch(view: RecommendationsView): RawSearch {
  const { layout, shown, search, sort, opened } = view;
  return {
    ...(layout === 'table' ? {} : { view: [layout] }),
    ...(shown === WHOLE_VIEW.shown ? {} : { show: [shown] }),
    ...(search === '' ? {} : { search: [search] }),
    ...Object.fromEntries(LIST_FILTERS.flatMap((name) => (view[name].length ? [[name, view[name]]] : []))),
    ...(sort.column === WHOLE_VIEW.sort.column ? {} : { sort: [sort.column] }),
    ...(sort.order === WHOLE_VIEW.sort.order ? {} : { order: [sort.order] }),
    ...(opened === null ? {} : { recommendation: [opened] }),
  };
}

/** What the API is asked. `company` null: all that one sees. */
export function filtersOf(view: RecommendationsView, company: string | null): RecommendationFilters {
  const search = view.search.trim();
  return {
    ...(company === null ? {} : { company }),
    ...(search === '' ? {} : { search }),
    ...(view.layout === 'board' || view.shown === 'all'
      ? {}
      : { open: view.shown === 'open' ? ('true' as const) : ('false' as const) }),
    ...Object.fromEntries(
      LIST_FILTERS.flatMap((name) => (view[name].length ? [[name, [...view[name]]]] : [])),
    ),
  };
}

/** How many filters are set. */
export const filterCount = (view: RecommendationsView): number =>
  LIST_FILTERS.filter((name) => view[name].length > 0).length + Number(view.search.trim() !== '');
