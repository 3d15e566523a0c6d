import { z } from 'zod';
import { CADENCE_INTERVALS } from '../domain/engagement/cadence-due.ts';
import { MEETING_METHODS } from '../domain/engagement/meeting-kinds.ts';
import { STAGES } from '../domain/portfolio/facts.ts';
import {
  CountField,
  DayField,
  MoneyField,
  NameField,
  TagsField,
  TextField,
  YearField,
} from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { syncedFromField } from './synced-from.ts';
import { ById, Cents, Day, Id, Named, Nothing } from './values.ts';

/** What is kept about a company by hand, beside what is calculated (docs/product.md §3). Null: not set. */
export const CompanyProfile = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.enum(STAGES),
  offboardedOn: Day.nullable(),
  executiveSummary: z.string().nullable(),
  industry: z.string().nullable(),
  mrrOverride: Cents.nullable(),
  oneTimeOverride: Cents.nullable(),
  employeesSynced: z.int().nullable().describe('From the PSA; not for changing here'),
  employeesOverride: z.int().nullable(),
  locations: z.int().nullable(),
  tags: z.array(z.string()),
  accountGroups: z.array(Named).describe('Those that list the company, as far as you may know them'),
  dateAcquired: Day.nullable(),
  yearlyRevenue: Cents.nullable(),
  yearEstablished: z.int().nullable(),
  owner: Named.nullable().describe('The vCIO'),
  preferredMethod: z.enum(MEETING_METHODS).nullable().describe('How the client wants to be spoken to'),
  preferredEvery: z.enum(CADENCE_INTERVALS).nullable().describe('How often the client wants to meet'),
  communicationNote: z.string().nullable().describe('What else there is to say about it'),
  primaryContact: Named.extend({ title: z.string().nullable(), email: z.string().nullable() })
    .nullable()
    .describe('Whom one speaks to first'),
  calculated: z
    .object({
      mrr: Cents.describe('From the active, included contracts'),
      oneTime: Cents.describe('From the one-time amounts of the last 12 months'),
      employees: z.int().nullable().describe('What holds without an override: synced, else active contacts'),
      employeesFromContacts: z.int().nullable().describe('Active contacts; null without any contact'),
    })
    .describe('What holds where nothing is overridden'),
  syncedFrom: syncedFromField,
  etag: z.string().describe('For If-Match'),
});
export type CompanyProfile = z.infer<typeof CompanyProfile>;

const fields = {
  name: NameField.optional(),
  stage: z.enum(STAGES).optional(),
  executiveSummary: TextField.nullable().optional(),
  industry: TextField.nullable().optional(),
  mrrOverride: MoneyField.nullable().optional().describe('Null: calculated'),
  oneTimeOverride: MoneyField.nullable().optional().describe('Null: calculated'),
  employeesOverride: CountField.nullable().optional().describe('Null: calculated'),
  locations: CountField.nullable().optional(),
  tags: TagsField.optional(),
  accountGroups: z.array(Id).max(500).optional().describe('Ids of all that list the company'),
  dateAcquired: DayField.nullable().optional(),
  yearlyRevenue: MoneyField.nullable().optional(),
  yearEstablished: YearField.nullable().optional(),
  owner: Id.nullable().optional().describe('User id'),
  preferredMethod: z.enum(MEETING_METHODS).nullable().optional(),
  preferredEvery: z.enum(CADENCE_INTERVALS).nullable().optional(),
  communicationNote: TextField.nullable().optional(),
};

/** Null clears; what is left out stays. */
export const CompanyProfileChange = z.strictObject({
  ...fields,
  primaryContact: Id.nullable().optional().describe('Id of one of its contacts'),
});
export type CompanyProfileChange = z.infer<typeof CompanyProfileChange>;

export const NewCompany = z.strictObject({ ...fields, name: NameField });
export type NewCompany = z.infer<typeof NewCompany>;

const acme: CompanyProfile = {
  id: 'acme-dental',
  name: 'Acme Dental',
  stage: 'active',
  offboardedOn: null,
  executiveSummary: 'Two practices, growing; wants to leave paper behind.',
  industry: 'Healthcare',
  mrrOverride: 425000,
  oneTimeOverride: null,
  employeesSynced: null,
  employeesOverride: 38,
  locations: 2,
  tags: ['HIPAA', 'Standard'],
  accountGroups: [{ id: 'east', name: 'East' }],
  dateAcquired: '2019-04-01',
  yearlyRevenue: 420000000,
  yearEstablished: 1998,
  owner: { id: 'dana', name: 'Dana Reyes' },
  preferredMethod: 'phone',
  preferredEvery: 'monthly',
  communicationNote: 'Not on Mondays',
  primaryContact: {
    id: 'mia-chen',
    name: 'Mia Chen',
    title: 'Practice manager',
    email: 'mia@acme.example',
  },
  calculated: { mrr: 398000, oneTime: 45000, employees: 40, employeesFromContacts: 40 },
  syncedFrom: {
    connection: {
      id: '1d7c3d52-51f5-4a46-8f2c-0f0b7a5f0a34',
      name: 'ConnectWise PSA',
      vendor: 'connectwise',
    },
    record: '250',
    syncedAt: '2026-11-22T09:15:00.000Z',
    goneOn: null,
    owned: ['name', 'industry'],
  },
  etag: '"0f343b0931126a20f133d67c2b018a3b"',
};
const params = { id: acme.id };

export const createCompany = endpoint({
  id: 'createCompany',
  method: 'POST',
  path: '/companies',
  slice: 'companies',
  summary: 'Add a company',
  description:
    'Its id is made from its name. You must see what you add: name one of your account groups unless you see all companies. Only an admin names groups that are not their own; an owner is named by an admin or a manager.',
  body: NewCompany,
  status: 201,
  response: CompanyProfile,
  errors: ['forbidden', 'unprocessable'],
  examples: {
    body: { name: 'Acme Dental', stage: 'active', tags: ['Standard'], accountGroups: ['east'] },
    response: acme,
  },
});

export const getCompanyProfile = endpoint({
  id: 'getCompanyProfile',
  method: 'GET',
  path: '/companies/:id/profile',
  slice: 'companies',
  summary: 'A company’s profile: what was set by hand, and what is calculated',
  params: ById,
  response: CompanyProfile,
  errors: ['not_found'],
  examples: { params, response: acme },
});

export const updateCompanyProfile = endpoint({
  id: 'updateCompanyProfile',
  method: 'PATCH',
  path: '/companies/:id/profile',
  slice: 'companies',
  summary: 'Change fields of a company’s profile',
  description:
    'Answers the profile as it is now, with an ETag. With If-Match, a profile that has changed since then is not touched: 412, with the present one in `details.current`. The owner is set by an admin or a manager, account groups by an admin. Stage offboarded dates the end of the business today; any other stage clears that day.',
  params: ById,
  body: CompanyProfileChange,
  response: CompanyProfile,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params, body: { mrrOverride: 425000, industry: null }, response: acme },
});

export const archiveCompany = endpoint({
  id: 'archiveCompany',
  method: 'POST',
  path: '/companies/:id/archive',
  slice: 'companies',
  summary: 'Archive a company: offboarded from today on, with everything kept',
  params: ById,
  response: CompanyProfile,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params, response: { ...acme, stage: 'offboarded', offboardedOn: '2026-11-22' } },
});

export const restoreCompany = endpoint({
  id: 'restoreCompany',
  method: 'POST',
  path: '/companies/:id/restore',
  slice: 'companies',
  summary: 'Bring an archived company back to the stage that it had',
  description: 'A company that was not archived here becomes active.',
  params: ById,
  response: CompanyProfile,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params, response: acme },
});

export const deleteCompany = endpoint({
  id: 'deleteCompany',
  method: 'DELETE',
  path: '/companies/:id',
  slice: 'companies',
  summary: 'Delete a company that nothing hangs on',
  description: 'A company with contracts, contacts, scores or anything else is refused; archive it instead.',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params },
});
