import { z } from 'zod';
import { MEETING_KINDS, MEETING_METHODS, MEETING_STATUSES } from '../domain/engagement/meeting-kinds.ts';
import { ActionItem, actionItemExample } from './action-items.ts';
import { DayField, NameField, TextField, TimeOfDayField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf, Page, pageOf } from './lists.ts';
import { ById, Day, Id, Named, Nothing } from './values.ts';

const Kind = z.enum(MEETING_KINDS);
const Method = z.enum(MEETING_METHODS);
const Status = z.enum(MEETING_STATUSES);

const Occasion = {
  id: z.string(),
  company: Named,
  kind: Kind,
  method: Method.nullable(),
  date: Day.describe('In the workspace’s time zone'),
  startTime: z.string().nullable().describe('Such as 14:30, on the clocks of the workspace’s time zone'),
  durationMinutes: z.int().nullable(),
  location: z.string().nullable().describe('A place, or the address of the call'),
  status: Status,
  sentiment: z.string().nullable().describe('How it went: good, mixed, poor, or other words'),
};

/** A meeting in a list. */
export const MeetingRow = z.object({
  ...Occasion,
  owner: Named.nullable().describe('The company’s vCIO'),
  attendees: z.int().describe('Of both sides'),
  openActionItems: z.int(),
});
export type MeetingRow = z.infer<typeof MeetingRow>;

/** A meeting with everything about it. */
export const Meeting = z.object({
  ...Occasion,
  agenda: z.string().nullable(),
  notes: z.string().nullable(),
  attendees: z.array(Named).describe('Of ours, by name'),
  clientAttendees: z
    .array(Named.extend({ title: z.string().nullable() }))
    .describe('The company’s contacts, by name'),
  otherAttendees: z.array(z.string()).describe('Whoever else was there, by name'),
  recommendations: z
    .array(z.object({ id: z.string(), title: z.string() }))
    .describe('Spoken about, by title'),
  escalation: z.object({ id: z.string(), title: z.string() }).nullable(),
  actionItems: z.array(ActionItem).describe('In the order in which they were noted'),
  etag: z.string().describe('For If-Match; changes with the meeting’s own fields, not with its action items'),
});
export type Meeting = z.infer<typeof Meeting>;

const minutes = 'minutes, from 0 to 1440';

const fields = {
  kind: Kind.optional(),
  method: Method.nullable().optional(),
  date: DayField.optional(),
  startTime: TimeOfDayField.nullable().optional(),
  durationMinutes: z.int(minutes).min(0, minutes).max(1440, minutes).nullable().optional(),
  location: TextField.nullable().optional(),
  status: Status.optional(),
  agenda: TextField.nullable().optional(),
  notes: TextField.nullable().optional(),
  sentiment: TextField.nullable().optional(),
  attendees: z.array(Id).max(200).optional().describe('User ids'),
  clientAttendees: z.array(Id).max(200).optional().describe('Ids of the company’s contacts'),
  otherAttendees: z.array(NameField).max(200).optional(),
  recommendations: z.array(Id).max(200).optional().describe('Ids of the company’s recommendations'),
  escalation: Id.nullable().optional().describe('Id of one of the company’s escalations'),
};

export const NewMeeting = z.strictObject({ ...fields, kind: Kind, date: DayField });
export type NewMeeting = z.infer<typeof NewMeeting>;

/** Null clears; what is left out stays. */
export const MeetingChange = z.strictObject(fields);
export type MeetingChange = z.infer<typeof MeetingChange>;

const occasion = {
  id: 'acme-dental-vcio-2026-11-12',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  kind: 'vcio' as const,
  method: 'video' as const,
  date: '2026-11-12',
  startTime: '14:30',
  durationMinutes: 60,
  location: 'https://meet.example/acme',
  status: 'held' as const,
  sentiment: 'good',
};

const row: MeetingRow = {
  ...occasion,
  owner: { id: 'dana', name: 'Dana Reyes' },
  attendees: 3,
  openActionItems: 1,
};

const meeting: Meeting = {
  ...occasion,
  agenda: 'Service review\nRoadmap\nBudget for 2027',
  notes: 'They open a second practice in spring.',
  attendees: [{ id: 'dana', name: 'Dana Reyes' }],
  clientAttendees: [{ id: 'mia-chen', name: 'Mia Chen', title: 'Practice manager' }],
  otherAttendees: ['Their accountant'],
  recommendations: [{ id: 'move-to-dnsfilter', title: 'Move to DNSFilter' }],
  escalation: null,
  actionItems: [actionItemExample],
  etag: '"77d1c1b1ba6b6a70dcb3fb5b1c8d6d11"',
};

const params = { id: meeting.id };

export const listMeetings = endpoint({
  id: 'listMeetings',
  method: 'GET',
  path: '/meetings',
  slice: 'meetings',
  summary: 'Meetings with the companies you see, by day and time',
  query: z.strictObject({
    company: Id.optional(),
    kind: z.array(Kind).optional(),
    status: z.array(Status).optional(),
    owner: Id.optional().describe('User id: of companies that are this vCIO’s'),
    from: DayField.optional().describe('The first day'),
    to: DayField.optional().describe('The last day'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...Page,
  }),
  response: pageOf(MeetingRow),
  large: true,
  errors: ['not_found'],
  examples: {
    query: { kind: ['vcio'], from: '2026-11-01', order: 'desc' },
    response: { items: [row], next: null },
  },
});

export const listCompanyMeetings = endpoint({
  id: 'listCompanyMeetings',
  method: 'GET',
  path: '/companies/:id/meetings',
  slice: 'meetings',
  summary: 'All meetings with a company, the latest first',
  params: ById,
  response: listOf(MeetingRow),
  large: true,
  errors: ['not_found'],
  examples: { params: { id: meeting.company.id }, response: { items: [row] } },
});

export const getMeeting = endpoint({
  id: 'getMeeting',
  method: 'GET',
  path: '/meetings/:id',
  slice: 'meetings',
  summary: 'One meeting with agenda, notes, attendees and action items',
  params: ById,
  response: Meeting,
  errors: ['not_found'],
  examples: { params, response: meeting },
});

export const createMeeting = endpoint({
  id: 'createMeeting',
  method: 'POST',
  path: '/companies/:id/meetings',
  slice: 'meetings',
  summary: 'Plan a meeting with a company, or note one that was held',
  params: ById,
  body: NewMeeting,
  status: 201,
  response: Meeting,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: { id: meeting.company.id },
    body: { kind: 'vcio', date: '2026-12-03', startTime: '14:30', durationMinutes: 60, method: 'video' },
    response: meeting,
  },
});

export const updateMeeting = endpoint({
  id: 'updateMeeting',
  method: 'PATCH',
  path: '/meetings/:id',
  slice: 'meetings',
  summary: 'Change a meeting, take notes, or say that it was held',
  description:
    'With If-Match, what has changed since then is not touched: 412, with the present state in `details.current`. Notes that one person takes within ten minutes are one entry of the activity.',
  params: ById,
  body: MeetingChange,
  response: Meeting,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params, body: { status: 'held', sentiment: 'good' }, response: meeting },
});

export const deleteMeeting = endpoint({
  id: 'deleteMeeting',
  method: 'DELETE',
  path: '/meetings/:id',
  slice: 'meetings',
  summary: 'Delete a meeting with its action items',
  description: 'One that did not take place is better cancelled: calendars are told so.',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params },
});
