import { z } from 'zod';
import { MoneyField, NameField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Cents, Id, Named } from './values.ts';

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

/** A recommendation to choose. */
export const Recommendation = z.object({
  id: z.string(),
  title: z.string(),
  company: Named,
  ...Standing,
  targetQuarter: z.string().nullable().describe('Such as 2026-Q4'),
  lines: z.array(RecommendationLine),
  mrr: Cents.describe('Over all its lines'),
  oneTime: Cents,
});
export type Recommendation = z.infer<typeof Recommendation>;

const percent = 'a number from 0 to 100 with at most two places';

/** A recommendation to link, or the title of a new one; the amounts are those of its new line. */
export const NewLink = z
  .strictObject({
    recommendation: Id.optional(),
    title: NameField.optional(),
    mrr: MoneyField.optional(),
    oneTime: MoneyField.optional(),
    winProbability: z
      .number(percent)
      .min(0, percent)
      .max(100, percent)
      .multipleOf(0.01, percent)
      .optional()
      .describe('Percent, of a new one; default 60'),
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

export const listRecommendations = endpoint({
  id: 'listRecommendations',
  method: 'GET',
  path: '/recommendations',
  slice: 'recommendations',
  summary: 'A company’s recommendations, open ones first, then by title',
  query: z.strictObject({ company: Id }),
  response: listOf(Recommendation),
  large: true,
  errors: ['not_found'],
  examples: {
    query: { company: 'acme' },
    response: {
      items: [
        {
          id: 'move-to-dnsfilter',
          title: 'Move to DNSFilter',
          company: { id: 'acme', name: 'Acme' },
          status: 'Proposed',
          state: 'not_started',
          open: true,
          winProbability: 60,
          targetQuarter: '2026-Q4',
          lines: [
            {
              id: 'move-to-dnsfilter-1',
              stackItem: { id: 'web-filtering', name: 'Web filtering' },
              mrr: 120000,
              oneTime: 80000,
            },
          ],
          mrr: 120000,
          oneTime: 80000,
        },
      ],
    },
  },
});
