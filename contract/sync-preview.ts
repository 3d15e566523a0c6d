import { z } from 'zod';
import { CYCLES } from '../domain/portfolio/facts.ts';
import { Cents, Day, Named } from './values.ts';

/** What becomes of a company of a connected system. */
export const COMPANY_ACTIONS = [
  'create',
  'match',
  'keep',
  'deactivate',
  'bring back',
  'leave out',
  'ask',
] as const;

const Changes = z.object({
  create: z.int(),
  update: z.int().describe('Those brought back among them'),
  deactivate: z.int().describe('Gone in the connected system; nothing is deleted'),
});

export const PreviewedCompany = z.object({
  record: z.string().describe('Its id in the connected system'),
  name: z.string().describe('As it is called there'),
  company: Named.nullable().describe('Ours; null: left out, or nobody has decided'),
  action: z.enum(COMPANY_ACTIONS),
  reason: z.string().describe('In words'),
  mrr: Cents.nullable().describe('What its MRR would be; null without a company of ours'),
  candidates: z.array(Named).describe('Ours that it may be, where somebody has to decide'),
});
export type PreviewedCompany = z.infer<typeof PreviewedCompany>;

/** A billing period that nobody has mapped: what is billed by it makes no MRR. */
export const UnmappedPeriod = z.object({
  code: z.string().describe('What it is mapped by; empty: the system names none'),
  label: z.string(),
  proposed: z.enum(CYCLES).nullable().describe('What it means elsewhere; somebody has to confirm it'),
  items: z.int().describe('How many contracts and lines are billed by it'),
});

export const SyncWarning = z.object({
  kind: z.enum(['no company', 'no contract', 'other currency', 'counted twice', 'unsound', 'notice']),
  message: z.string().describe('In words'),
  count: z.int().describe('How many records it is about'),
});
export type SyncWarning = z.infer<typeof SyncWarning>;

/** What a sync would do to the portfolio, with nothing of it done. */
export const SyncPreview = z.object({
  asOf: Day,
  companies: z.array(PreviewedCompany).describe('In the order of their names'),
  changes: z.object({
    companies: Changes,
    contacts: Changes,
    contracts: Changes,
    contractLines: Changes,
    surveys: Changes,
  }),
  unmappedPeriods: z.array(UnmappedPeriod),
  warnings: z.array(SyncWarning),
  mrr: z
    .object({ before: Cents, after: Cents })
    .describe('Of all companies that are clients now, and that would be'),
});
export type SyncPreview = z.infer<typeof SyncPreview>;

export const exampleSyncPreview: SyncPreview = {
  asOf: '2026-11-30',
  companies: [
    {
      record: '250',
      name: 'Acme Dental',
      company: { id: 'acme-dental', name: 'Acme Dental' },
      action: 'match',
      reason: 'Matched to the existing "Acme Dental" by name',
      mrr: 180000,
      candidates: [],
    },
    {
      record: '251',
      name: 'Cables Inc',
      company: null,
      action: 'leave out',
      reason: 'Left out because its type is "Vendor"',
      mrr: null,
      candidates: [],
    },
  ],
  changes: {
    companies: { create: 0, update: 1, deactivate: 0 },
    contacts: { create: 12, update: 0, deactivate: 0 },
    contracts: { create: 1, update: 0, deactivate: 0 },
    contractLines: { create: 3, update: 0, deactivate: 0 },
    surveys: { create: 0, update: 0, deactivate: 0 },
  },
  unmappedPeriods: [{ code: '6', label: 'Every 4 weeks', proposed: null, items: 2 }],
  warnings: [{ kind: 'no company', message: '1 contract names no company: "Spare"', count: 1 }],
  mrr: { before: 0, after: 180000 },
};
