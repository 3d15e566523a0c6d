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

/** The recommendations of one column of the board, those of the next quarters first. */
export const statusColumnQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: ['recommendations', 'column', query],
    queryFn: async ({ signal }) =>
      (await call(listRecommendations, { query: { ...query, limit: COLUMN } }, signal)).items,
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
