import { z } from 'zod';
import { AlignmentNote, exampleNote } from './alignment-notes.ts';
import { MoneyField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { CellExplanation, exampleCell } from './explanation.ts';
import { LinkedRecommendation, NewLink } from './recommendations.ts';
import { STANDINGS } from './stack-items.ts';
import { ById, Cents, Day, Id, Line, Named } from './values.ts';

const percent = 'a number from 0 to 100 with at most two places';

const fields = {
  applicable: z.boolean().nullable().optional(),
  currentProduct: Id.nullable().optional().describe('A product of the item, or "none"'),
  opportunityProduct: Id.nullable().optional().describe('A product of the item'),
  alignment: z
    .number(percent)
    .min(0, percent)
    .max(100, percent)
    .multipleOf(0.01, percent)
    .nullable()
    .optional(),
  agreementInclusion: z.boolean().nullable().optional(),
  mrrOpportunity: MoneyField.nullable().optional(),
  oneTimeOpportunity: MoneyField.nullable().optional(),
  currentMrr: MoneyField.nullable().optional(),
  provider: Line.nullable().optional(),
  threat: z.boolean().nullable().optional(),
};

/** What a person can set in many alignment cells at once. Null goes back to what the rules derive; what is left out stays. */
export const AlignmentBulkChange = z
  .strictObject(fields)
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'a field to set');
export type AlignmentBulkChange = z.infer<typeof AlignmentBulkChange>;

/** What a person can set in one alignment cell. Null goes back to what the rules derive; what is left out stays. */
export const AlignmentChange = z
  .strictObject({
    ...fields,
    currentProductName: Line.optional().describe(
      'Instead of currentProduct: a product by its name, which is added to the item (standing other) if it has none of this name',
    ),
  })
  .refine(
    ({ currentProduct, currentProductName }) =>
      currentProduct === undefined || currentProductName === undefined,
    'either currentProduct or currentProductName',
  );
export type AlignmentChange = z.infer<typeof AlignmentChange>;

/** A company's figures over the cells that count. */
export const AlignmentTotals = z.object({
  percent: z.number().nullable().describe('0–100, not rounded; null: nothing counts'),
  mrrOpportunity: Cents,
  oneTimeOpportunity: Cents,
});
export type AlignmentTotals = z.infer<typeof AlignmentTotals>;

/** One row of the grid: the cell explained, its stack item, notes, recommendations and what can be chosen. */
export const AlignmentRow = CellExplanation.extend({
  definition: z.string().nullable(),
  category: z.string().nullable(),
  tags: z.array(z.string()).describe('The stack item’s'),
  anyOneOf: z.string().nullable(),
  retired: z.boolean(),
  products: z
    .array(z.object({ id: z.string(), name: z.string(), standing: z.enum(STANDINGS) }))
    .describe('To choose from, by id'),
  setByName: z.string().nullable().describe('The name of the user in setBy'),
  notes: z.object({
    count: z.int(),
    latest: z.array(AlignmentNote).describe('At most 5, newest first; text beyond 300 characters is cut'),
  }),
  links: z
    .array(LinkedRecommendation)
    .describe('Every recommendation with a line for this stack item, open or not'),
});
export type AlignmentRow = z.infer<typeof AlignmentRow>;

/** A row after a change, with what else the change moved. */
export const AlignmentSaved = AlignmentRow.extend({
  totals: AlignmentTotals,
  sameGroup: z
    .array(AlignmentRow)
    .describe('The other rows of its "any one of" group, which the change may have put in or out'),
});
export type AlignmentSaved = z.infer<typeof AlignmentSaved>;

/** The whole grid of a company. */
export const AlignmentGrid = z.object({
  company: Named,
  asOf: Day,
  staleAfterDays: z.int().describe('A row set longer ago than this is marked as stale'),
  totals: AlignmentTotals,
  bands: z
    .array(z.object({ name: z.string(), color: z.string(), from: z.number() }))
    .describe('Of alignment, from the lowest up'),
  rows: z.array(AlignmentRow).describe('Every stack item in its order, retired ones too'),
});
export type AlignmentGrid = z.infer<typeof AlignmentGrid>;

const totals: AlignmentTotals = { percent: 0, mrrOpportunity: 120000, oneTimeOpportunity: 80000 };

const exampleRow: AlignmentRow = {
  ...exampleCell,
  definition: 'Keeps staff from harmful sites.',
  category: 'Security',
  tags: ['Standard'],
  anyOneOf: null,
  retired: false,
  products: [{ id: 'dnsfilter', name: 'DNSFilter', standing: 'preferred' }],
  setByName: null,
  notes: { count: 1, latest: [exampleNote] },
  links: [],
};
const exampleSaved: AlignmentSaved = { ...exampleRow, totals, sameGroup: [] };

const CellParams = z.strictObject({ id: Id, stackItem: Id });
const cell = { id: 'acme', stackItem: 'web-filtering' };
const exampleGrid: AlignmentGrid = {
  company: { id: 'acme', name: 'Acme' },
  asOf: '2026-11-22',
  staleAfterDays: 180,
  totals,
  bands: [{ name: 'Not aligned', color: '#D55E00', from: 0 }],
  rows: [exampleRow],
};

export const listAlignments = endpoint({
  id: 'listAlignments',
  method: 'GET',
  path: '/companies/:id/alignments',
  slice: 'alignment',
  summary: 'A company’s whole stack alignment, row by row',
  params: ById,
  response: AlignmentGrid,
  large: true,
  errors: ['not_found'],
  examples: { params: { id: 'acme' }, response: exampleGrid },
});

/** The cell alone, with the ETag to change it. */
export const getAlignment = endpoint({
  id: 'getAlignment',
  method: 'GET',
  path: '/companies/:id/alignments/:stackItem',
  slice: 'alignment',
  summary: 'One alignment cell, explained',
  params: CellParams,
  response: AlignmentRow,
  errors: ['not_found'],
  examples: { params: cell, response: exampleRow },
});

export const updateAlignment = endpoint({
  id: 'updateAlignment',
  method: 'PATCH',
  path: '/companies/:id/alignments/:stackItem',
  slice: 'alignment',
  summary: 'Set values of one alignment cell by hand, or give them back to the rules',
  description:
    'Answers the row as it is now, with an ETag. With If-Match, a cell that has changed since then is not touched: 412, with the row as it is now in `details.current` and who changed it when in `details.changed` ({by, at} or null).',
  params: CellParams,
  body: AlignmentChange,
  response: AlignmentSaved,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: {
    params: cell,
    body: { currentProduct: 'none', mrrOpportunity: 120000, alignment: null },
    response: exampleSaved,
  },
});

export const updateAlignments = endpoint({
  id: 'updateAlignments',
  method: 'POST',
  path: '/companies/:id/alignments/bulk',
  slice: 'alignment',
  summary: 'Set the same values in many cells of a company: in all of them, or in none',
  params: ById,
  body: z.strictObject({ stackItems: z.array(Id).min(1).max(5000), change: AlignmentBulkChange }),
  response: AlignmentGrid,
  large: true,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: { id: 'acme' },
    body: { stackItems: ['web-filtering'], change: { applicable: true, currentProduct: 'none' } },
    response: exampleGrid,
  },
});

export const linkRecommendation = endpoint({
  id: 'linkRecommendation',
  method: 'POST',
  path: '/companies/:id/alignments/:stackItem/recommendations',
  slice: 'alignment',
  summary: 'Link a recommendation to an alignment cell, or create one for it',
  description:
    'Adds a line for the stack item to the recommendation, with these amounts. While it is open, such lines are the cell’s opportunity instead of the price book’s. The cell must be applicable.',
  params: CellParams,
  body: NewLink,
  status: 201,
  response: AlignmentSaved,
  errors: ['forbidden', 'not_found', 'conflict', 'unprocessable'],
  examples: {
    params: cell,
    body: { title: 'Move to DNSFilter', mrr: 120000, oneTime: 80000, winProbability: 75 },
    response: exampleSaved,
  },
});

export const unlinkRecommendation = endpoint({
  id: 'unlinkRecommendation',
  method: 'DELETE',
  path: '/companies/:id/alignments/:stackItem/recommendations/:recommendation',
  slice: 'alignment',
  summary: 'Take a recommendation’s lines for this stack item away; the recommendation stays',
  params: z.strictObject({ id: Id, stackItem: Id, recommendation: Id }),
  response: AlignmentSaved,
  errors: ['forbidden', 'not_found'],
  examples: { params: { ...cell, recommendation: 'move-to-dnsfilter' }, response: exampleSaved },
});
