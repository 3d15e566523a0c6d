import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getDashboard, getDashboardChoices } from '../../contract/dashboard.ts';
import { type DashboardRows, getDashboardRows, getDashboardRowsCsv } from '../../contract/dashboard-rows.ts';
import type { QueryOf, ResponseOf } from '../../contract/endpoint.ts';
import type { Me } from '../../contract/me.ts';
import type { Dashboard } from '../../domain/dashboard/dashboard.ts';
import type { Opening } from '../../domain/dashboard/rows.ts';
import { call, urlOf } from '../api/call.ts';
import type { RawSearch } from '../ui/search-text.ts';
import { FILTERS, filterQuery, type KnownValues } from './filters.ts';
import { type DashboardView, readView } from './view.ts';

export type Choices = ResponseOf<typeof getDashboardChoices>;

export const choicesQuery = queryOptions({
  queryKey: ['dashboard', 'choices'],
  queryFn: ({ signal }) => call(getDashboardChoices, {}, signal),
  staleTime: 60_000,
});

/** The dashboard of a view; what was shown before stays until the new figures are there. */
export const dashboardQuery = (view: DashboardView, selected: string | undefined) => {
  const query = apiQuery(view, selected);
  return queryOptions({
    queryKey: ['dashboard', 'figures', query],
    queryFn: ({ signal }): Promise<Dashboard> => call(getDashboard, { query }, signal),
    placeholderData: keepPreviousData,
  });
};

/** The rows behind what is opened. */
export const rowsQuery = (view: DashboardView, opening: Opening) => {
  const query = rowsApiQuery(view, opening);
  return queryOptions({
    queryKey: ['dashboard', 'rows', query],
    queryFn: ({ signal }): Promise<DashboardRows> => call(getDashboardRows, { query }, signal),
  });
};

/** Where the same rows can be downloaded as CSV. */
export const rowsCsvUrl = (view: DashboardView, opening: Opening): string =>
  urlOf(getDashboardRowsCsv, {}, rowsApiQuery(view, opening));

function apiQuery(view: DashboardView, selected: string | undefined): QueryOf<typeof getDashboard> {
  return {
    ...filterQuery(view),
    value: view.value,
    rank: view.rank,
    weighted: view.weighted ? 'true' : 'false',
    ...(selected === undefined ? {} : { selected }),
  };
}

function rowsApiQuery(
  view: DashboardView,
  { element, slice, item, figure }: Opening,
): QueryOf<typeof getDashboardRows> {
  return {
    ...apiQuery(view, undefined),
    element,
    ...(slice === null ? {} : { slice }),
    ...(item === null ? {} : { item }),
    ...(figure === null ? {} : { figure }),
  };
}

/** The values that an address may name. */
export function knownValues(choices: Choices): KnownValues {
  const ids = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id));
  return {
    company: ids(choices.companies),
    health: new Set(choices.healthStatuses.map(({ name }) => name)),
    accountManager: ids(choices.accountManagers),
    accountGroup: ids(choices.accountGroups),
    segment: ids(choices.segments),
    tag: new Set(choices.tags),
    stackItem: ids(choices.stackItems),
  };
}

/** Whether an address can be asked for before it is known which filter values there are. */
export const namesNoFilter = (search: RawSearch): boolean => FILTERS.every((name) => !search[name]?.length);

/** Asks for everything that the page will need: while its code is still on the way, or before it is drawn anew. */
export function loadDashboard(queryClient: QueryClient, me: Me, search: RawSearch): void {
  if (me.companies === 0) return;
  void queryClient.prefetchQuery(choicesQuery);
  const choices = queryClient.getQueryData(choicesQuery.queryKey);
  if (choices || namesNoFilter(search)) {
    const { view } = readView(search, choices ? knownValues(choices) : null);
    void queryClient.prefetchQuery(dashboardQuery(view, me.recentCompanies[0]?.id));
  }
}
