import { z } from 'zod';
import { GOAL_STATUSES } from '../domain/goals/goal.ts';
import { DayField, NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Day, Id, Named, Nothing } from './values.ts';

const State = z.enum(['open', 'achieved', 'dropped']);

const GoalRecommendation = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string().nullable(),
  state: z.enum(['not_started', 'started', 'completed', 'declined']),
});

/** What a client wants to reach. */
export const Goal = z.object({
  id: z.string(),
  company: Named,
  title: z.string(),
  description: z.string().nullable(),
  category: z.string().nullable(),
  owner: Named.nullable().describe('Who sees to it'),
  targetDate: Day.nullable(),
  daysPastTarget: z.int().describe('Days that this lies in the past while it is open; 0: it does not'),
  status: z
    .string()
    .nullable()
    .describe(`${GOAL_STATUSES.join(', ')}, or another word that was imported`),
  state: State.describe('What the status means; a progress of 100 % is achieved too'),
  progress: z.number().nullable().describe('Percent; null: nobody said'),
  recommendations: z.array(GoalRecommendation).describe('Those that serve it, by title'),
  etag: z.string().describe('For If-Match; changes with its fields and its links'),
});
export type Goal = z.infer<typeof Goal>;

const percent = 'a number from 0 to 100 with at most two places';

const fields = {
  title: NameField.optional(),
  description: TextField.nullable().optional(),
  category: NameField.nullable().optional(),
  owner: Id.nullable().optional().describe('User id'),
  targetDate: DayField.nullable().optional(),
  status: z.enum(GOAL_STATUSES).nullable().optional(),
  progress: z
    .number(percent)
    .min(0, percent)
    .max(100, percent)
    .multipleOf(0.01, percent)
    .nullable()
    .optional(),
  recommendations: z
    .array(Id)
    .max(200)
    .optional()
    .describe('Ids of the company’s recommendations: all of them'),
};

export const NewGoal = z.strictObject({ ...fields, title: NameField });
export type NewGoal = z.infer<typeof NewGoal>;

/** Null clears; what is left out stays. */
export const GoalChange = z.strictObject(fields);
export type GoalChange = z.infer<typeof GoalChange>;

const example: Goal = {
  id: 'acme-dental-pass-the-cyber-insurance-renewal',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  title: 'Pass the cyber insurance renewal',
  description: 'Without exceptions, and without a higher premium.',
  category: 'Risk',
  owner: { id: 'dana', name: 'Dana Reyes' },
  targetDate: '2027-03-31',
  daysPastTarget: 0,
  status: 'On track',
  state: 'open',
  progress: 50,
  recommendations: [
    { id: 'move-to-dnsfilter', title: 'Move to DNSFilter', status: 'Planned', state: 'not_started' },
  ],
  etag: '"a3c65c2974270fd093ee8a9bf8ae7d0b"',
};
const params = { id: example.id };

export const listGoals = endpoint({
  id: 'listGoals',
  method: 'GET',
  path: '/goals',
  slice: 'goals',
  summary: 'Goals of the companies you see: open ones first, the nearest target date first among them',
  query: z.strictObject({ company: Id.optional(), state: State.optional(), owner: Id.optional() }),
  response: listOf(Goal),
  large: true,
  errors: ['not_found'],
  examples: { query: { state: 'open' }, response: { items: [example] } },
});

export const getGoal = endpoint({
  id: 'getGoal',
  method: 'GET',
  path: '/goals/:id',
  slice: 'goals',
  summary: 'One goal with the recommendations that serve it',
  params: ById,
  response: Goal,
  errors: ['not_found'],
  examples: { params, response: example },
});

export const createGoal = endpoint({
  id: 'createGoal',
  method: 'POST',
  path: '/companies/:id/goals',
  slice: 'goals',
  summary: 'Add a goal',
  params: ById,
  body: NewGoal,
  status: 201,
  response: Goal,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: { id: 'acme-dental' },
    body: {
      title: example.title,
      category: 'Risk',
      owner: 'dana',
      targetDate: '2027-03-31',
      status: 'On track',
    },
    response: example,
  },
});

export const updateGoal = endpoint({
  id: 'updateGoal',
  method: 'PATCH',
  path: '/goals/:id',
  slice: 'goals',
  summary: 'Change a goal, its progress, or what serves it',
  params: ById,
  body: GoalChange,
  response: Goal,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params, body: { progress: 75, recommendations: ['move-to-dnsfilter'] }, response: example },
});

export const deleteGoal = endpoint({
  id: 'deleteGoal',
  method: 'DELETE',
  path: '/goals/:id',
  slice: 'goals',
  summary: 'Delete a goal; its recommendations stay',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params },
});
