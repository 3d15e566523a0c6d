import { z } from 'zod';
import { MARK_STATES } from '../domain/work-queue/mark.ts';
import { URGENCIES } from '../domain/work-queue/urgency.ts';
import { WORK_KINDS } from '../domain/work-queue/work-item.ts';
import { DayField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { Page, pageOf } from './lists.ts';
import { Cents, Day, Id, Line, Named, Nothing, Timestamp } from './values.ts';

const Kind = z.enum(WORK_KINDS);

const Mark = z.object({
  state: z.enum(MARK_STATES),
  until: Day.nullable().describe('Of a snooze: the day on which it comes back'),
  reason: z.string().nullable().describe('Why it was dismissed'),
  by: z.string().nullable().describe('The name of who did it; null: not known'),
  at: Timestamp,
});

/** One thing to do next about a company, why, and by when. */
export const WorkItem = z.object({
  id: z.string().describe('Names it within its company'),
  kind: Kind,
  company: Named,
  thing: z
    .string()
    .nullable()
    .describe(
      'The id of what it is about: a contract, a meeting, an action item, a recommendation, a goal, an escalation, the kind of a cadence',
    ),
  title: z.string(),
  why: z.string().describe('A sentence without a full stop'),
  due: Day,
  urgency: z.enum(URGENCIES).describe('Overdue, due today, within the next seven days, or later'),
  when: z.string().describe('The same in words: “12 days overdue”'),
  owner: Named.nullable().describe('Whose it is; null: nobody’s'),
  mrr: Cents.nullable().describe('The MRR at stake with it'),
  mark: Mark.nullable().describe('What was done with it; null: nothing that still holds'),
  etag: z.string().describe('For If-Match; changes with its cause and its mark'),
});
export type WorkItem = z.infer<typeof WorkItem>;

const counts = Object.fromEntries(URGENCIES.map((urgency) => [urgency, z.int()])) as Record<
  (typeof URGENCIES)[number],
  z.ZodInt
>;

export const WorkQueue = pageOf(WorkItem).extend({
  asOf: Day,
  who: z.enum(['mine', 'all', 'nobody', 'colleague']).describe('Whose items these are'),
  counts: z.object(counts).describe('Of all pages, whatever urgencies are asked for'),
  kinds: z
    .array(z.object({ kind: Kind, count: z.int() }))
    .describe('How many of each kind there are, whatever kinds are asked for; only kinds that occur'),
  mine: z.int().describe('To do, of yours, whatever is asked for'),
  all: z.int().describe('To do, of everybody'),
  aside: z.int().describe('Done, snoozed or dismissed, of whom is asked for'),
});
export type WorkQueue = z.infer<typeof WorkQueue>;

const example: WorkItem = {
  id: 'cadence:pulse',
  kind: 'pulse_check',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  thing: 'pulse',
  title: 'Pulse check overdue',
  why: 'Monthly was agreed: a month after the last one, held on 2026-10-10',
  due: '2026-11-10',
  urgency: 'overdue',
  when: '12 days overdue',
  owner: { id: 'dana', name: 'Dana Reyes' },
  mrr: null,
  mark: null,
  etag: '"f1d0c6e7b87d5ad1e4e3f1d0b8a4d0c1"',
};
const marked = (mark: Pick<NonNullable<WorkItem['mark']>, 'state' | 'until' | 'reason'>): WorkItem => ({
  ...example,
  mark: { ...mark, by: 'Dana Reyes', at: '2026-11-22T09:00:00Z' },
});

const params = z.strictObject({ id: Id, item: Id });
const which = { id: 'acme-dental', item: 'cadence:pulse' };

export const getWorkQueue = endpoint({
  id: 'getWorkQueue',
  method: 'GET',
  path: '/work-queue',
  slice: 'work-queue',
  summary: 'What to do next about the companies you see, the most urgent first',
  description:
    'Overdue comes before today, this week and later; then a relationship in danger before our word, time with the client, money and upkeep; then the company with more MRR. An item that was done or dismissed comes back when its cause changes, a snoozed one on its day.',
  query: z.strictObject({
    who: z
      .enum(['mine', 'all', 'nobody'])
      .optional()
      .describe(
        'Default: yours, if there is any or you are an account manager of something, else everybody’s',
      ),
    owner: Id.optional().describe('User id: a colleague’s; goes before `who`'),
    kind: z.array(Kind).optional(),
    urgency: z.array(z.enum(URGENCIES)).optional(),
    company: Id.optional(),
    aside: z
      .enum(['true', 'false'])
      .default('false')
      .describe('What was set aside, in place of what is to do'),
    ...Page,
  }),
  response: WorkQueue,
  large: true,
  errors: ['not_found'],
  examples: {
    query: { who: 'mine', kind: ['pulse_check'] },
    response: {
      asOf: '2026-11-22',
      who: 'mine',
      items: [example],
      next: null,
      counts: { overdue: 1, today: 0, week: 0, later: 0 },
      kinds: [{ kind: 'pulse_check', count: 1 }],
      mine: 1,
      all: 42,
      aside: 3,
    },
  },
});

export const finishWorkItem = endpoint({
  id: 'finishWorkItem',
  method: 'POST',
  path: '/companies/:id/work-queue/:item/done',
  slice: 'work-queue',
  summary: 'Say that an item of the work queue is done',
  description:
    'It comes back when its cause changes. An action item is checked off with it. 404 if there is nothing to do under this id.',
  params,
  response: WorkItem,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: which, response: marked({ state: 'done', until: null, reason: null }) },
});

export const snoozeWorkItem = endpoint({
  id: 'snoozeWorkItem',
  method: 'POST',
  path: '/companies/:id/work-queue/:item/snooze',
  slice: 'work-queue',
  summary: 'Put an item of the work queue off until a day',
  description: 'The day must come after today, and within a year: 422 otherwise.',
  params,
  body: z.strictObject({ until: DayField.describe('The day on which it comes back') }),
  response: WorkItem,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: {
    params: which,
    body: { until: '2026-11-30' },
    response: marked({ state: 'snoozed', until: '2026-11-30', reason: null }),
  },
});

export const dismissWorkItem = endpoint({
  id: 'dismissWorkItem',
  method: 'POST',
  path: '/companies/:id/work-queue/:item/dismiss',
  slice: 'work-queue',
  summary: 'Say that there is nothing to do about an item of the work queue, and why',
  params,
  body: z.strictObject({ reason: Line }),
  response: WorkItem,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: {
    params: which,
    body: { reason: 'They asked not to be called before the new year' },
    response: marked({
      state: 'dismissed',
      until: null,
      reason: 'They asked not to be called before the new year',
    }),
  },
});

export const reopenWorkItem = endpoint({
  id: 'reopenWorkItem',
  method: 'DELETE',
  path: '/companies/:id/work-queue/:item/mark',
  slice: 'work-queue',
  summary: 'Take back that an item of the work queue was done, snoozed or dismissed',
  description: 'An action item that was checked off with it is open again. 404 if nothing was done with it.',
  params,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found'],
  examples: { params: which },
});
