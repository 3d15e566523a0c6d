import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listActions, listActivity, listCompanyActivity } from '../../contract/activity.ts';
import { call } from '../api/call.ts';
import type { ActivityFilter } from './activity-filter.ts';

const pageAfter = (cursor: string) => (cursor ? { cursor } : {});

/** What was changed about a company, newest first, page by page; looked for anew whenever it is opened. */
export const companyActivityQuery = (company: string) =>
  infiniteQueryOptions({
    queryKey: ['activity', 'company', company],
    queryFn: ({ pageParam, signal }) =>
      call(listCompanyActivity, { params: { id: company }, query: pageAfter(pageParam) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });

/** What was changed in the whole workspace, newest first, page by page; for administrators. */
export const activityQuery = (filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ['activity', 'workspace', filter],
    queryFn: ({ pageParam, signal }) =>
      call(listActivity, { query: { ...filter, ...pageAfter(pageParam) } }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

/** What has ever been done in the workspace. */
export const actionsQuery = queryOptions({
  queryKey: ['activity', 'actions'],
  queryFn: ({ signal }) => call(listActions, {}, signal),
});
