import { queryOptions } from '@tanstack/react-query';
import { listGoals } from '../../contract/goals.ts';
import { call } from '../api/call.ts';

/** A company's goals, open ones first; asked for anew with the company's figures. */
export const goalsQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'goals', company],
    queryFn: async ({ signal }) => (await call(listGoals, { query: { company } }, signal)).items,
  });
