import { z } from 'zod';
import { RANKS } from '../domain/dashboard/query.ts';
import { QUADRANTS } from '../domain/portfolio/definitions.ts';
import { endpoint } from './endpoint.ts';
import { Cents, Day, Named } from './values.ts';

const many = z.array(z.string().max(2000)).max(10_000).optional();
const Share = z.number().describe('0–1, not rounded; of a zero total it is 0');

/** What narrows the dashboard: values within one filter are OR, filters are AND (docs/interfaces.md, "GET /api/v1/dashboard"). */
export const DashboardFilters = {
  company: many.describe('Company ids'),
  health: many.describe('Names of health statuses'),
  accountManager: many.describe('User ids'),
  accountGroup: many.describe('Account group ids'),
  segment: z.array(z.enum([...QUADRANTS, 'not_placed'])).optional(),
  tag: many.describe('A company’s tags'),
  stackItem: many.describe('Stack item ids: only their cells count; no company drops out'),
};

/** The whole query: filters and how to look at what they leave. */
export const DashboardQuery = z.strictObject({
  ...DashboardFilters,
  selected: z.string().max(2000).optional().describe('Company id for the tile'),
  value: z.enum(['total', 'perSeat']).optional().describe('Default total'),
  rank: z.enum(RANKS).optional().describe('Default opportunity'),
  weighted: z.enum(['true', 'false']).optional().describe('Default false'),
  date: Day.optional().describe(
    'A past day; answered with 400, as history keeps each company’s figures but not its stack items (GET /retention tells past months)',
  ),
});

const Point = z.object({
  id: z.string(),
  name: z.string(),
  value: z.number().describe('Cents; per seat not rounded'),
  effort: z.number(),
  health: z.number().nullable(),
  status: z.string(),
  employees: z.number().nullable(),
  quadrant: z.enum(QUADRANTS),
});

const StackCustomer = z.object({
  id: z.string(),
  name: z.string(),
  mrrOpportunity: Cents,
  oneTimeOpportunity: Cents,
  mrr: Cents,
  oneTime: Cents,
  alignment: z.number().nullable(),
});

const Split = { mrr: Cents, oneTime: Cents, total: Cents };
const Opportunity = { mrrOpportunity: Cents, oneTimeOpportunity: Cents, total: Cents };

/** The six elements of the dashboard, over the companies that the viewer sees and the filters leave. */
export const Dashboard = z.object({
  asOf: Day,
  currency: z.string(),
  companies: z.int(),
  segments: z.object({
    value: z.enum(['total', 'perSeat']),
    valueMidpoint: z.number().nullable(),
    effortMidpoint: z.number(),
    averageEmployees: z.number().nullable(),
    quadrants: z.array(z.object({ id: z.enum(QUADRANTS), name: z.string(), companies: z.int() })),
    notPlaced: z.int(),
    points: z.array(Point),
  }),
  health: z.array(z.object({ status: z.string(), color: z.string(), companies: z.int(), share: Share })),
  opportunityByHealth: z.array(z.object({ status: z.string(), ...Split, share: Share })),
  stackByCustomer: z.object({
    rows: z.array(StackCustomer),
    totals: z.object(Opportunity),
    selected: z.object({ id: z.string(), name: z.string(), ...Opportunity }).nullable(),
  }),
  stackOpportunity: z.object({
    ...Split,
    tags: z.array(
      z.object({
        tag: z.string().nullable().describe('Null: untagged'),
        ...Split,
        share: Share,
        items: z.array(z.object({ id: z.string(), name: z.string(), ...Split, shareOfTag: Share })),
      }),
    ),
  }),
  stackAlignment: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      currentMrr: Cents,
      mrrOpportunity: Cents,
      oneTimeOpportunity: Cents,
      applicable: z.int(),
      aligned: z.int(),
      alignedShare: Share,
    }),
  ),
});

const opportunity = { mrrOpportunity: 120000, oneTimeOpportunity: 80000, total: 200000 };
const split = { mrr: 120000, oneTime: 80000, total: 200000 };

const example: z.output<typeof Dashboard> = {
  asOf: '2026-11-22',
  currency: 'USD',
  companies: 1,
  segments: {
    value: 'total',
    valueMidpoint: 250000,
    effortMidpoint: 50,
    averageEmployees: 31.5,
    quadrants: [
      { id: 'high_value_low_effort', name: 'Most profitable', companies: 1 },
      { id: 'high_value_high_effort', name: 'Meet most often', companies: 0 },
      { id: 'low_value_low_effort', name: 'Risk of silent churn', companies: 0 },
      { id: 'low_value_high_effort', name: 'Reprice or reduce effort', companies: 0 },
    ],
    notPlaced: 0,
    points: [
      {
        id: 'acme',
        name: 'Acme',
        value: 310000,
        effort: 22,
        health: 81,
        status: 'Satisfactory',
        employees: 40,
        quadrant: 'high_value_low_effort',
      },
    ],
  },
  health: [{ status: 'Satisfactory', color: '#2b8a3e', companies: 1, share: 1 }],
  opportunityByHealth: [{ status: 'Satisfactory', ...split, share: 1 }],
  stackByCustomer: {
    rows: [
      {
        id: 'acme',
        name: 'Acme',
        mrrOpportunity: 120000,
        oneTimeOpportunity: 80000,
        mrr: 310000,
        oneTime: 0,
        alignment: 62.5,
      },
    ],
    totals: opportunity,
    selected: null,
  },
  stackOpportunity: {
    ...split,
    tags: [
      {
        tag: 'Standard',
        ...split,
        share: 1,
        items: [{ id: 'web-filtering', name: 'Web filtering', ...split, shareOfTag: 1 }],
      },
    ],
  },
  stackAlignment: [
    {
      id: 'web-filtering',
      name: 'Web filtering',
      currentMrr: 0,
      mrrOpportunity: 120000,
      oneTimeOpportunity: 80000,
      applicable: 1,
      aligned: 0,
      alignedShare: 0,
    },
  ],
};

export const getDashboard = endpoint({
  id: 'getDashboard',
  method: 'GET',
  path: '/dashboard',
  slice: 'dashboard',
  summary: 'The whole dashboard: segments, health, opportunity, stack',
  description:
    'Companies that you see, in stage onboarding or active, that pass the filters. An unknown parameter or value is refused and named.',
  query: DashboardQuery,
  rulesReadQuery: true,
  response: Dashboard,
  large: true,
  examples: { query: { health: ['Satisfactory'], rank: 'mrr' }, response: example },
});

const Choices = z.object({
  companies: z.array(Named),
  healthStatuses: z.array(z.object({ name: z.string(), color: z.string() })),
  accountManagers: z.array(Named),
  accountGroups: z.array(Named),
  segments: z.array(Named).describe('The four quadrants and not_placed'),
  tags: z.array(z.string()),
  stackItems: z.array(Named),
});

export const getDashboardChoices = endpoint({
  id: 'getDashboardChoices',
  method: 'GET',
  path: '/dashboard/choices',
  slice: 'dashboard',
  summary: 'What each filter of the dashboard can be set to, as far as you may know it',
  response: Choices,
  large: true,
  examples: {
    response: {
      companies: [{ id: 'acme', name: 'Acme' }],
      healthStatuses: [{ name: 'At risk', color: '#e03131' }],
      accountManagers: [{ id: 'dana', name: 'Dana Reyes' }],
      accountGroups: [{ id: 'east', name: 'East' }],
      segments: [{ id: 'not_placed', name: 'Not placed' }],
      tags: ['Standard'],
      stackItems: [{ id: 'web-filtering', name: 'Web filtering' }],
    },
  },
});
