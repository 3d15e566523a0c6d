import { queryOptions } from '@tanstack/react-query';
import { listAlignments } from '../../contract/alignment.ts';
import { listAlignmentNotes } from '../../contract/alignment-notes.ts';
import { listCompanyRecommendations } from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';

/** How often a grid that stands open looks for what others have set. */
const LOOK_AGAIN = 15_000;

/** A company's whole grid. */
export const gridQuery = (company: string) =>
  queryOptions({
    queryKey: ['alignment', 'grid', company],
    queryFn: ({ signal }) => call(listAlignments, { params: { id: company } }, signal),
    refetchInterval: LOOK_AGAIN,
  });

/** A cell's notes in full. */
export const notesQuery = (company: string, stackItem: string) =>
  queryOptions({
    queryKey: ['alignment', 'notes', company, stackItem],
    queryFn: ({ signal }) => call(listAlignmentNotes, { params: { id: company, stackItem } }, signal),
    staleTime: 0,
  });

/** A company's recommendations, to choose one of them. */
export const recommendationsQuery = (company: string) =>
  queryOptions({
    queryKey: ['alignment', 'recommendations', company],
    queryFn: ({ signal }) => call(listCompanyRecommendations, { params: { id: company } }, signal),
    staleTime: 0,
  });
