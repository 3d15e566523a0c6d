import { queryOptions } from '@tanstack/react-query';
import { listColleagues } from '../../contract/colleagues.ts';
import { call } from '../api/call.ts';

/** The active users of the workspace, by name. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: async ({ signal }) => (await call(listColleagues, {}, signal)).items,
  staleTime: 5 * 60_000,
});
