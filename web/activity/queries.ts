import { infiniteQueryOptions } from '@tanstack/react-query';
import { listActivity, listCompanyActivity } from '../../contract/activity.ts';
import { call } from '../api/call.ts';

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
export const activityQuery = infiniteQueryOptions({
  queryKey: ['activity', 'workspace'],
  queryFn: ({ pageParam, signal }) => call(listActivity, { query: pageAfter(pageParam) }, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  staleTime: 0,
});
