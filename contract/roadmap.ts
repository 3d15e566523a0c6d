import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Recommendation } from './recommendations.ts';
import { ById, Cents, Day, Named } from './values.ts';

const Amounts = z.object({ mrr: Cents.describe('What begins to be paid every month'), oneTime: Cents });

const BudgetPeriod = z.object({
  period: z.string().describe('A quarter such as 2026-Q4, or a year'),
  mrr: Cents.describe('What begins to be paid every month'),
  oneTime: Cents,
  mrrByThen: Cents.describe('What is paid every month at its end, with what began before'),
  recurring: Cents.describe('What is paid every month, over its months'),
  total: Cents,
});

/** What a roadmap costs the client. */
export const Budget = z.object({
  quarters: z
    .array(BudgetPeriod)
    .describe(
      'From the present quarter to the end of a year, as far as anything is planned, four years ahead at most',
    ),
  years: z.array(BudgetPeriod).describe('Over the quarters given, so the first may be in part'),
  overdue: Amounts.describe('Of open ones meant for a quarter that is over: in no quarter'),
  unplanned: Amounts,
  later: Amounts.describe('Of those meant for a quarter after the last one: in no quarter'),
  whole: Amounts.describe('Everything that is open'),
});

/** A company's steps by quarter, and what they cost it. */
export const Roadmap = z.object({
  company: Named,
  asOf: Day,
  columns: z
    .array(
      z.object({
        kind: z.enum(['past', 'quarter', 'unplanned']),
        quarter: z.string().nullable(),
        recommendations: z.array(Recommendation),
      }),
    )
    .describe(
      'Quarters that are over, the present one and three more, later ones with anything in them, without a quarter. Declined recommendations are in none. What is open stands first, then by priority and title',
    ),
  budget: z.object({
    gross: Budget,
    weighted: Budget.describe('Each line times the win probability, rounded half up'),
  }),
});
export type Roadmap = z.infer<typeof Roadmap>;

export type Budget = z.infer<typeof Budget>;

const nothing = { mrr: 0, oneTime: 0 };
const first = { period: '2026-Q4', mrr: 0, oneTime: 0, mrrByThen: 0, recurring: 0, total: 0 };
/** Of a company without any recommendation. */
export const emptyBudget: Budget = {
  quarters: [first],
  years: [{ ...first, period: '2026' }],
  overdue: nothing,
  unplanned: nothing,
  later: nothing,
  whole: nothing,
};

export const getRoadmap = endpoint({
  id: 'getRoadmap',
  method: 'GET',
  path: '/companies/:id/roadmap',
  slice: 'recommendations',
  summary: 'A company’s recommendations by quarter, and its budget by quarter and year',
  description:
    'What is paid every month begins in its quarter and goes on in those after it. Only open ones are in the budget.',
  params: ById,
  response: Roadmap,
  large: true,
  errors: ['not_found'],
  examples: {
    params: { id: 'acme' },
    response: {
      company: { id: 'acme', name: 'Acme' },
      asOf: '2026-11-22',
      columns: [
        { kind: 'past', quarter: null, recommendations: [] },
        { kind: 'quarter', quarter: '2026-Q4', recommendations: [] },
        { kind: 'unplanned', quarter: null, recommendations: [] },
      ],
      budget: { gross: emptyBudget, weighted: emptyBudget },
    },
  },
});

export const getBudgetCsv = endpoint({
  id: 'getBudgetCsv',
  method: 'GET',
  path: '/companies/:id/budget.csv',
  slice: 'recommendations',
  summary: 'A company’s budget, a row for each quarter and year, for spreadsheets',
  description: 'Gross, as a client is given it, unless weighted is asked for.',
  params: ById,
  query: z.strictObject({ weighing: z.enum(['gross', 'weighted']).default('gross') }),
  response: z.string(),
  responseType: 'text/csv',
  large: true,
  errors: ['not_found'],
  examples: { params: { id: 'acme' }, query: { weighing: 'gross' } },
});
