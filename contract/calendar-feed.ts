import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Nothing, Timestamp } from './values.ts';

const Which = z
  .enum(['mine', 'all'])
  .describe(
    'mine: meetings that you attend, or with companies whose vCIO you are; all: with every company you see',
  );

const Link = z.object({
  link: z.string().describe('To subscribe to; shown once, as only its hash is kept'),
  which: Which,
});

export const getCalendarFeed = endpoint({
  id: 'getCalendarFeed',
  method: 'GET',
  path: '/calendar-feed',
  slice: 'calendar-feed',
  summary: 'Whether you have a private link to your calendar of meetings',
  response: z.object({ feed: z.object({ which: Which, createdAt: Timestamp }).nullable() }),
  examples: { response: { feed: { which: 'mine', createdAt: '2026-11-22T09:00:00.000Z' } } },
});

export const createCalendarFeed = endpoint({
  id: 'createCalendarFeed',
  method: 'POST',
  path: '/calendar-feed',
  slice: 'calendar-feed',
  summary: 'Make a private link to your calendar of meetings; the one before ends at once',
  description:
    'Whoever has the link reads the meetings of the companies that you see at that moment, without signing in.',
  body: z.strictObject({ which: Which }),
  status: 201,
  response: Link,
  errors: ['forbidden'],
  examples: {
    body: { which: 'mine' },
    response: { link: 'https://quarterdeck.example/api/v1/calendar/qdc_5Tz1….ics', which: 'mine' },
  },
});

export const deleteCalendarFeed = endpoint({
  id: 'deleteCalendarFeed',
  method: 'DELETE',
  path: '/calendar-feed',
  slice: 'calendar-feed',
  summary: 'End your private link, at once',
  status: 204,
  response: Nothing,
  examples: {},
});

export const getCalendar = endpoint({
  id: 'getCalendar',
  method: 'GET',
  path: '/calendar/:file',
  slice: 'calendar-feed',
  summary: 'The calendar behind a private link, as iCalendar (RFC 5545)',
  description: 'Meetings from half a year ago on; cancelled ones say so.',
  public: true,
  params: z.strictObject({ file: z.string().max(200) }),
  response: z.string(),
  responseType: 'text/calendar',
  large: true,
  errors: ['not_found'],
  examples: { params: { file: 'qdc_5Tz1.ics' } },
});
