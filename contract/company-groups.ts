import { z } from 'zod';
import { STAGES } from '../domain/portfolio/facts.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Id } from './values.ts';

/** A company with the account groups that list it. */
export const CompanyGroups = z.object({
  id: z.string().describe('Company id'),
  name: z.string(),
  stage: z.enum(STAGES),
  accountGroups: z
    .array(z.string())
    .describe('Ids of those that list it; those of all companies hold it too'),
  etag: z.string().describe('For If-Match'),
});
export type CompanyGroups = z.infer<typeof CompanyGroups>;

const acme: CompanyGroups = {
  id: 'acme-dental',
  name: 'Acme Dental',
  stage: 'active',
  accountGroups: ['dentists', 'east'],
  etag: '"Zk0f3pZ6Vq1t0Q5e"',
};

export const listCompanyGroups = endpoint({
  id: 'listCompanyGroups',
  method: 'GET',
  path: '/company-groups',
  slice: 'company-groups',
  summary: 'Every company that you see, in any stage, with the account groups that list it, by name',
  response: listOf(CompanyGroups),
  large: true,
  errors: ['forbidden'],
  examples: { response: { items: [acme] } },
});

export const updateCompanyGroups = endpoint({
  id: 'updateCompanyGroups',
  method: 'PATCH',
  path: '/company-groups/:id',
  slice: 'company-groups',
  summary: 'Say which account groups list a company',
  description:
    'With If-Match, a company whose groups have changed since then is not touched: 412, with the present ones in `details.current`.',
  params: ById,
  body: z.strictObject({ accountGroups: z.array(Id).max(500) }),
  response: CompanyGroups,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { params: { id: acme.id }, body: { accountGroups: ['dentists', 'east'] }, response: acme },
});
