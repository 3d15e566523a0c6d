import { z } from 'zod';
import { AlignmentBulkChange } from './alignment.ts';
import { DashboardQuery } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { Cents, Day, Id } from './values.ts';

const perCompany = 'In the order of `companies`';

/** One stack item over all companies; the arrays are as long as `companies`, and 0 where the cell is in no figure. */
const MatrixItem = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  mrr: Cents.describe('MRR opportunity over its cells'),
  oneTime: Cents,
  applicable: z.int().describe('How many cells count'),
  aligned: z.int().describe('How many of them are in the top band'),
  cells: z.object({
    band: z.array(z.int()).describe(`${perCompany}: index into bands; -1: the cell is in no figure`),
    alignment: z.array(z.number()).describe(`${perCompany}: 0–100, not rounded`),
    mrr: z.array(Cents).describe(`${perCompany}: MRR opportunity`),
    oneTime: z.array(Cents).describe(`${perCompany}: one-time opportunity`),
  }),
});

/** Stack items × companies, column by column. */
export const AlignmentMatrix = z.object({
  asOf: Day,
  currency: z.string(),
  bands: z
    .array(z.object({ name: z.string(), color: z.string(), from: z.number() }))
    .describe('From the lowest up'),
  companies: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        mrr: Cents.describe('MRR opportunity over its cells'),
        oneTime: Cents,
        alignment: z.number().nullable().describe('0–100, not rounded; null: nothing counts'),
        applicable: z.int().describe('How many cells count'),
        aligned: z.int().describe('How many of them are in the top band'),
      }),
    )
    .describe('By name, then id'),
  stackItems: z.array(MatrixItem).describe('In the stack’s order, without retired ones'),
  totals: z.object({ mrr: Cents, oneTime: Cents, applicable: z.int(), aligned: z.int() }),
});
export type AlignmentMatrix = z.infer<typeof AlignmentMatrix>;

const query = DashboardQuery;

export const getAlignmentMatrix = endpoint({
  id: 'getAlignmentMatrix',
  method: 'GET',
  path: '/alignment-matrix',
  slice: 'alignment',
  summary: 'Alignment and opportunity of every stack item at every company that the filters leave',
  description: 'Takes the dashboard’s query, and is about the same companies.',
  query,
  rulesReadQuery: true,
  response: AlignmentMatrix,
  large: true,
  examples: {
    query: { tag: ['Standard'] },
    response: {
      asOf: '2026-11-22',
      currency: 'USD',
      bands: [
        { name: 'Not aligned', color: '#D55E00', from: 0 },
        { name: 'Aligned', color: '#009E73', from: 67 },
      ],
      companies: [
        { id: 'acme', name: 'Acme', mrr: 120000, oneTime: 80000, alignment: 0, applicable: 1, aligned: 0 },
      ],
      stackItems: [
        {
          id: 'web-filtering',
          name: 'Web filtering',
          category: 'Security',
          tags: ['Standard'],
          mrr: 120000,
          oneTime: 80000,
          applicable: 1,
          aligned: 0,
          cells: { band: [0], alignment: [0], mrr: [120000], oneTime: [80000] },
        },
      ],
      totals: { mrr: 120000, oneTime: 80000, applicable: 1, aligned: 0 },
    },
  },
});

export const getAlignmentMatrixCsv = endpoint({
  id: 'getAlignmentMatrixCsv',
  method: 'GET',
  path: '/alignment-matrix.csv',
  slice: 'alignment',
  summary: 'The cells of the matrix that count, a row each, for spreadsheets',
  query,
  rulesReadQuery: true,
  response: z.string(),
  responseType: 'text/csv',
  large: true,
  examples: { query: { tag: ['Standard'] } },
});

/** So many cells can be set at once. */
export const MOST_CELLS = 5000;

export const updateMatrix = endpoint({
  id: 'updateMatrix',
  method: 'POST',
  path: '/alignments/bulk',
  slice: 'alignment',
  summary: 'Set the same values in cells of many companies at once',
  body: z.strictObject({
    cells: z
      .array(z.strictObject({ company: Id, stackItems: z.array(Id).min(1).max(MOST_CELLS) }))
      .min(1)
      .max(MOST_CELLS)
      .refine(
        (cells) => cells.reduce((sum, { stackItems }) => sum + stackItems.length, 0) <= MOST_CELLS,
        'at most 5,000 cells in all; set them in several goes',
      ),
    change: AlignmentBulkChange,
    notApplicable: z
      .enum(['refuse', 'leave'])
      .optional()
      .describe(
        'What happens to cells that are not applicable and in which more than that is to be set: all is refused (the default), or they are left as they are',
      ),
  }),
  response: z.object({
    cells: z.int().describe('How many cells it was about'),
    changed: z.int(),
    left: z.int().describe('How many were left as they are because they are not applicable'),
  }),
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    body: {
      cells: [{ company: 'acme', stackItems: ['web-filtering', 'mfa'] }],
      change: { applicable: true },
    },
    response: { cells: 2, changed: 1, left: 0 },
  },
});
