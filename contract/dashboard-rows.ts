import { z } from 'zod';
import { ELEMENTS, FIGURES } from '../domain/dashboard/rows.ts';
import { QUADRANTS } from '../domain/portfolio/definitions.ts';
import { DashboardQuery } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { RevenueRow } from './explanation.ts';
import { Cents, Named } from './values.ts';

/** The dashboard's query plus which slice, bar or dot to open. */
export const DashboardRowsQuery = DashboardQuery.extend({
  element: z.enum(ELEMENTS),
  slice: z
    .string()
    .max(2000)
    .optional()
    .describe(
      'segments: quadrant id or not_placed; health, opportunityByHealth: status; stackByCustomer: company id; stackOpportunity: tag, empty for untagged, left out for the middle; stackAlignment: stack item id',
    ),
  item: z.string().max(2000).optional().describe('stackOpportunity: a stack item within the tag'),
  figure: z.enum(FIGURES).optional().describe('Where the element has several'),
});

/** The most rows that come as JSON; the totals, and the CSV file, are of all. */
export const MOST_ROWS = 10_000;

const more = z.int().describe(`How many rows are left out: at most ${MOST_ROWS} come; the totals are of all`);

const opportunity = { mrrOpportunity: Cents, oneTimeOpportunity: Cents, total: Cents };

const CompanyRows = z.object({
  kind: z.literal('companies'),
  more,
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      value: z.number().nullable(),
      mrr: Cents,
      employees: z.number().nullable(),
      health: z.number().nullable(),
      status: z.string(),
      effort: z.number().nullable(),
      quadrant: z.enum(QUADRANTS).nullable(),
      ...opportunity,
    }),
  ),
  totals: z.object({ companies: z.int(), ...opportunity }),
});

const CellRows = z.object({
  kind: z.literal('cells'),
  more,
  rows: z.array(
    z.object({
      company: Named,
      stackItem: Named,
      alignment: z.number(),
      aligned: z.boolean(),
      currentMrr: Cents,
      ...opportunity,
    }),
  ),
  totals: z.object({ cells: z.int(), currentMrr: Cents, ...opportunity, aligned: z.int() }),
});

const RevenueRows = z.object({
  kind: z.literal('revenue'),
  rows: z.array(RevenueRow),
  totals: z.object({
    amount: Cents.describe('The figure: the override, else fromContracts'),
    override: Cents.nullable(),
    fromContracts: Cents.describe('The sum of the rows that count'),
  }),
});

export const DashboardRows = z.discriminatedUnion('kind', [CompanyRows, CellRows, RevenueRows]);
export type DashboardRows = z.infer<typeof DashboardRows>;

const query = { element: 'stackOpportunity', slice: 'Standard', item: 'web-filtering' } as const;

export const getDashboardRows = endpoint({
  id: 'getDashboardRows',
  method: 'GET',
  path: '/dashboard/rows',
  slice: 'dashboard',
  summary: 'The rows behind one slice, bar or dot of the dashboard, whose sum is its figure',
  query: DashboardRowsQuery,
  rulesReadQuery: true,
  response: DashboardRows,
  large: true,
  examples: {
    query,
    response: {
      kind: 'cells',
      more: 0,
      rows: [
        {
          company: { id: 'acme', name: 'Acme' },
          stackItem: { id: 'web-filtering', name: 'Web filtering' },
          alignment: 50,
          aligned: false,
          currentMrr: 0,
          mrrOpportunity: 120000,
          oneTimeOpportunity: 80000,
          total: 200000,
        },
      ],
      totals: {
        cells: 1,
        currentMrr: 0,
        mrrOpportunity: 120000,
        oneTimeOpportunity: 80000,
        total: 200000,
        aligned: 0,
      },
    },
  },
});

export const getDashboardRowsCsv = endpoint({
  id: 'getDashboardRowsCsv',
  method: 'GET',
  path: '/dashboard/rows.csv',
  slice: 'dashboard',
  summary: 'The same rows as a CSV file for a spreadsheet',
  description:
    'UTF-8 with byte order mark; money in currency units; text that a spreadsheet would run as a formula is made harmless with a leading apostrophe.',
  query: DashboardRowsQuery,
  rulesReadQuery: true,
  response: z.string(),
  responseType: 'text/csv',
  large: true,
  examples: { query },
});
