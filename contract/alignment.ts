import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CellExplanation, exampleCell } from './explanation.ts';
import { Cents, Id, Line } from './values.ts';

const Money = Cents.min(0).max(1e15);

/** What a person can set in one alignment cell. Null goes back to what the rules derive; what is left out stays. */
export const AlignmentChange = z.strictObject({
  applicable: z.boolean().nullable().optional(),
  currentProduct: Id.nullable().optional().describe('A product of the item, or "none"'),
  opportunityProduct: Id.nullable().optional().describe('A product of the item'),
  alignment: z.number().min(0).max(100).multipleOf(0.01).nullable().optional(),
  agreementInclusion: z.boolean().nullable().optional(),
  mrrOpportunity: Money.nullable().optional(),
  oneTimeOpportunity: Money.nullable().optional(),
  currentMrr: Money.nullable().optional(),
  provider: Line.nullable().optional(),
  threat: z.boolean().nullable().optional(),
});
export type AlignmentChange = z.infer<typeof AlignmentChange>;

export const updateAlignment = endpoint({
  id: 'updateAlignment',
  method: 'PATCH',
  path: '/companies/:id/alignments/:stackItem',
  slice: 'alignment',
  summary: 'Set values of one alignment cell by hand, or give them back to the rules',
  description:
    'Answers the cell as it is now, with an ETag. With If-Match, a cell that has changed since then is not touched: 412.',
  params: z.strictObject({ id: Id, stackItem: Id }),
  body: AlignmentChange,
  response: CellExplanation,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: {
    params: { id: 'acme', stackItem: 'web-filtering' },
    body: { currentProduct: 'none', mrrOpportunity: 120000, alignment: null },
    response: exampleCell,
  },
});

/** The cell alone, with the ETag to change it. */
export const getAlignment = endpoint({
  id: 'getAlignment',
  method: 'GET',
  path: '/companies/:id/alignments/:stackItem',
  slice: 'alignment',
  summary: 'One alignment cell, explained',
  params: z.strictObject({ id: Id, stackItem: Id }),
  response: CellExplanation,
  errors: ['not_found'],
  examples: { params: { id: 'acme', stackItem: 'web-filtering' }, response: exampleCell },
});
