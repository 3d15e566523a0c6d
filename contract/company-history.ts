import { z } from 'zod';
import { STAGES } from '../domain/portfolio/facts.ts';
import { CHANGE_FIGURES, CHANGE_REASONS } from '../domain/snapshots/change.ts';
import { endpoint } from './endpoint.ts';
import { ById, Cents, Day } from './values.ts';

const Change = z.object({
  figure: z.enum(CHANGE_FIGURES),
  before: z.union([z.string(), z.number(), z.null()]),
  after: z.union([z.string(), z.number(), z.null()]),
  reasons: z
    .array(z.enum(CHANGE_REASONS))
    .describe(
      'data: something about the company; stale: a value became too old; definitions: what holds for all companies was changed on the way; override: one of the status began or ended; others: the midpoint moved with other clients',
    ),
});

export const CompanyHistory = z.object({
  days: z
    .array(
      z.object({
        date: Day,
        stage: z.enum(STAGES).nullable(),
        mrr: Cents.nullable(),
        employees: z.int().nullable(),
        health: z.number().nullable(),
        healthStatus: z.string().nullable(),
        coverage: z.number().nullable().describe('Percent'),
        effort: z.number().nullable(),
        segment: z.string().nullable(),
        alignment: z.number().nullable().describe('Percent'),
        definitionVersion: z.int().nullable(),
        reconstructed: z
          .boolean()
          .describe('Made up for later, from the dates of contracts: scores are not on record'),
      }),
    )
    .describe('Those that are on record, the oldest first'),
  changes: z.array(Change).describe('From the first of these days to the last'),
  steps: z
    .array(z.object({ from: Day, to: Day, changes: z.array(Change) }))
    .describe('From each of these days to the next, where anything changed'),
});
export type CompanyHistory = z.infer<typeof CompanyHistory>;

const day = {
  date: '2026-10-31',
  stage: 'active' as const,
  mrr: 310000,
  employees: 40,
  health: 81,
  healthStatus: 'Satisfactory',
  coverage: 100,
  effort: 22,
  segment: 'high_value_low_effort',
  alignment: 62.5,
  definitionVersion: 4,
  reconstructed: false,
};
const change = { figure: 'health' as const, before: 81, after: 74, reasons: ['data' as const] };

export const getCompanyHistory = endpoint({
  id: 'getCompanyHistory',
  method: 'GET',
  path: '/companies/:id/history',
  slice: 'snapshots',
  summary: 'A company’s figures day by day, as far as they are on record, with what changed and why',
  params: ById,
  query: z.strictObject({
    from: Day.optional().describe('Default: a year before `to`'),
    to: Day.optional().describe('Default: today'),
  }),
  response: CompanyHistory,
  errors: ['not_found'],
  examples: {
    params: { id: 'acme' },
    query: { from: '2026-10-31', to: '2026-11-21' },
    response: {
      days: [day, { ...day, date: '2026-11-21', health: 74 }],
      changes: [change],
      steps: [{ from: '2026-10-31', to: '2026-11-21', changes: [change] }],
    },
  },
});
