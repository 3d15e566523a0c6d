import { z } from 'zod';
import { NEW_COMPANY_PLACES } from '../domain/access/new-company.ts';
import { endpoint } from './endpoint.ts';
import { Named } from './values.ts';

/** What you can set on a company's profile, and whether you can add a company. */
export const CompanyChoices = z.object({
  tags: z.array(z.string()).describe('Those in use'),
  accountGroups: z
    .array(Named)
    .describe('Those you may name, by name; the ones that hold every company are not named'),
  owners: z
    .array(Named)
    .nullable()
    .describe('Who can be the owner (vCIO), by name; null: that is not yours to say'),
  newCompany: z
    .enum(NEW_COMPANY_PLACES)
    .describe(
      '`anywhere`; `in a group`: you must name one of `accountGroups` to see the company then; `no group`: none of your account groups lists companies; `ceiling`: your security groups hold only the companies that they list',
    ),
});
export type CompanyChoices = z.infer<typeof CompanyChoices>;

export const getCompanyChoices = endpoint({
  id: 'getCompanyChoices',
  method: 'GET',
  path: '/company-choices',
  slice: 'companies',
  summary: 'What you can set on a company’s profile, and whether you can add a company',
  response: CompanyChoices,
  errors: ['forbidden'],
  examples: {
    response: {
      tags: ['HIPAA', 'Standard'],
      accountGroups: [{ id: 'east', name: 'East' }],
      owners: [{ id: 'dana', name: 'Dana Reyes' }],
      newCompany: 'anywhere',
    },
  },
});
