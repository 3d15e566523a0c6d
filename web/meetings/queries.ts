import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '../../contract/endpoint.ts';
import { proposeAgenda } from '../../contract/meeting-agenda.ts';
import { getMeetingCalendar } from '../../contract/meeting-calendar.ts';
import { getMeeting, listCompanyMeetings, listMeetings } from '../../contract/meetings.ts';
import { call } from '../api/call.ts';

/** How often an open meeting looks for what others have noted. */
const LOOK_AGAIN = 5_000;

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', id],
    queryFn: ({ signal }) => call(getMeeting, { params: { id } }, signal),
    refetchInterval: LOOK_AGAIN,
  });

export const companyMeetingsQuery = (company: string) =>
  queryOptions({
    queryKey: ['meetings', 'company', company],
    queryFn: async ({ signal }) =>
      (await call(listCompanyMeetings, { params: { id: company } }, signal)).items,
  });

export const agendaProposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', 'agenda', id],
    queryFn: async ({ signal }) => (await call(proposeAgenda, { params: { id } }, signal)).items,
  });

/** The meetings with the companies that one sees, page by page. */
export const meetingsQuery = (query: Omit<QueryOf<typeof listMeetings>, 'cursor' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: ['meetings', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      call(
        listMeetings,
        { query: { ...query, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** What stands on each day of a span. */
export const meetingCalendarQuery = (query: QueryOf<typeof getMeetingCalendar>) =>
  queryOptions({
    queryKey: ['meetings', 'calendar', query],
    queryFn: async ({ signal }) => (await call(getMeetingCalendar, { query }, signal)).items,
  });
