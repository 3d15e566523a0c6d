import { z } from 'zod';
import { MEETING_KINDS } from '../domain/engagement/meeting-kinds.ts';
import { MoneyField, NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf, Page, pageOf } from './lists.ts';
import { ById, Cents, Day, Id, Line, Named, Nothing } from './values.ts';

const STATES = ['not_started', 'started', 'completed', 'declined'] as const;

const Standing = {
  status: z.string().nullable().describe('Null: the workspace has no status for it'),
  state: z.enum(STATES),
  open: z.boolean().describe('Not started or started: only then its lines are opportunity'),
  winProbability: z.number().describe('Percent'),
};

const RecommendationLine = z.object({
  id: z.string(),
  stackItem: Named.nullable(),
  mrr: Cents.nullable(),
  oneTime: Cents.nullable(),
});

/** A recommendation as far as it concerns one stack item. */
export const LinkedRecommendation = z.object({
  id: z.string(),
  title: z.string(),
  ...Standing,
  mrr: Cents.describe('Over its lines for the stack item'),
  oneTime: Cents,
});
export type LinkedRecommendation = z.infer<typeof LinkedRecommendation>;

export const Recommendation = z.object({
  id: z.string(),
  title: z.string(),
  company: Named,
  ...Standing,
  description: z.string().nullable(),
  category: z.string().nullable(),
  priority: z.string().nullable(),
  owner: Named.nullable().describe('The user who sees to it'),
  targetQuarter: z.string().nullable().describe('Such as 2026-Q4'),
  lines: z.array(RecommendationLine),
  meetings: z
    .array(z.object({ id: z.string(), kind: z.enum(MEETING_KINDS), date: Day }))
    .describe('Where it was spoken of, the latest first'),
  goals: z.array(z.object({ id: z.string(), title: z.string() })).describe('Those that it serves, by title'),
  mrr: Cents.describe('Over all its lines'),
  oneTime: Cents,
  weightedMrr: Cents.describe('Each line times the win probability, rounded half up'),
  weightedOneTime: Cents,
  etag: z.string().describe('For If-Match; changes with its fields, lines, meetings and goals'),
});
export type Recommendation = z.infer<typeof Recommendation>;

const percent = 'a number from 0 to 100 with at most two places';
const WinProbability = z.number(percent).min(0, percent).max(100, percent).multipleOf(0.01, percent);

/** A recommendation to link, or the title of a new one; the amounts are those of its new line. */
export const NewLink = z
  .strictObject({
    recommendation: Id.optional(),
    title: NameField.optional(),
    mrr: MoneyField.optional(),
    oneTime: MoneyField.optional(),
    winProbability: WinProbability.optional().describe('Percent, of a new one; default 60'),
  })
  .refine(
    ({ recommendation, title }) => (recommendation === undefined) !== (title === undefined),
    'either recommendation or title',
  )
  .refine(
    ({ recommendation, winProbability }) => recommendation === undefined || winProbability === undefined,
    'winProbability with title only',
  );
export type NewLink = z.infer<typeof NewLink>;

const quarter = 'a quarter such as 2026-Q4';
const Quarter = z.string().regex(/^[0-9]{4}-Q[1-4]$/, quarter);

const fields = {
  title: NameField.optional(),
  description: TextField.nullable().optional(),
  category: TextField.nullable().optional(),
  priority: TextField.nullable().optional(),
  status: NameField.nullable()
    .optional()
    .describe('One of the workspace’s; null: the first that is not started'),
  owner: Id.nullable().optional(),
  targetQuarter: Quarter.nullable().optional(),
  winProbability: WinProbability.nullable().optional().describe('Percent; null: 60'),
  lines: z
    .array(
      z.strictObject({
        id: Id.optional().describe('Of a line that it has; without one a new line is added'),
        stackItem: Id.nullable(),
        mrr: MoneyField.nullable(),
        oneTime: MoneyField.nullable(),
      }),
    )
    .max(200)
    .optional()
    .describe('All its lines in their order: those that are left out go away'),
  meetings: z.array(Id).max(200).optional().describe('Ids of the company’s meetings where it was spoken of'),
  goals: z.array(Id).max(200).optional().describe('Ids of the company’s goals that it serves'),
};

/** Null clears; what is left out stays. */
export const RecommendationChange = z.strictObject(fields);
export type RecommendationChange = z.infer<typeof RecommendationChange>;

export const NewRecommendation = z.strictObject({ ...fields, title: NameField });
export type NewRecommendation = z.infer<typeof NewRecommendation>;

/** What completing a recommendation would do to the cells of its stack items, and what stands in the way of that. */
export const Completion = z.object({
  statuses: z.array(z.string()).describe('Those that mean completed, in their order'),
  cells: z.array(
    z.object({
      stackItem: Named,
      currentProduct: Named.nullable(),
      newProduct: Named.nullable().describe('What the current product becomes; null: it stays'),
      alignment: z.number(),
      newAlignment: z.number(),
      mrrOpportunity: Cents.describe('What would be gone'),
      oneTimeOpportunity: Cents,
      problem: z.string().nullable().describe('Why the cell cannot be set; null: it can'),
    }),
  ),
});
export type Completion = z.infer<typeof Completion>;

const example: Recommendation = {
  id: 'move-to-dnsfilter',
  title: 'Move to DNSFilter',
  company: { id: 'acme', name: 'Acme' },
  status: 'Proposed',
  state: 'not_started',
  open: true,
  winProbability: 60,
  description: null,
  category: 'Security',
  priority: 'High',
  owner: { id: 'dana', name: 'Dana Park' },
  targetQuarter: '2026-Q4',
  lines: [
    {
      id: 'move-to-dnsfilter-1',
      stackItem: { id: 'web-filtering', name: 'Web filtering' },
      mrr: 120000,
      oneTime: 80000,
    },
  ],
  meetings: [{ id: 'acme-qbr', kind: 'vcio', date: '2026-10-14' }],
  goals: [{ id: 'acme-pass-the-audit', title: 'Pass the audit' }],
  mrr: 120000,
  oneTime: 80000,
  weightedMrr: 72000,
  weightedOneTime: 48000,
  etag: '"9e107d9d372bb6826bd81d3542a419d6"',
};

const one = { id: example.id };
const stale =
  'Answers what is now stored. With If-Match, what has changed since then is not touched: 412, with the present state in `details.current`.';

export const RECOMMENDATION_SORTS = [
  'title',
  'company',
  'status',
  'category',
  'priority',
  'owner',
  'quarter',
  'winProbability',
  'mrr',
  'oneTime',
  'weightedMrr',
  'weightedOneTime',
] as const;
export type RecommendationSort = (typeof RECOMMENDATION_SORTS)[number];

const filters = {
  company: Id.optional(),
  search: z.string().max(200).optional().describe('In the title, or a company’s name as in `GET /companies`'),
  status: z.array(Line).optional().describe('Names of statuses'),
  open: z.enum(['true', 'false']).optional().describe('`true`: not started or started; `false`: the others'),
  owner: z.array(Id).optional().describe('User ids'),
  priority: z.array(Line).optional(),
  category: z.array(Line).optional(),
  quarter: z.array(Quarter).optional().describe('Target quarters'),
};

const order = {
  sort: z.enum(RECOMMENDATION_SORTS).default('quarter'),
  order: z.enum(['asc', 'desc']).default('asc'),
};

const portfolio =
  'Values within one filter are OR, filters are AND. Whatever the order, those without the value come last, and equal ones by title. Statuses are in their order, priorities from critical down to low, then others.';

export const listRecommendations = endpoint({
  id: 'listRecommendations',
  method: 'GET',
  path: '/recommendations',
  slice: 'recommendations',
  summary: 'Recommendations to the companies you see',
  description: portfolio,
  query: z.strictObject({ ...filters, ...order, ...Page }),
  response: pageOf(Recommendation),
  large: true,
  errors: ['not_found'],
  examples: {
    query: { open: 'true', owner: ['dana'], sort: 'weightedMrr', order: 'desc' },
    response: { items: [example], next: null },
  },
});

export const getRecommendationsCsv = endpoint({
  id: 'getRecommendationsCsv',
  method: 'GET',
  path: '/recommendations.csv',
  slice: 'recommendations',
  summary: 'The same recommendations, a row each, for spreadsheets',
  query: z.strictObject({ ...filters, ...order }),
  response: z.string(),
  responseType: 'text/csv',
  large: true,
  errors: ['not_found'],
  examples: { query: { open: 'true' } },
});

const Sums = {
  recommendations: z.int(),
  mrr: Cents,
  oneTime: Cents,
  weightedMrr: Cents.describe('Each line times the win probability, rounded half up'),
  weightedOneTime: Cents,
};

/** What recommendations come to, by status and altogether. */
export const RecommendationTotals = z.object({
  statuses: z
    .array(z.object({ status: z.string().nullable(), ...Sums }))
    .describe('Every status of the workspace in its order; null, last: for those that have none'),
  whole: z.object(Sums),
});
export type RecommendationTotals = z.infer<typeof RecommendationTotals>;

const sums = { recommendations: 1, mrr: 120000, oneTime: 80000, weightedMrr: 72000, weightedOneTime: 48000 };

export const getRecommendationTotals = endpoint({
  id: 'getRecommendationTotals',
  method: 'GET',
  path: '/recommendation-totals',
  slice: 'recommendations',
  summary: 'What the same recommendations come to, gross and weighted, by status',
  query: z.strictObject(filters),
  response: RecommendationTotals,
  errors: ['not_found'],
  examples: {
    query: { open: 'true' },
    response: { statuses: [{ status: 'Proposed', ...sums }], whole: sums },
  },
});

/** What a recommendation can be given, and what lists of them can be narrowed to. */
export const RecommendationChoices = z.object({
  statuses: z
    .array(z.object({ name: z.string(), state: z.enum(STATES), color: z.string().nullable() }))
    .describe('In their order'),
  categories: z.array(z.string()).describe('In use with the companies you see'),
  priorities: z
    .array(z.string())
    .describe('In use, and the usual ones; from critical down to low, then others'),
  quarters: z.array(z.string()).describe('In use'),
});
export type RecommendationChoices = z.infer<typeof RecommendationChoices>;

export const getRecommendationChoices = endpoint({
  id: 'getRecommendationChoices',
  method: 'GET',
  path: '/recommendation-choices',
  slice: 'recommendations',
  summary: 'Statuses, categories, priorities and quarters of recommendations',
  response: RecommendationChoices,
  examples: {
    response: {
      statuses: [{ name: 'Proposed', state: 'not_started', color: '#56B4E9' }],
      categories: ['Security'],
      priorities: ['Critical', 'High', 'Medium', 'Low'],
      quarters: ['2026-Q4'],
    },
  },
});

export const listCompanyRecommendations = endpoint({
  id: 'listCompanyRecommendations',
  method: 'GET',
  path: '/companies/:id/recommendations',
  slice: 'recommendations',
  summary: 'All recommendations to a company, open ones first, then by title',
  params: ById,
  response: listOf(Recommendation),
  large: true,
  errors: ['not_found'],
  examples: { params: { id: 'acme' }, response: { items: [example] } },
});

export const getRecommendation = endpoint({
  id: 'getRecommendation',
  method: 'GET',
  path: '/recommendations/:id',
  slice: 'recommendations',
  summary: 'One recommendation with its lines',
  params: ById,
  response: Recommendation,
  errors: ['not_found'],
  examples: { params: one, response: example },
});

export const createRecommendation = endpoint({
  id: 'createRecommendation',
  method: 'POST',
  path: '/companies/:id/recommendations',
  slice: 'recommendations',
  summary: 'Recommend something to a company, with its lines if it has any',
  params: ById,
  body: NewRecommendation,
  status: 201,
  response: Recommendation,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: { id: 'acme' },
    body: {
      title: 'Move to DNSFilter',
      targetQuarter: '2026-Q4',
      lines: [{ stackItem: 'web-filtering', mrr: 120000, oneTime: 80000 }],
    },
    response: example,
  },
});

export const updateRecommendation = endpoint({
  id: 'updateRecommendation',
  method: 'PATCH',
  path: '/recommendations/:id',
  slice: 'recommendations',
  summary: 'Change a recommendation, its lines included',
  description: stale,
  params: ById,
  body: RecommendationChange,
  response: Recommendation,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params: one, body: { status: 'Planned', targetQuarter: '2027-Q1' }, response: example },
});

export const deleteRecommendation = endpoint({
  id: 'deleteRecommendation',
  method: 'DELETE',
  path: '/recommendations/:id',
  slice: 'recommendations',
  summary: 'Delete a recommendation with its lines; meetings that spoke of it name it no more',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: one },
});

export const getCompletion = endpoint({
  id: 'getCompletion',
  method: 'GET',
  path: '/recommendations/:id/completion',
  slice: 'recommendations',
  summary: 'What completing a recommendation would do to the cells of its stack items',
  params: ById,
  response: Completion,
  errors: ['not_found'],
  examples: {
    params: one,
    response: {
      statuses: ['Completed'],
      cells: [
        {
          stackItem: { id: 'web-filtering', name: 'Web filtering' },
          currentProduct: null,
          newProduct: { id: 'dnsfilter', name: 'DNSFilter' },
          alignment: 0,
          newAlignment: 100,
          mrrOpportunity: 120000,
          oneTimeOpportunity: 80000,
          problem: null,
        },
      ],
    },
  },
});

export const completeRecommendation = endpoint({
  id: 'completeRecommendation',
  method: 'POST',
  path: '/recommendations/:id/complete',
  slice: 'recommendations',
  summary: 'Complete a recommendation and set the cells of its stack items, in one step',
  description: `In each cell that is named the opportunity product becomes the current one, alignment becomes 100, and typed opportunities are cleared. ${stale}`,
  params: ById,
  body: z.strictObject({
    status: NameField.optional().describe('One that means completed; without it the first of them'),
    stackItems: z.array(Id).max(200).describe('Those of its lines whose cells are set'),
  }),
  response: Recommendation,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: {
    params: one,
    body: { stackItems: ['web-filtering'] },
    response: { ...example, status: 'Completed', state: 'completed', open: false },
  },
});
