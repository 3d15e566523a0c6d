import { queryOptions } from '@tanstack/react-query';
import { listJobRuns, listJobs } from '../../contract/jobs.ts';
import { call } from '../api/call.ts';

/** So often the page looks again, in milliseconds: jobs go on while somebody looks. */
const LIVE = 3_000;

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => call(listJobs, {}, signal),
  staleTime: 0,
  refetchInterval: LIVE,
});

export const jobRunsQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', 'runs', id],
    queryFn: ({ signal }) => call(listJobRuns, { params: { id } }, signal),
    staleTime: 0,
    refetchInterval: LIVE,
  });
