import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '../../contract/endpoint.ts';
import {
  getCompletion,
  getRecommendation,
  getRecommendationChoices,
  getRecommendationsCsv,
  getRecommendationTotals,
  listCompanyRecommendations,
  listRecommendations,
} from '../../contract/recommendations.ts';
import { call, urlOf } from '../api/call.ts';
import type { StatusColumn } from './moved-columns.ts';

export type RecommendationFilters = QueryOf<typeof getRecommendationTotals>;
type ListQuery = Omit<QueryOf<typeof listRecommendations>, 'cursor'>;

/** Statuses in their order, and the categories, priorities and quarters in use. */
export const recommendationChoicesQuery = queryOptions({
  queryKey: ['recommendations', 'choices'],
  queryFn: ({ signal }) => call(getRecommendationChoices, {}, signal),
});

/** One recommendation as it is now: what is edited must not be what was seen a while ago. */
export const recommendationQuery = (id: string) =>
  queryOptions({
    queryKey: ['recommendations', 'one', id],
    queryFn: ({ signal }) => call(getRecommendation, { params: { id } }, signal),
    staleTime: 0,
    gcTime: 0,
  });

/** A company's recommendations, open ones first. */
export const companyRecommendationsQuery = (company: string) =>
  queryOptions({
    queryKey: ['recommendations', 'company', company],
    queryFn: async ({ signal }) =>
      (await call(listCompanyRecommendations, { params: { id: company } }, signal)).items,
  });

/** Recommendations to the companies that one sees, page by page. */
export const recommendationsQuery = (query: ListQuery) =>
  infiniteQueryOptions({
    queryKey: ['recommendations', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      call(listRecommendations, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** So many cards a column of the board shows; what is beyond stands in the table. */
const COLUMN = 60;

/**
 * Statuses with their recommendations, those of the next quarters first, and what they come to. It comes as a whole, so
 * that a card that was moved is never in two columns, or in none.
 */
export const recommendationBoardQuery = (filters: RecommendationFilters, statuses: readonly string[]) =>
  queryOptions({
    queryKey: ['recommendations', 'board', filters, statuses],
    queryFn: async ({ signal }): Promise<readonly StatusColumn[]> => {
      const cardsOf = async (status: string) =>
        (await call(listRecommendations, { query: { ...filters, status: [status], limit: COLUMN } }, signal))
          .items;
      const [totals, ...cards] = await Promise.all([
        call(getRecommendationTotals, { query: filters }, signal),
        ...statuses.map(cardsOf),
      ]);
      return statuses.map((status, at) => ({
        status,
        cards: cards[at]!,
        totals: totals.statuses.find((sums) => sums.status === status)!,
      }));
    },
    placeholderData: keepPreviousData,
  });

/** What the same recommendations come to, by status. */
export const recommendationTotalsQuery = (query: RecommendationFilters) =>
  queryOptions({
    queryKey: ['recommendations', 'totals', query],
    queryFn: ({ signal }) => call(getRecommendationTotals, { query }, signal),
    placeholderData: keepPreviousData,
  });

/** Where the same recommendations can be downloaded as CSV. */
export const recommendationsCsvUrl = (query: QueryOf<typeof getRecommendationsCsv>): string =>
  urlOf(getRecommendationsCsv, {}, query);

/** What completing a recommendation would do; asked for anew whenever it is looked at. */
export const completionQuery = (id: string) =>
  queryOptions({
    queryKey: ['recommendations', 'completion', id],
    queryFn: ({ signal }) => call(getCompletion, { params: { id } }, signal),
    staleTime: 0,
    gcTime: 0,
  });
