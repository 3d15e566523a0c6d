import { z } from 'zod';
import { RETENTION_FIGURES } from '../domain/retention/figures.ts';
import { BREAKDOWNS } from '../domain/retention/history.ts';
import { MOVEMENTS } from '../domain/retention/movements.ts';
import { OVERS } from '../domain/retention/spans.ts';
import { endpoint } from './endpoint.ts';
import { Cents, Day, Named } from './values.ts';

/** The most months that one request may ask for. */
export const MOST_MONTHS = 120;

const Month = z
  .string()
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM')
  .meta({ examples: ['2026-10'] });

const many = z.array(z.string().max(2000)).max(1000).optional();
const Share = z
  .number()
  .nullable()
  .describe('0–1 (net may be above), not rounded; null where nothing could be kept');

const Filters = {
  over: z
    .enum(OVERS)
    .default('month')
    .describe('Each figure over the month itself, or over the twelve months that end with it'),
  by: z.enum(BREAKDOWNS).optional().describe('Break the figures down by where companies stood at the time'),
  accountManager: many.describe('User ids: who looked after the company at the time'),
  accountGroup: many.describe('Account group ids, at the time'),
  segment: many.describe('Quadrant ids or not_placed, at the time'),
  health: many.describe('Names of health statuses, at the time'),
};

export const RetentionQuery = z.strictObject({
  from: Month.optional().describe('Default: 24 months up to `to`, or where history begins'),
  to: Month.optional().describe('Default: the month of today'),
  ...Filters,
});

const Amount = z.object({ mrr: Cents, companies: z.int() });

const Figures = z.object({
  start: Amount.describe('MRR of the first day, and the clients that it comes from'),
  new: Amount,
  returning: Amount,
  expansion: Amount,
  contraction: Amount.describe('At most 0'),
  churn: Amount.describe('At most 0'),
  end: Amount.describe('start + new + returning + expansion + contraction + churn'),
  retention: z
    .object({
      clients: z.int(),
      kept: z.int(),
      startMrr: Cents,
      keptMrr: Cents,
      endMrr: Cents,
      logo: Share,
      gross: Share,
      net: Share,
    })
    .describe('Of the clients of the first day alone'),
});

const Csat = z.object({
  positive: z.int(),
  neutral: z.int(),
  negative: z.int(),
  share: z.number().nullable().describe('Positive ÷ all, 0–1; null without an answer'),
});

const SpanFigures = z.object({
  figures: Figures.nullable().describe('Null: the two days are not on record'),
  csat: Csat,
});

export const Retention = z.object({
  asOf: Day,
  currency: z.string(),
  history: z
    .object({ from: Day, to: Day })
    .nullable()
    .describe('First and last day on record; null: none yet'),
  months: z.array(
    SpanFigures.extend({
      month: Month,
      start: Day.nullable().describe('The two days that are compared'),
      end: Day.nullable(),
      ongoing: z.boolean().describe('The month is not over yet'),
    }),
  ),
  groups: z
    .array(
      z.object({
        id: z.string().nullable().describe('Null: none, or not on record'),
        name: z.string(),
        months: z.array(SpanFigures).describe('One for each of `months`'),
      }),
    )
    .describe(
      'Of the breakdown, in their own order or by name, those in none last. A company counts in each group that it stood in, so they need not add up',
    ),
  definitions: z
    .array(z.object({ id: z.string(), name: z.string(), text: z.string() }))
    .describe('What each figure means'),
});
export type Retention = z.infer<typeof Retention>;

const example: Retention = {
  asOf: '2026-11-22',
  currency: 'USD',
  history: { from: '2024-11-30', to: '2026-11-21' },
  months: [
    {
      month: '2026-10',
      start: '2026-09-30',
      end: '2026-10-31',
      ongoing: false,
      figures: {
        start: { mrr: 435000, companies: 5 },
        new: { mrr: 70000, companies: 1 },
        returning: { mrr: 0, companies: 0 },
        expansion: { mrr: 30000, companies: 1 },
        contraction: { mrr: -10000, companies: 1 },
        churn: { mrr: -150000, companies: 1 },
        end: { mrr: 375000, companies: 5 },
        retention: {
          clients: 5,
          kept: 4,
          startMrr: 435000,
          keptMrr: 275000,
          endMrr: 305000,
          logo: 0.8,
          gross: 0.632183908045977,
          net: 0.7011494252873564,
        },
      },
      csat: { positive: 9, neutral: 1, negative: 0, share: 0.9 },
    },
  ],
  groups: [],
  definitions: [
    {
      id: 'logo',
      name: 'Client retention',
      text: 'The share of the clients of the start who are still clients at the end (logo retention).',
    },
  ],
};

const describedQuery = { from: '2026-10', to: '2026-10', accountGroup: ['east'] };

export const getRetention = endpoint({
  id: 'getRetention',
  method: 'GET',
  path: '/retention',
  slice: 'retention',
  summary: 'Month by month: what moved MRR, which clients and revenue were kept, and CSAT',
  description:
    'From the snapshots of month ends, over the companies that you see today. Where a company stood (account manager, group, segment, health) is taken from the time: the start for who was a client then, else the end. An unknown value is refused and named.',
  query: RetentionQuery,
  response: Retention,
  large: true,
  examples: { query: describedQuery, response: example },
});

export const getRetentionCsv = endpoint({
  id: 'getRetentionCsv',
  method: 'GET',
  path: '/retention.csv',
  slice: 'retention',
  summary: 'The same figures for spreadsheets: a row a month, or with a breakdown a row a month and group',
  query: RetentionQuery,
  response: z.string(),
  responseType: 'text/csv',
  large: true,
  examples: { query: describedQuery },
});

export const RetentionRowsQuery = z.strictObject({
  month: Month,
  figure: z.enum(RETENTION_FIGURES).describe('retention: the clients of the first day, with what was kept'),
  group: z
    .string()
    .max(2000)
    .optional()
    .describe('With `by`: one group of the breakdown; empty for those who stood in none'),
  ...Filters,
});

const Where = z.array(Named).nullable().describe('At the time; null: not on record');

export const RetentionRows = z.object({
  month: Month,
  start: Day.nullable(),
  end: Day.nullable(),
  rows: z
    .array(
      z.object({
        company: Named,
        start: Cents,
        end: Cents,
        movement: z.enum(MOVEMENTS).nullable().describe('Null: its MRR is the same'),
        amount: Cents.describe('end − start'),
        kept: Cents.describe('Of a client of the first day: what is left of its MRR, at most what it was'),
        accountManager: Where,
        accountGroup: Where,
        segment: Where,
        health: Where,
        csat: Csat.omit({ share: true }).nullable(),
      }),
    )
    .describe('The largest amount first, then by name'),
  totals: z.object({ start: Cents, end: Cents, amount: Cents, kept: Cents, csat: Csat }),
});
export type RetentionRows = z.infer<typeof RetentionRows>;

const rowsQuery = { month: '2026-10', figure: 'churn' } as const;
const lost = { start: 150000, end: 0, amount: -150000, kept: 0 };

export const getRetentionRows = endpoint({
  id: 'getRetentionRows',
  method: 'GET',
  path: '/retention/rows',
  slice: 'retention',
  summary: 'The companies behind a figure of a month, whose sum is the figure',
  query: RetentionRowsQuery,
  response: RetentionRows,
  large: true,
  examples: {
    query: rowsQuery,
    response: {
      month: '2026-10',
      start: '2026-09-30',
      end: '2026-10-31',
      rows: [
        {
          company: { id: 'acme', name: 'Acme' },
          ...lost,
          movement: 'churn',
          accountManager: [{ id: 'dana', name: 'Dana Reyes' }],
          accountGroup: [],
          segment: [{ id: 'low_value_high_effort', name: 'Reprice or reduce effort' }],
          health: [{ id: 'At risk', name: 'At risk' }],
          csat: null,
        },
      ],
      totals: { ...lost, csat: { positive: 0, neutral: 0, negative: 0, share: null } },
    },
  },
});

export const getRetentionRowsCsv = endpoint({
  id: 'getRetentionRowsCsv',
  method: 'GET',
  path: '/retention/rows.csv',
  slice: 'retention',
  summary: 'The same companies as a CSV file for a spreadsheet',
  query: RetentionRowsQuery,
  response: z.string(),
  responseType: 'text/csv',
  large: true,
  examples: { query: rowsQuery },
});
