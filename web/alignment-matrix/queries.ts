import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getAlignment } from '../../contract/alignment.ts';
import { getAlignmentMatrix, getAlignmentMatrixCsv } from '../../contract/alignment-matrix.ts';
import type { Me } from '../../contract/me.ts';
import { call, urlOf } from '../api/call.ts';
import { type Filters, filterQuery } from '../dashboard/filters.ts';
import { choicesQuery, namesNoFilter } from '../dashboard/queries.ts';
import type { RawSearch } from '../ui/search-text.ts';
import { readMatrixView } from './matrix-view.ts';

/** What the server is asked: axes and order are the screen's own. */
export type Asked = Filters & { readonly weighted: boolean };

/** Every matrix that is known; a change of a cell may concern each of them. */
export const MATRICES = ['alignment', 'matrix'] as const;

/** How often a matrix that stands open looks for what others have set. */
const LOOK_AGAIN = 60_000;

/** The matrix; what was shown before stays until the new figures are there, and is looked up anew on every visit. */
export const matrixQuery = (view: Asked) => {
  const asked: Asked = { ...filterQuery(view), weighted: view.weighted };
  return queryOptions({
    queryKey: [...MATRICES, asked] as const,
    queryFn: ({ signal }) => call(getAlignmentMatrix, { query: apiQuery(asked) }, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: LOOK_AGAIN,
    // comparing hundreds of thousands of numbers takes longer than drawing those in sight
    structuralSharing: false,
  });
};

/** Where the cells shown can be downloaded as CSV. */
export const matrixCsvUrl = (asked: Asked): string => urlOf(getAlignmentMatrixCsv, {}, apiQuery(asked));

/** One cell, as it stands now. */
export const cellQuery = (company: string, stackItem: string) =>
  queryOptions({
    queryKey: ['alignment', 'cell', company, stackItem],
    queryFn: ({ signal }) => call(getAlignment, { params: { id: company, stackItem } }, signal),
    staleTime: 0,
    gcTime: 0,
  });

const apiQuery = (asked: Asked) => ({
  ...filterQuery(asked),
  weighted: asked.weighted ? ('true' as const) : ('false' as const),
});

/** Asks for everything that the page will need, while its code is still on the way. */
export function loadMatrix(queryClient: QueryClient, me: Me, search: RawSearch): void {
  if (me.companies === 0) return;
  void queryClient.prefetchQuery(choicesQuery);
  if (namesNoFilter(search)) void queryClient.prefetchQuery(matrixQuery(readMatrixView(search, null).view));
}
