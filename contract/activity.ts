import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pageOf } from './lists.ts';
import { ById, Day, Id, Named, Timestamp } from './values.ts';

/** One recorded change, in words. */
export const Activity = z.object({
  id: z.string(),
  at: Timestamp,
  actor: Named.nullable().describe('Null: the command line'),
  action: z.string().describe('What was done, as a verb and its object: "update contract"'),
  sentence: z.string(),
  company: Named.nullable().describe('By its present name, else its id'),
  subject: Named.nullable().describe('What it was done to, where that is not the company'),
  definitionsVersion: z
    .int()
    .nullable()
    .describe('The version that what holds for all companies got by it; null: it changed nothing of that'),
  changes: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      before: z.string().describe('In words'),
      after: z.string().describe('In words'),
    }),
  ),
});
export type Activity = z.infer<typeof Activity>;

const Page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'the `next` of a page before')
    .optional()
    .describe('`next` of the page before'),
});

const Filter = Page.extend({
  who: Id.optional().describe('A user who did it'),
  what: z.string().min(1).max(200).optional().describe('An action, as in `action`'),
  company: Id.optional(),
  from: Day.optional().describe('The first day, in the workspace’s time zone'),
  to: Day.optional().describe('The last day'),
});

const example: Activity = {
  id: '1042',
  at: '2026-11-22T10:15:00.000Z',
  actor: { id: 'dana', name: 'Dana Reyes' },
  action: 'update company',
  sentence: 'Dana Reyes set MRR override from calculated to $4,250.00',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  subject: null,
  definitionsVersion: null,
  changes: [{ field: 'mrrOverride', label: 'MRR override', before: 'calculated', after: '$4,250.00' }],
};

export const listCompanyActivity = endpoint({
  id: 'listCompanyActivity',
  method: 'GET',
  path: '/companies/:id/activity',
  slice: 'activity',
  summary: 'Who changed what about a company, newest first',
  params: ById,
  query: Page,
  response: pageOf(Activity),
  errors: ['not_found'],
  examples: {
    params: { id: 'acme-dental' },
    query: { limit: 50 },
    response: { items: [example], next: null },
  },
});

export const listActivity = endpoint({
  id: 'listActivity',
  method: 'GET',
  path: '/activity',
  slice: 'activity',
  summary: 'Who changed what in the workspace, newest first (admins)',
  description:
    'Changes of the workspace itself, and of the companies that you see. Filters narrow one another.',
  query: Filter,
  response: pageOf(Activity),
  errors: ['forbidden'],
  examples: {
    query: { limit: 50, who: 'dana', from: '2026-11-01' },
    response: { items: [example], next: null },
  },
});

export const listActions = endpoint({
  id: 'listActions',
  method: 'GET',
  path: '/activity/actions',
  slice: 'activity',
  summary: 'What has ever been done in the workspace (admins)',
  response: z.object({ items: z.array(z.string()) }),
  errors: ['forbidden'],
  examples: { response: { items: ['update company', 'update contract'] } },
});
