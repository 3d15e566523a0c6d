import { z } from 'zod';
import { COMPUTED_FACTS, QUADRANTS } from '../domain/portfolio/definitions.ts';
import { CYCLES } from '../domain/portfolio/facts.ts';
import { endpoint } from './endpoint.ts';
import { ById, Cents, Day, Named } from './values.ts';

const Band = z.object({ name: z.string(), color: z.string() });
const Reason = z.string().describe('In words');
const LineName = z.object({ id: z.string(), description: z.string().nullable() });

/** One header amount (line null) or line, whether it counts, and why. */
export const RevenueRow = z.object({
  contract: Named,
  line: LineName.nullable(),
  vendor: z.string().nullable(),
  cycle: z.enum(CYCLES).nullable().describe('Null: its billing period is not mapped'),
  amount: Cents.describe('A month’s worth in MRR, the whole amount in one-time'),
  currency: z
    .string()
    .describe('Of `amount`: the workspace’s, or the contract’s own where no exchange rate is set for that'),
  counts: z.boolean(),
  reason: Reason,
});

const Revenue = z.object({
  amount: Cents.describe('The override, else fromContracts'),
  override: Cents.nullable(),
  fromContracts: Cents.describe('The sum of the rows that count'),
  rows: z.array(RevenueRow),
});

const Contract = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string().nullable(),
  currency: z.string(),
  exchangeRate: z
    .string()
    .nullable()
    .describe('What one unit of `currency` is worth in the workspace’s; null: no exchange rate is set'),
  start: Day.nullable(),
  end: Day.nullable(),
  revenueFrom: z.enum(['header', 'lines']),
  revenueFromReason: Reason,
  inForce: z.boolean(),
  reason: Reason,
  mrr: Cents,
  oneTime: Cents,
});

const Employees = z.object({
  number: z.int().nullable(),
  source: z.enum(['override', 'synced', 'contacts']).nullable(),
  override: z.int().nullable(),
  synced: z.int().nullable(),
  activeContacts: z.int().nullable(),
});

const ScorePart = z.object({
  metric: z.object({ id: z.string(), name: z.string(), icon: z.string().nullable() }),
  kind: z.enum(['custom', 'assessment', 'csat', 'computed']),
  fact: z.enum(COMPUTED_FACTS).nullable(),
  value: z.number().nullable(),
  points: z.number().nullable(),
  maxScore: z.number(),
  weight: z.number(),
  share: z.number().nullable(),
  contribution: z.number().nullable(),
  date: Day.nullable(),
  ageDays: z.int().nullable(),
  stale: z.boolean(),
  source: z.string().describe('Where the value comes from, or what is missing, in words'),
  setBy: z.string().nullable(),
  note: z.string().nullable(),
});

const Score = {
  score: z.int().nullable(),
  coverage: z.number(),
  oldestInput: z.object({ metric: z.string(), date: Day, ageDays: z.int() }).nullable(),
  parts: z.array(ScorePart),
};

const Status = z.object({
  ...Band.shape,
  source: z.enum(['band', 'override', 'no score']),
  reason: Reason,
  override: z
    .object({
      status: z.string(),
      reason: z.string(),
      setOn: Day,
      expiresOn: Day,
      setBy: z.string().nullable(),
    })
    .nullable(),
  withoutOverride: Band,
});

const Product = z.object({
  id: z.string(),
  name: z.string(),
  standing: z.enum(['preferred', 'supported', 'other']),
});

const Opportunity = z.object({
  amount: Cents,
  weighted: Cents,
  source: z.enum(['typed', 'recommendations', 'price book', 'none']),
});

/** One company × one stack item, and where each of its values comes from. */
export const CellExplanation = z.object({
  stackItem: Named,
  counts: z.boolean().describe('In the company’s figures'),
  reason: Reason,
  applicable: z.boolean(),
  applicableSource: z.enum(['typed', 'tag', 'none']),
  sharedTags: z.array(z.string()),
  currentProduct: Product.nullable(),
  currentProductSource: z.enum(['typed', 'contract lines', 'none']),
  opportunityProduct: Product.nullable(),
  opportunityProductSource: z.enum(['typed', 'preferred', 'none']),
  alignment: z.number(),
  alignmentSource: z.enum(['typed', 'product']),
  band: Band,
  aligned: z.boolean(),
  weight: z.number(),
  agreementInclusion: z.boolean(),
  agreementInclusionSource: z.enum(['typed', 'default']),
  currentMrr: Cents,
  currentMrrSource: z.enum(['typed', 'contract lines']),
  mrrOpportunity: Opportunity,
  oneTimeOpportunity: Opportunity,
  recommendations: z.array(
    z.object({
      recommendation: z.object({ id: z.string(), title: z.string() }),
      line: z.string(),
      winProbability: z.number(),
      mrr: Cents,
      oneTime: Cents,
    }),
  ),
  provider: z.string().nullable(),
  threat: z.boolean(),
  setOn: Day.nullable(),
  setBy: z.string().nullable(),
  etag: z.string().describe('For If-Match, to change the cell as it stands here'),
});
export type CellExplanation = z.infer<typeof CellExplanation>;

/** Where a company stands among the quadrants, and what that rests on. */
const Segment = z.object({
  quadrant: z.enum(QUADRANTS).nullable().describe('By total value; null: not placed'),
  name: z.string(),
  value: Cents,
  valueMidpoint: z.number().nullable().describe('Cents, not rounded'),
  valueMidpointSource: z.enum(['fixed', 'median']),
  effort: z.int().nullable(),
  effortMidpoint: z.number(),
  reason: Reason,
});

export const CompanyExplanation = z.object({
  id: z.string(),
  name: z.string(),
  asOf: Day,
  mrr: Revenue,
  oneTime: Revenue,
  contracts: z.array(Contract),
  nextRenewal: z.object({ contract: Named, end: Day, days: z.int(), mrr: Cents }).nullable(),
  employees: Employees,
  health: z.object({ ...Score, status: Status }),
  effort: z.object({ ...Score, band: Band.nullable() }),
  segment: Segment,
  alignment: z.object({
    percent: z.number().nullable(),
    mrrOpportunity: Cents,
    oneTimeOpportunity: Cents,
    cells: z.array(CellExplanation),
  }),
});
export type CompanyExplanation = z.infer<typeof CompanyExplanation>;

const red = { name: 'Not aligned', color: '#D55E00' };

export const exampleCell: CellExplanation = {
  stackItem: { id: 'web-filtering', name: 'Web filtering' },
  counts: true,
  reason: 'The company and the item share the tag "Standard".',
  applicable: true,
  applicableSource: 'tag',
  sharedTags: ['Standard'],
  currentProduct: null,
  currentProductSource: 'none',
  opportunityProduct: { id: 'dnsfilter', name: 'DNSFilter', standing: 'preferred' },
  opportunityProductSource: 'preferred',
  alignment: 0,
  alignmentSource: 'product',
  band: red,
  aligned: false,
  weight: 1,
  agreementInclusion: false,
  agreementInclusionSource: 'default',
  currentMrr: 0,
  currentMrrSource: 'contract lines',
  mrrOpportunity: { amount: 120000, weighted: 120000, source: 'price book' },
  oneTimeOpportunity: { amount: 80000, weighted: 80000, source: 'price book' },
  recommendations: [],
  provider: null,
  threat: false,
  setOn: null,
  setBy: null,
  etag: '"new"',
};

const noScore = { name: 'No score', color: '#8A8F98' };
const unscored = { score: null, coverage: 0, oldestInput: null, parts: [] };
const noRevenue = { amount: 0, override: null, fromContracts: 0, rows: [] };

export const getCompanyExplanation = endpoint({
  id: 'getCompanyExplanation',
  method: 'GET',
  path: '/companies/:id/explanation',
  slice: 'companies',
  summary: 'How every figure of a company came about',
  params: ById,
  response: CompanyExplanation,
  large: true,
  errors: ['not_found'],
  examples: {
    params: { id: 'acme' },
    response: {
      id: 'acme',
      name: 'Acme',
      asOf: '2026-11-22',
      mrr: noRevenue,
      oneTime: noRevenue,
      contracts: [],
      nextRenewal: null,
      employees: { number: null, source: null, override: null, synced: null, activeContacts: null },
      health: {
        ...unscored,
        status: {
          ...noScore,
          source: 'no score',
          reason: 'No metric has a value.',
          override: null,
          withoutOverride: noScore,
        },
      },
      effort: { ...unscored, band: null },
      segment: {
        quadrant: null,
        name: 'Not placed',
        value: 0,
        valueMidpoint: 250000,
        valueMidpointSource: 'median',
        effort: null,
        effortMidpoint: 50,
        reason: 'The company has no effort score.',
      },
      alignment: { percent: 0, mrrOpportunity: 120000, oneTimeOpportunity: 80000, cells: [exampleCell] },
    },
  },
});
