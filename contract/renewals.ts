import { z } from 'zod';
import type { RENEWAL_HORIZONS } from '../domain/contracts/renewals.ts';
import { DashboardFilters } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { ById, Cents, Day, Named } from './values.ts';

const Within = z
  .enum(['30', '60', '90'] satisfies `${(typeof RENEWAL_HORIZONS)[number]}`[])
  .default('90')
  .describe('Days from today');

/** A contract in force that ends soon, and the MRR that ends with it. */
export const Renewal = z.object({
  company: Named,
  status: z.string().describe('The company’s health status'),
  contract: Named,
  vendor: z.string().nullable(),
  end: Day,
  days: z.int().describe('From today; 0: its last day is today'),
  mrr: Cents.describe('What the contract adds to its company’s MRR today, before any override'),
});
export type Renewal = z.infer<typeof Renewal>;

export const Renewals = z.object({
  asOf: Day,
  items: z.array(Renewal).describe('By end, then company'),
  totals: z
    .array(z.object({ within: z.int(), contracts: z.int(), mrr: Cents }))
    .describe('Within 30, 60 and 90 days, each including the shorter ones, whatever `within` asks for'),
});
export type Renewals = z.infer<typeof Renewals>;

const example: Renewals = {
  asOf: '2026-11-22',
  items: [
    {
      company: { id: 'acme-dental', name: 'Acme Dental' },
      status: 'Needs attention',
      contract: { id: 'managed-services', name: 'Managed services' },
      vendor: null,
      end: '2026-12-31',
      days: 39,
      mrr: 18000,
    },
  ],
  totals: [
    { within: 30, contracts: 0, mrr: 0 },
    { within: 60, contracts: 1, mrr: 18000 },
    { within: 90, contracts: 1, mrr: 18000 },
  ],
};

const { stackItem: _, ...companyFilters } = DashboardFilters;

const query = z.strictObject({ within: Within, ...companyFilters });

export const listRenewals = endpoint({
  id: 'listRenewals',
  method: 'GET',
  path: '/renewals',
  slice: 'renewals',
  summary: 'Contracts of your current clients that end within 30, 60 or 90 days, with the MRR at stake',
  description: 'Takes the dashboard’s filters that narrow companies.',
  query,
  rulesReadQuery: true,
  response: Renewals,
  large: true,
  examples: { query: { within: '60', accountGroup: ['east'] }, response: example },
});

export const getRenewalsCsv = endpoint({
  id: 'getRenewalsCsv',
  method: 'GET',
  path: '/renewals.csv',
  slice: 'renewals',
  summary: 'The same renewals, a row each, for spreadsheets',
  query,
  rulesReadQuery: true,
  response: z.string(),
  responseType: 'text/csv',
  large: true,
  examples: { query: { within: '30' } },
});

export const listCompanyRenewals = endpoint({
  id: 'listCompanyRenewals',
  method: 'GET',
  path: '/companies/:id/renewals',
  slice: 'renewals',
  summary: 'A company’s contracts that end within 30, 60 or 90 days',
  params: ById,
  query: z.strictObject({ within: Within }),
  response: Renewals,
  errors: ['not_found'],
  examples: { params: { id: 'acme-dental' }, query: { within: '90' }, response: example },
});
