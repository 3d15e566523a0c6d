import { queryOptions } from '@tanstack/react-query';
import { listAssessmentTemplates } from '../../contract/assessment-templates.ts';
import { compareAssessments, getAssessment, listAssessments } from '../../contract/assessments.ts';
import { call } from '../api/call.ts';

/** How often a page that stands open looks for what others answer meanwhile. */
const LOOK_AGAIN = 4_000;

/** The templates that assessments are taken from. */
export const templatesQuery = queryOptions({
  queryKey: ['assessment templates'],
  queryFn: ({ signal }) => call(listAssessmentTemplates, {}, signal),
});

/** A company's assessments, latest first. */
export const assessmentsQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'assessments', company],
    queryFn: ({ signal }) => call(listAssessments, { params: { id: company } }, signal),
  });

/** One assessment with its answers; while it is in progress, others may be answering too. */
export const assessmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['assessments', id],
    queryFn: ({ signal }) => call(getAssessment, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'in_progress' ? LOOK_AGAIN : false),
  });

/** What has become better and worse from one assessment to a later one. */
export const comparisonQuery = (after: string, before: string) =>
  queryOptions({
    queryKey: ['assessments', after, 'since', before],
    queryFn: ({ signal }) => call(compareAssessments, { params: { id: after }, query: { before } }, signal),
  });
