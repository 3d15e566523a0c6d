import { z } from 'zod';
import { COMPUTED_FACTS } from '../domain/portfolio/definitions.ts';
import { DayField, NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { NotNegative } from './not-negative.ts';
import { ById, Day, Id, Named } from './values.ts';

/** The two scores that a company has. */
export const SCORES = ['health', 'effort'] as const;
export type ScoreKind = (typeof SCORES)[number];

const Band = z.object({ name: z.string(), color: z.string() });
const SetBy = Named.nullable().describe('A user, or whoever an import named');

/** A metric as the workspace defines it. */
const Metric = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  kind: z.enum(['custom', 'assessment', 'csat', 'computed']).describe('Only custom ones are set by hand'),
  fact: z.enum(COMPUTED_FACTS).nullable().describe('What a computed metric rests on'),
  template: z.string().nullable().describe('Of an assessment metric; null: any'),
  maxScore: z.number(),
  weight: z.number(),
  staleAfterDays: z.int().nullable(),
  choices: z
    .array(z.object({ points: z.number(), label: z.string() }))
    .describe('Names for some of the points from 0 to maxScore'),
});

/** A metric with what it says of the company. What has no value is null, never 0. */
export const MetricCard = z.object({
  metric: Metric,
  value: z
    .number()
    .nullable()
    .describe('What was measured: points picked, the assessment’s score, percent positive, the fact'),
  points: z.number().nullable(),
  share: z.number().nullable().describe('0–1 of maxScore'),
  contribution: z.number().nullable().describe('What it adds to the score, out of 100'),
  date: Day.nullable().describe('When it was set, taken or stated'),
  ageDays: z.int().nullable(),
  stale: z.boolean(),
  source: z.string().describe('Where the value comes from, or what is missing, in words'),
  setBy: SetBy,
  note: z.string().nullable(),
  etag: z.string().describe('For If-Match, to set or clear what was set by hand'),
});
export type MetricCard = z.infer<typeof MetricCard>;

const Override = z.object({
  status: z.string(),
  reason: z.string(),
  setOn: Day,
  expiresOn: Day.describe('The last day on which it holds'),
  setBy: SetBy,
});

const Status = z.object({
  ...Band.shape,
  source: z.enum(['band', 'override', 'no score']),
  reason: z.string().describe('In words'),
  override: Override.nullable().describe('The one in force'),
  withoutOverride: Band,
  etag: z.string().describe('For If-Match, to set or end the override'),
});

/** A company's health or effort with every part that it is made of. */
export const CompanyMetrics = z.object({
  company: Named,
  kind: z.enum(SCORES),
  asOf: Day,
  score: z.int().nullable().describe('0–100; of effort, higher means more effort'),
  coverage: z.number().describe('0–1: the share of all weight that rests on fresh values'),
  oldestInput: z.object({ metric: Named, date: Day, ageDays: z.int() }).nullable(),
  band: Band.nullable().describe('The status of health, the band of effort; null: effort without a score'),
  status: Status.nullable().describe('Of health; null for effort'),
  bands: z
    .array(z.object({ ...Band.shape, from: z.number().describe('Lower bound, inclusive') }))
    .describe('From the lowest up; their names are what a status can be set to'),
  parts: z.array(MetricCard).describe('Every metric, in its order'),
});
export type CompanyMetrics = z.infer<typeof CompanyMetrics>;

/** What is picked for a custom metric. A note that is left out stays; null clears it. */
export const MetricScoreChange = z.strictObject({
  points: NotNegative.describe('At most the metric’s maxScore'),
  note: TextField.nullable().optional(),
});
export type MetricScoreChange = z.infer<typeof MetricScoreChange>;

export const HealthOverrideChange = z.strictObject({
  status: z.string().min(1).max(1200).describe('The name of a health band'),
  reason: NameField,
  expiresOn: DayField.describe('The last day on which it holds, today or later'),
});
export type HealthOverrideChange = z.infer<typeof HealthOverrideChange>;

const green = { name: 'Satisfactory', color: '#009E73' };
const red = { name: 'At risk', color: '#D55E00' };
const dana = { id: 'dana', name: 'Dana Reyes' };

const example: CompanyMetrics = {
  company: { id: 'acme-dental', name: 'Acme Dental' },
  kind: 'health',
  asOf: '2026-11-22',
  score: 80,
  coverage: 0.25,
  oldestInput: { metric: { id: 'sentiment', name: 'Sentiment' }, date: '2026-11-01', ageDays: 21 },
  band: red,
  status: {
    ...red,
    source: 'override',
    reason: 'Set by hand until 2026-12-31: Their owner is leaving.',
    override: {
      status: 'At risk',
      reason: 'Their owner is leaving.',
      setOn: '2026-11-20',
      expiresOn: '2026-12-31',
      setBy: dana,
    },
    withoutOverride: green,
    etag: '"7a1d0b6c5e2f4938a1b2c3d4e5f60718"',
  },
  bands: [
    { ...red, from: 0 },
    { ...green, from: 75 },
  ],
  parts: [
    {
      metric: {
        id: 'sentiment',
        name: 'Sentiment',
        description: 'How the client feels about us.',
        icon: 'smile',
        kind: 'custom',
        fact: null,
        template: null,
        maxScore: 10,
        weight: 1,
        staleAfterDays: 90,
        choices: [
          { points: 0, label: 'Unhappy' },
          { points: 8, label: 'Happy' },
        ],
      },
      value: 8,
      points: 8,
      share: 0.8,
      contribution: 80,
      date: '2026-11-01',
      ageDays: 21,
      stale: false,
      source: 'Set to "Happy"',
      setBy: dana,
      note: 'Praised the help desk.',
      etag: '"0f343b0931126a20f133d67c2b018a3b"',
    },
  ],
};

const ofCompany = { id: 'acme-dental' };
const ofMetric = { id: 'acme-dental', kind: 'health', metric: 'sentiment' } as const;
const MetricParams = z.strictObject({ id: Id, kind: z.enum(SCORES), metric: Id });

export const getCompanyMetrics = endpoint({
  id: 'getCompanyMetrics',
  method: 'GET',
  path: '/companies/:id/metrics/:kind',
  slice: 'metrics',
  summary: 'A company’s health or effort: the score, its parts and what can be picked',
  params: z.strictObject({ id: Id, kind: z.enum(SCORES) }),
  response: CompanyMetrics,
  errors: ['not_found'],
  examples: { params: { ...ofCompany, kind: 'health' }, response: example },
});

export const setMetricScore = endpoint({
  id: 'setMetricScore',
  method: 'PUT',
  path: '/companies/:id/metrics/:kind/:metric',
  slice: 'metrics',
  summary: 'Pick the points of a custom metric for a company',
  description:
    'Answers the whole score as it is now. With If-Match, points that have changed since then are not touched: 412, with the card in `details.current` and who changed it when in `details.changed`.',
  params: MetricParams,
  body: MetricScoreChange,
  response: CompanyMetrics,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params: ofMetric, body: { points: 8, note: 'Praised the help desk.' }, response: example },
});

export const clearMetricScore = endpoint({
  id: 'clearMetricScore',
  method: 'DELETE',
  path: '/companies/:id/metrics/:kind/:metric',
  slice: 'metrics',
  summary: 'Take back what was picked for a custom metric, with its note',
  description: 'Answers the whole score as it is now.',
  params: MetricParams,
  response: CompanyMetrics,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params: ofMetric, response: example },
});

export const setHealthOverride = endpoint({
  id: 'setHealthOverride',
  method: 'PUT',
  path: '/companies/:id/health-override',
  slice: 'metrics',
  summary: 'Set a company’s health status by hand, from today until a day',
  description:
    'The score stays as it is. One that was set today is replaced; one that was set before, or that begins before this one would end, is in the way: 409. With If-Match (the status’s etag): 412 where somebody has set or ended one since then.',
  params: ById,
  body: HealthOverrideChange,
  response: CompanyMetrics,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: {
    params: ofCompany,
    body: { status: 'At risk', reason: 'Their owner is leaving.', expiresOn: '2026-12-31' },
    response: example,
  },
});

export const endHealthOverride = endpoint({
  id: 'endHealthOverride',
  method: 'DELETE',
  path: '/companies/:id/health-override',
  slice: 'metrics',
  summary: 'End the override of a company’s health status: yesterday was its last day',
  description: 'One that was set today is taken back altogether.',
  params: ById,
  response: CompanyMetrics,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: ofCompany, response: example },
});
