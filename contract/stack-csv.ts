import { z } from 'zod';
import { FileCounts, FileError } from './bundle-transfer.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';

const csv = (what: string) => z.string().describe(`The text of ${what}, as the portfolio bundle has it`);

/** Files of the portfolio bundle that hold the stack; one of them is enough. */
export const StackFiles = z
  .strictObject({
    stackItems: csv('stack_items.csv').optional(),
    products: csv('products.csv').optional(),
  })
  .refine(
    ({ stackItems, products }) => stackItems !== undefined || products !== undefined,
    'stackItems, products or both',
  );
export type StackFiles = z.infer<typeof StackFiles>;

/** Why files were refused: in the `details` of the error. */
export const StackFileErrors = z.object({
  errors: z.array(FileError).describe('The first 1,000; nothing was written'),
  more: z.int(),
});
export type StackFileErrors = z.infer<typeof StackFileErrors>;

const file = { method: 'GET', slice: 'stack-items', response: z.string(), responseType: 'text/csv' } as const;

export const getStackItemsCsv = endpoint({
  ...file,
  id: 'getStackItemsCsv',
  path: '/stack-items.csv',
  summary: 'The stack items as stack_items.csv of the portfolio bundle, for spreadsheets and to bring back',
  large: true,
  errors: ['forbidden'],
  examples: {},
});

export const getProductsCsv = endpoint({
  ...file,
  id: 'getProductsCsv',
  path: '/products.csv',
  summary: 'The products as products.csv of the portfolio bundle, for spreadsheets and to bring back',
  large: true,
  errors: ['forbidden'],
  examples: {},
});

export const importStack = endpoint({
  id: 'importStack',
  method: 'POST',
  path: '/stack/import',
  slice: 'stack-items',
  summary: 'Bring in stack items and products from CSV: all of them, or nothing',
  description:
    'Rows are matched by their key: new ones are created, changed ones updated; a missing row or column leaves things as they are, an empty cell clears. What is wrong is refused (422) with every error by line and column in `details.errors`. `dryRun` tells what would be done without doing it.',
  query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
  body: StackFiles,
  longBody: true,
  response: listOf(FileCounts),
  errors: ['forbidden', 'unprocessable', 'payload_too_large'],
  examples: {
    query: { dryRun: 'true' },
    body: { stackItems: 'key,name,category\r\nweb-filtering,Web filtering,Security\r\n' },
    response: { items: [{ file: 'stack_items.csv', created: 1, updated: 0, unchanged: 0 }] },
  },
});
