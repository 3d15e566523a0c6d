import { z } from 'zod';
import { COMPUTED_FACTS } from '../domain/portfolio/definitions.ts';
import { NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { SCORES } from './metrics.ts';
import { Id, Named, Timestamp } from './values.ts';

const Decimal = z.string().describe('An exact decimal number');

/** A named, coloured range of a score, from its lower bound (inclusive) up. */
export const ExactBand = z.object({ name: z.string(), from: Decimal, color: z.string() });

const metric = {
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  maxScore: Decimal,
  weight: Decimal,
  staleAfterDays: z.int().nullable(),
  order: Decimal.nullable(),
  retired: z.boolean().describe('In no score; what companies have of it is kept'),
};
const custom = {
  kind: z.literal('custom'),
  choices: z.array(z.object({ points: Decimal, label: z.string() })),
};
const assessment = {
  kind: z.literal('assessment'),
  template: z.string().nullable().describe('Null: any assessment'),
};
const csat = { kind: z.literal('csat') };
const computed = {
  kind: z.literal('computed'),
  fact: z.enum(COMPUTED_FACTS),
  bands: z
    .array(z.object({ upTo: Decimal.nullable().describe('Null: no limit'), points: Decimal }))
    .describe('A fact of at most upTo gets the points; the last has no limit'),
};

/** A metric with exact numbers, as the rules take it. */
export const ExactMetric = z.discriminatedUnion('kind', [
  z.object({ ...metric, ...custom }),
  z.object({ ...metric, ...assessment }),
  z.object({ ...metric, ...csat }),
  z.object({ ...metric, ...computed }),
]);

/** What hangs on a metric. */
const use = {
  scores: z.int().describe('How many companies have points of it that were set by hand'),
  highest: Decimal.nullable().describe('The most points that any of them has; its maxScore cannot go below'),
};

const MetricDefinition = z.discriminatedUnion('kind', [
  z.object({ ...metric, ...use, ...custom }),
  z.object({ ...metric, ...use, ...assessment }),
  z.object({ ...metric, ...use, ...csat }),
  z.object({ ...metric, ...use, ...computed }),
]);
export type MetricDefinition = z.infer<typeof MetricDefinition>;

/** What one of the two scores is made of, and what its figures are called. */
export const MetricDefinitions = z.object({
  kind: z.enum(SCORES),
  metrics: z.array(MetricDefinition).describe('In their order, retired ones among them'),
  bands: z.array(ExactBand).describe('From the lowest up'),
  minimumCoverage: Decimal.nullable().describe('Percent; null: effort, which knows none'),
  builtIn: z.boolean().describe('The metrics are those that every workspace begins with'),
  version: z.int().describe('Of all definitions of the workspace; rises with every change of any of them'),
  changed: z
    .object({ by: Named.nullable().describe('Null: the command line'), at: Timestamp, version: z.int() })
    .nullable()
    .describe('When these were changed last; null: never'),
  etag: z.string().describe('For If-Match'),
});
export type MetricDefinitions = z.infer<typeof MetricDefinitions>;

const notNegative = 'a number such as 7.5, of at least 0, with at most 20 digits on each side of the point';
const NotNegativeField = z.string().regex(/^\d{1,20}(\.\d{1,20})?$/, notNegative);
const limit = 'a number such as 12.5, with at most 20 digits on each side of the point';
const LimitField = z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/, limit);
const days = 'a whole number of days from 0 to 2147483647, or null';

const metricFields = {
  id: Id.nullable().describe('Null: a new one'),
  name: NameField,
  description: TextField.nullable(),
  icon: TextField.nullable(),
  maxScore: NotNegativeField,
  weight: NotNegativeField,
  staleAfterDays: z.int(days).min(0, days).max(2_147_483_647, days).nullable(),
  retired: z.boolean(),
};

/** A metric as it is to be. Its kind stays what it is. */
const MetricChange = z.discriminatedUnion('kind', [
  z.strictObject({
    ...metricFields,
    kind: z.literal('custom'),
    choices: z.array(z.strictObject({ points: NotNegativeField, label: TextField })).max(200),
  }),
  z.strictObject({ ...metricFields, kind: z.literal('assessment'), template: TextField.nullable() }),
  z.strictObject({ ...metricFields, kind: z.literal('csat') }),
  z.strictObject({
    ...metricFields,
    kind: z.literal('computed'),
    fact: z.enum(COMPUTED_FACTS),
    bands: z.array(z.strictObject({ upTo: LimitField.nullable(), points: NotNegativeField })).max(200),
  }),
]);
export type MetricChange = z.infer<typeof MetricChange>;

const BandChange = z.strictObject({
  name: NameField.max(400, 'at most 400 characters'),
  from: NotNegativeField,
  color: TextField.max(100, 'at most 100 characters'),
  was: z
    .string()
    .min(1)
    .max(1200)
    .nullable()
    .default(null)
    .describe('The name that the band has now, if it gets another'),
});
export type BandChange = z.infer<typeof BandChange>;

/** All of it as it is to be. */
export const MetricDefinitionsChange = z.strictObject({
  metrics: z.array(MetricChange).min(1, 'at least one metric').max(200),
  bands: z.array(BandChange).min(1, 'at least one band').max(50),
  minimumCoverage: NotNegativeField.nullable().default(null).describe('Of health; null leaves it alone'),
});
export type MetricDefinitionsChange = z.infer<typeof MetricDefinitionsChange>;

const sentiment = {
  id: 'sentiment',
  name: 'Sentiment',
  description: 'How the client feels about us.',
  icon: 'smile',
  maxScore: '10',
  weight: '2',
  staleAfterDays: 90,
  retired: false,
  kind: 'custom' as const,
  choices: [{ points: '10', label: 'Raving fan' }],
};
const bands = [
  { name: 'At risk', from: '0', color: '#D55E00' },
  { name: 'Satisfactory', from: '75', color: '#009E73' },
];
const example: MetricDefinitions = {
  kind: 'health',
  metrics: [{ ...sentiment, order: '1', scores: 140, highest: '10' }],
  bands,
  minimumCoverage: '25',
  builtIn: false,
  version: 12,
  changed: { by: { id: 'dana', name: 'Dana Reyes' }, at: '2026-11-22T10:15:00.000Z', version: 11 },
  etag: '"6f1ed002ab5595859014ebf0951522d9"',
};

const params = z.strictObject({ kind: z.enum(SCORES) });

export const getMetricDefinitions = endpoint({
  id: 'getMetricDefinitions',
  method: 'GET',
  path: '/metrics/:kind',
  slice: 'metrics',
  summary: 'The metrics and bands of health or effort (admins)',
  params,
  response: MetricDefinitions,
  errors: ['forbidden'],
  examples: { params: { kind: 'health' }, response: example },
});

export const updateMetricDefinitions = endpoint({
  id: 'updateMetricDefinitions',
  method: 'PUT',
  path: '/metrics/:kind',
  slice: 'metrics',
  summary: 'Change the metrics and bands of health or effort, all at once',
  description:
    'Metrics stand in the order that they are to have. One that is left out is deleted, if no company has points of it; otherwise retire it (409). Overrides go with a band that gets another name (`was`), and with one that is left out to the band that takes its place. With If-Match: 412 where somebody has changed them since then, with the present ones in `details.current` and who it was in `details.changed`.',
  params,
  body: MetricDefinitionsChange,
  response: MetricDefinitions,
  errors: ['forbidden', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: {
    params: { kind: 'health' },
    body: {
      metrics: [{ ...sentiment, id: 'sentiment' }],
      bands: [bands[0]!, { name: 'Happy', from: '80', color: '#009E73', was: 'Satisfactory' }],
      minimumCoverage: '25',
    },
    response: example,
  },
});
