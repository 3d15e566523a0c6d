import { z } from 'zod';
import { QUADRANTS } from '../domain/portfolio/definitions.ts';
import { STAGES } from '../domain/portfolio/facts.ts';
import { endpoint } from './endpoint.ts';
import { Page, pageOf } from './lists.ts';
import { ById, Cents } from './values.ts';

/** A company with its figures of today. */
export const CompanyRow = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.enum(STAGES),
  tags: z.array(z.string()),
  mrr: Cents,
  oneTime: Cents,
  employees: z.int().nullable(),
  health: z.int().nullable(),
  status: z.string().describe('The name of the health band, of the override, or "No score"'),
  effort: z.int().nullable().describe('Higher means more effort'),
  quadrant: z.enum(QUADRANTS).nullable().describe('By total value; null: not placed'),
  alignment: z.number().nullable().describe('0–100, not rounded'),
  mrrOpportunity: Cents,
  oneTimeOpportunity: Cents,
});
export type CompanyRow = z.infer<typeof CompanyRow>;

export const Company = CompanyRow.extend({
  owner: z.object({ id: z.string(), name: z.string() }).nullable().describe('The vCIO'),
  statusColor: z.string().describe('#rrggbb'),
});
export type Company = z.infer<typeof Company>;

const acme: CompanyRow = {
  id: 'acme',
  name: 'Acme',
  stage: 'active',
  tags: ['Standard'],
  mrr: 310000,
  oneTime: 45000,
  employees: 40,
  health: 81,
  status: 'Satisfactory',
  effort: 22,
  quadrant: 'high_value_low_effort',
  alignment: 62.5,
  mrrOpportunity: 120000,
  oneTimeOpportunity: 80000,
};

export const COMPANY_SORTS = [
  'name',
  'mrr',
  'employees',
  'health',
  'effort',
  'alignment',
  'opportunity',
] as const;
export type CompanySort = (typeof COMPANY_SORTS)[number];

export const listCompanies = endpoint({
  id: 'listCompanies',
  method: 'GET',
  path: '/companies',
  slice: 'companies',
  summary: 'The companies you see',
  description:
    'A search finds names that begin with the text, have a word that begins with it, contain it, or contain it with one letter wrong (two from eight letters on), in this order; `sort` then orders within each kind. Whatever the order, companies without the figure come last.',
  query: z.strictObject({
    search: z.string().max(200).optional(),
    stage: z.array(z.enum(STAGES)).optional(),
    sort: z.enum(COMPANY_SORTS).default('name'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...Page,
  }),
  response: pageOf(CompanyRow),
  large: true,
  examples: { query: { search: 'acm', sort: 'mrr', order: 'desc' }, response: { items: [acme], next: null } },
});

export const getCompany = endpoint({
  id: 'getCompany',
  method: 'GET',
  path: '/companies/:id',
  slice: 'companies',
  summary: 'One company with its figures of today',
  params: ById,
  response: Company,
  errors: ['not_found'],
  examples: {
    params: { id: 'acme' },
    response: { ...acme, owner: { id: 'dana', name: 'Dana Reyes' }, statusColor: '#2b8a3e' },
  },
});
