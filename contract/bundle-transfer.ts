import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What an import did with the rows of a file. */
export const FileCounts = z.object({
  file: z.string(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
});

/** One thing wrong with a file; line and column count from 1. */
export const FileError = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  message: z.string(),
});

/** One line of the answer to an import: how far it is, or its end. */
export const ImportLine = z.union([
  z.object({
    progress: z.object({
      phase: z.enum(['reading', 'checking', 'writing']),
      file: z.string().nullable(),
      rows: z.int().describe('While reading: bytes'),
      total: z.int().nullable(),
    }),
  }),
  z.object({
    result: z.object({
      files: z.array(FileCounts),
    }),
  }),
  z.object({
    errors: z.array(FileError).describe('The first 1,000; nothing was written'),
    more: z.int(),
  }),
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
]);
export type ImportLine = z.infer<typeof ImportLine>;

const result: ImportLine = {
  result: { files: [{ file: 'companies.csv', created: 42, updated: 0, unchanged: 0 }] },
};

export const exportBundle = endpoint({
  id: 'exportBundle',
  method: 'GET',
  path: '/bundle',
  slice: 'bundle',
  summary: 'The whole portfolio as a zip of CSV files',
  description: 'Needs sight of every company.',
  response: z.string().meta({ format: 'binary' }),
  responseType: 'application/zip',
  large: true,
  errors: ['forbidden'],
  examples: {},
});

export const importBundle = endpoint({
  id: 'importBundle',
  method: 'POST',
  path: '/bundle',
  slice: 'bundle',
  summary: 'Bring in a portfolio from a zip of CSV files: all of it, or nothing',
  description:
    'Answers one JSON object a line: progress, then a result or all errors. Ending the request early undoes everything. Needs sight of every company.',
  query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
  body: z.string().meta({ format: 'binary' }),
  bodyType: 'application/zip',
  response: ImportLine,
  responseType: 'application/x-ndjson',
  large: true,
  errors: ['forbidden'],
  examples: { query: { dryRun: 'true' }, response: result },
});

export const loadDemo = endpoint({
  id: 'loadDemo',
  method: 'POST',
  path: '/demo',
  slice: 'bundle',
  summary: 'Fill an empty workspace with the demo portfolio',
  description: 'Answers like an import.',
  response: ImportLine,
  responseType: 'application/x-ndjson',
  large: true,
  errors: ['forbidden', 'conflict'],
  examples: { response: result },
});
