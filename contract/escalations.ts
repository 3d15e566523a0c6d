import { z } from 'zod';
import { COMMUNICATION_METHODS, SEVERITIES } from '../domain/engagement/escalation.ts';
import { DayField, NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Day, Id, Named, Nothing, Timestamp } from './values.ts';

const Severity = z.enum(SEVERITIES);
const Status = z.enum(['open', 'resolved']);
const Method = z.enum(COMMUNICATION_METHODS);
const Audience = z.enum(['internal', 'client']);

/** What was said while an escalation was open. */
export const LogEntry = z.object({
  id: z.string(),
  at: Timestamp,
  by: z.string().nullable().describe('The name of whoever said it'),
  toWhom: z.string().nullable(),
  method: Method.nullable(),
  audience: Audience.describe('Among ourselves, or to the client'),
  text: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;

export const Escalation = z.object({
  id: z.string(),
  company: Named,
  title: z.string(),
  description: z.string().nullable(),
  severity: Severity.nullable(),
  openedOn: Day,
  owner: Named.nullable().describe('Who sees to it'),
  nextUpdateDue: Day.nullable().describe('The day by which the client hears from us'),
  updateLate: z.int().describe('Days that this lies in the past while it is open; 0: it does not'),
  status: Status,
  resolution: z.string().nullable(),
  resolvedOn: Day.nullable(),
  log: z.array(LogEntry).describe('The latest first'),
  meetings: z
    .array(z.object({ id: z.string(), name: z.string(), date: Day }))
    .describe('Linked, the latest first'),
  etag: z.string().describe('For If-Match; changes with its own fields, not with the log'),
});
export type Escalation = z.infer<typeof Escalation>;

const fields = {
  title: NameField.optional(),
  description: TextField.nullable().optional(),
  severity: Severity.nullable().optional(),
  openedOn: DayField.optional(),
  owner: Id.nullable().optional().describe('User id'),
  nextUpdateDue: DayField.nullable().optional(),
  status: Status.optional().describe('Resolving it on a day not named: today'),
  resolution: TextField.nullable().optional(),
  resolvedOn: DayField.nullable().optional(),
};

export const NewEscalation = z.strictObject({ ...fields, title: NameField });
export type NewEscalation = z.infer<typeof NewEscalation>;

/** Null clears; what is left out stays. */
export const EscalationChange = z.strictObject(fields);
export type EscalationChange = z.infer<typeof EscalationChange>;

export const NewLogEntry = z.strictObject({
  text: NameField,
  audience: Audience,
  method: Method.nullable().optional(),
  toWhom: NameField.nullable().optional(),
  nextUpdateDue: DayField.nullable().optional().describe('The next update is promised for that day'),
});
export type NewLogEntry = z.infer<typeof NewLogEntry>;

const example: Escalation = {
  id: 'acme-dental-mail-outage',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  title: 'Mail outage, third time this quarter',
  description: null,
  severity: 'high',
  openedOn: '2026-11-18',
  owner: { id: 'dana', name: 'Dana Reyes' },
  nextUpdateDue: '2026-11-21',
  updateLate: 1,
  status: 'open',
  resolution: null,
  resolvedOn: null,
  log: [
    {
      id: 'acme-dental-mail-outage-001',
      at: '2026-11-18T15:10:00.000Z',
      by: 'Dana Reyes',
      toWhom: 'Mia Chen',
      method: 'phone',
      audience: 'client',
      text: 'Apologised; root cause by Saturday.',
    },
  ],
  meetings: [],
  etag: '"a3c65c2974270fd093ee8a9bf8ae7d0b"',
};
const params = { id: example.id };

export const listEscalations = endpoint({
  id: 'listEscalations',
  method: 'GET',
  path: '/escalations',
  slice: 'escalations',
  summary: 'Escalations of the companies you see: open ones first, the latest update first among them',
  query: z.strictObject({ company: Id.optional(), status: Status.optional(), owner: Id.optional() }),
  response: listOf(Escalation),
  large: true,
  errors: ['not_found'],
  examples: { query: { status: 'open' }, response: { items: [example] } },
});

export const getEscalation = endpoint({
  id: 'getEscalation',
  method: 'GET',
  path: '/escalations/:id',
  slice: 'escalations',
  summary: 'One escalation with its communication log',
  params: ById,
  response: Escalation,
  errors: ['not_found'],
  examples: { params, response: example },
});

export const createEscalation = endpoint({
  id: 'createEscalation',
  method: 'POST',
  path: '/companies/:id/escalations',
  slice: 'escalations',
  summary: 'Open an escalation',
  description: 'Opened today unless a day is named.',
  params: ById,
  body: NewEscalation,
  status: 201,
  response: Escalation,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: { id: 'acme-dental' },
    body: { title: 'Mail outage', severity: 'high', owner: 'dana', nextUpdateDue: '2026-11-21' },
    response: example,
  },
});

export const updateEscalation = endpoint({
  id: 'updateEscalation',
  method: 'PATCH',
  path: '/escalations/:id',
  slice: 'escalations',
  summary: 'Change an escalation, or resolve it',
  params: ById,
  body: EscalationChange,
  response: Escalation,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: {
    params,
    body: { status: 'resolved', resolution: 'Moved to another mail gateway.' },
    response: example,
  },
});

export const deleteEscalation = endpoint({
  id: 'deleteEscalation',
  method: 'DELETE',
  path: '/escalations/:id',
  slice: 'escalations',
  summary: 'Delete an escalation with its log; meetings about it stay',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params },
});

export const createLogEntry = endpoint({
  id: 'createLogEntry',
  method: 'POST',
  path: '/escalations/:id/log',
  slice: 'escalations',
  summary: 'Note what was said, and when the next update is due',
  params: ById,
  body: NewLogEntry,
  status: 201,
  response: Escalation,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params,
    body: { text: 'Root cause found', audience: 'client', method: 'email', nextUpdateDue: '2026-11-25' },
    response: example,
  },
});

export const deleteLogEntry = endpoint({
  id: 'deleteLogEntry',
  method: 'DELETE',
  path: '/escalation-log/:id',
  slice: 'escalations',
  summary: 'Delete an entry of the communication log',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found'],
  examples: { params: { id: 'acme-dental-mail-outage-001' } },
});
