import { queryOptions } from '@tanstack/react-query';
import { getClientRoadmap } from '../../contract/client-roadmap.ts';
import { getBudgetCsv, getRoadmap } from '../../contract/roadmap.ts';
import type { Weighing } from '../../domain/recommendations/budget.ts';
import { call, urlOf } from '../api/call.ts';

/** How often a page that stands open looks for what others have changed. */
const LOOK_AGAIN = 15_000;

/** A company's steps by quarter, and what they cost it. */
export const roadmapQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'roadmap', company],
    queryFn: ({ signal }) => call(getRoadmap, { params: { id: company } }, signal),
    refetchInterval: LOOK_AGAIN,
  });

/** The same as the company's people may see it. */
export const clientRoadmapQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'client-roadmap', company],
    queryFn: ({ signal }) => call(getClientRoadmap, { params: { id: company } }, signal),
    refetchInterval: LOOK_AGAIN,
  });

export const budgetCsvUrl = (company: string, weighing: Weighing): string =>
  urlOf(getBudgetCsv, { id: company }, { weighing: weighing === 'gross' ? undefined : weighing });
