import { z } from 'zod';
import { CALENDAR_STATES } from '../domain/engagement/meeting-calendar.ts';
import { MEETING_KINDS } from '../domain/engagement/meeting-kinds.ts';
import { DayField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Day, Id, Named } from './values.ts';

const Kind = z.enum(MEETING_KINDS);

/** A meeting, or a day by which a cadence wants one. */
export const CalendarEntry = z.object({
  company: Named,
  kind: Kind,
  state: z
    .enum(CALENDAR_STATES)
    .describe('due: of a cadence; overdue: the day has passed, and nobody said that it was held'),
  meeting: z
    .object({ id: z.string(), date: Day })
    .nullable()
    .describe('Of a cadence: the next meeting of the kind that is planned'),
  startTime: z.string().nullable().describe('Such as 14:30, on the clocks of the workspace’s time zone'),
  why: z.string().nullable().describe('Of a cadence: why it is due on this day; null: this is a meeting'),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

export const CalendarDay = z.object({
  date: Day,
  entries: z.array(CalendarEntry).describe('The first of the day, meetings by time before what is due'),
  count: z.int().describe('How many the day has in all'),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

export const getMeetingCalendar = endpoint({
  id: 'getMeetingCalendar',
  method: 'GET',
  path: '/meeting-calendar',
  slice: 'meetings',
  summary: 'The meetings with the companies you see, and what is due by cadence, day by day',
  description:
    'Cancelled meetings are left out, and cadences of companies that are offboarded. Days without anything are left out.',
  query: z.strictObject({
    from: DayField.describe('The first day'),
    to: DayField.describe('The last day'),
    perDay: z.coerce.number().int().min(1).max(500).optional().describe('Entries of a day; default: all'),
    company: Id.optional(),
    kind: z.array(Kind).optional(),
    owner: Id.optional().describe('User id: of companies that are this vCIO’s'),
  }),
  response: listOf(CalendarDay),
  large: true,
  errors: ['not_found'],
  examples: {
    query: { from: '2026-11-01', to: '2026-11-30', perDay: 3 },
    response: {
      items: [
        {
          date: '2026-11-12',
          entries: [
            {
              company: { id: 'acme-dental', name: 'Acme Dental' },
              kind: 'vcio',
              state: 'held',
              meeting: { id: 'acme-dental-vcio-2026-11-12', date: '2026-11-12' },
              startTime: '14:30',
              why: null,
            },
          ],
          count: 1,
        },
      ],
    },
  },
});
