import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Me } from '../../contract/me.ts';
import {
  getRetention,
  getRetentionCsv,
  getRetentionRows,
  getRetentionRowsCsv,
} from '../../contract/retention.ts';
import { addToMonth, monthOf } from '../../domain/calendar/month.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { RetentionFigure } from '../../domain/retention/figures.ts';
import { call, urlOf } from '../api/call.ts';
import { filterQuery } from '../dashboard/filters.ts';
import { choicesQuery, namesNoFilter } from '../dashboard/queries.ts';
import type { RawSearch } from '../ui/search-text.ts';
import { type RetentionView, readRetentionView } from './retention-view.ts';

/** What the server is asked: the month in focus is the screen's own. */
type Asked = Omit<RetentionView, 'ribbon' | 'month'>;

/** The months up to today; what was shown before stays until the new ones are there. */
export const retentionQuery = (asked: Asked, today: Day) => {
  const query = apiQuery(asked, today);
  return queryOptions({
    queryKey: ['retention', 'months', query],
    queryFn: ({ signal }) => call(getRetention, { query }, signal),
    placeholderData: keepPreviousData,
  });
};

/** Where the same months can be downloaded as CSV. */
export const retentionCsvUrl = (asked: Asked, today: Day): string =>
  urlOf(getRetentionCsv, {}, apiQuery(asked, today));

function apiQuery(asked: Asked, today: Day) {
  const to = monthOf(today);
  return { ...how(asked), from: addToMonth(to, 1 - Number(asked.months)), to };
}

function how(asked: Asked) {
  const { accountManager, accountGroup, segment, health } = filterQuery(asked);
  return { accountManager, accountGroup, segment, health, over: asked.over, by: asked.by };
}

/** A figure of a month whose companies are opened; `group`: of the breakdown, null for those in none. */
export interface RetentionOpening {
  readonly month: string;
  readonly figure: RetentionFigure;
  readonly group?: { readonly id: string | null; readonly name: string };
}

export const retentionRowsQuery = (asked: Asked, opening: RetentionOpening) => {
  const query = rowsApiQuery(asked, opening);
  return queryOptions({
    queryKey: ['retention', 'rows', query],
    queryFn: ({ signal }) => call(getRetentionRows, { query }, signal),
  });
};

export const retentionRowsCsvUrl = (asked: Asked, opening: RetentionOpening): string =>
  urlOf(getRetentionRowsCsv, {}, rowsApiQuery(asked, opening));

const rowsApiQuery = (asked: Asked, { month, figure, group }: RetentionOpening) => ({
  ...how(asked),
  month,
  figure,
  ...(group ? { group: group.id ?? '' } : {}),
});

/** Asks for everything that the page will need, while its code is still on the way. */
export function loadRetention(queryClient: QueryClient, me: Me, search: RawSearch): void {
  if (me.companies === 0) return;
  void queryClient.prefetchQuery(choicesQuery);
  if (!namesNoFilter(search)) return;
  const { view } = readRetentionView(search, null);
  void queryClient.prefetchQuery(retentionQuery(view, me.workspace.asOf));
}
