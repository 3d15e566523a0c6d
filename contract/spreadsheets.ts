import { z } from 'zod';
import { DATE_ORDERS, DECIMAL_MARKS } from '../domain/spreadsheets/read-cell.ts';
import { SHEET_KIND_NAMES } from '../domain/spreadsheets/sheet-kinds.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Id, Line, Named, Timestamp } from './values.ts';

const Kind = z.enum(SHEET_KIND_NAMES);

/** Up to so many rows at once; more go by the portfolio bundle. */
export const MOST_SHEET_ROWS = 20_000;

const reading = {
  kind: Kind,
  headings: z.array(z.string().max(2000)).min(1).max(200),
  mapping: z
    .array(z.string().max(100).nullable())
    .max(200)
    .describe('The field that each column fills, as many as headings; null: the column is left out'),
  dates: z.enum(DATE_ORDERS).describe('What comes first in 11/30/2026; 2026-11-30 is always read'),
  decimals: z.enum(DECIMAL_MARKS).describe('What stands before the cents'),
};

/** A sheet with what its columns are. */
export const Sheet = z.strictObject({
  ...reading,
  fileName: Line,
  rows: z
    .array(z.array(z.string().max(100_000)).max(200))
    .max(MOST_SHEET_ROWS)
    .describe('The cells below the headings, as text'),
});
export type Sheet = z.infer<typeof Sheet>;

const SheetProblem = z.object({
  row: z.int().describe('As a spreadsheet counts: the headings are row 1'),
  column: z.string().nullable().describe('The heading; null: the row as a whole'),
  message: z.string(),
});
export type SheetProblem = z.infer<typeof SheetProblem>;

/** What a sheet does, or would do. */
export const SheetResult = z.object({
  import: z.string().nullable().describe('Id of the import, to undo it; null: nothing was written'),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  problems: z.array(SheetProblem).describe('The first 1,000; with any of them nothing is written'),
  moreProblems: z.int(),
  rows: z
    .array(
      z.object({
        row: z.int(),
        action: z.enum(['create', 'update', 'none']),
        name: z.string(),
        changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
      }),
    )
    .describe('The first 500 rows that create or change something'),
});
export type SheetResult = z.infer<typeof SheetResult>;

export const SheetImport = z.object({
  id: z.string(),
  ...reading,
  fileName: z.string(),
  importedAt: Timestamp,
  importedBy: Named,
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  undoneAt: Timestamp.nullable(),
  undoneBy: Named.nullable(),
});
export type SheetImport = z.infer<typeof SheetImport>;

const sheet: Sheet = {
  kind: 'companies',
  fileName: 'clients.xlsx',
  headings: ['Client', 'Seats', 'Client since'],
  mapping: ['name', 'employeesSynced', 'dateAcquired'],
  dates: 'month_first',
  decimals: 'point',
  rows: [['Acme Dental', '25', '3/1/2019']],
};
const made: SheetImport = {
  id: '7',
  kind: 'companies',
  fileName: 'clients.xlsx',
  headings: sheet.headings,
  mapping: sheet.mapping,
  dates: 'month_first',
  decimals: 'point',
  importedAt: '2026-11-22T10:00:00.000Z',
  importedBy: { id: 'dana', name: 'Dana Reyes' },
  created: 1,
  updated: 0,
  unchanged: 0,
  undoneAt: null,
  undoneBy: null,
};

export const importSheet = endpoint({
  id: 'importSheet',
  method: 'POST',
  path: '/spreadsheets',
  slice: 'spreadsheets',
  summary: 'Bring in rows of a spreadsheet: all of them, or nothing',
  description:
    'Rows are matched by their key, else by name (a contact by company and e-mail). An empty cell leaves what stands. With `dryRun` the answer tells what would be done, and every problem; without it, a problem is refused (422) with all of them in `details.problems`. Needs sight of every company.',
  query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
  body: Sheet,
  longBody: true,
  response: SheetResult,
  errors: ['forbidden', 'conflict', 'unprocessable'],
  examples: {
    query: { dryRun: 'true' },
    body: sheet,
    response: {
      import: null,
      created: 1,
      updated: 0,
      unchanged: 0,
      problems: [],
      moreProblems: 0,
      rows: [
        {
          row: 2,
          action: 'create',
          name: 'Acme Dental',
          changes: [{ field: 'employeesSynced', before: '', after: '25' }],
        },
      ],
    },
  },
});

export const listSheetImports = endpoint({
  id: 'listSheetImports',
  method: 'GET',
  path: '/spreadsheets',
  slice: 'spreadsheets',
  summary: 'What was brought in from spreadsheets, the latest first, with the mapping of its columns',
  response: listOf(SheetImport),
  errors: ['forbidden'],
  examples: { response: { items: [made] } },
});

export const undoSheetImport = endpoint({
  id: 'undoSheetImport',
  method: 'POST',
  path: '/spreadsheets/:id/undo',
  slice: 'spreadsheets',
  summary: 'Undo a whole import',
  description:
    'Puts every row back as it was before. Refused (409), with nothing changed, if any of them has been changed since, or something has been added to a row that would go.',
  params: z.strictObject({ id: Id }),
  response: SheetImport,
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: {
    params: { id: '7' },
    response: { ...made, undoneAt: '2026-11-22T10:05:00.000Z', undoneBy: made.importedBy },
  },
});
