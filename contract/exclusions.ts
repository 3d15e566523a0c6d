import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Cents, Day, Id, Named } from './values.ts';

const Reason = z.string().describe('In words');

/** A contract as one who decides about excluding it needs to know it. */
export const ExcludableContract = z.object({
  id: z.string(),
  name: z.string(),
  company: Named,
  vendor: z.string().nullable().describe('Null: the MSP itself'),
  status: z.enum(['active', 'inactive']),
  start: Day.nullable(),
  end: Day.nullable(),
  excluded: z.boolean().describe('By itself, whatever the rules for vendors say'),
  counts: z.boolean().describe('Whether anything of it counts today'),
  reason: Reason,
  mrr: Cents.describe('What it adds to MRR today unless it, or its vendor, is excluded'),
  oneTime: Cents.describe('Likewise to one-time'),
});
export type ExcludableContract = z.infer<typeof ExcludableContract>;

export const ExcludableVendor = z.object({
  vendor: z.string(),
  contracts: z.int(),
  lines: z.int().describe('In contracts of other vendors, or of the MSP itself'),
  excluded: z.boolean().describe('By a standing rule: all that there is of this vendor, and all to come'),
});
export type ExcludableVendor = z.infer<typeof ExcludableVendor>;

/** What is left out of MRR and scores, as far as you see the companies. */
export const Exclusions = z.object({
  vendors: z.array(ExcludableVendor).describe('Of every contract and line, by name'),
  ownContracts: z.int().describe('Contracts of the MSP itself'),
  contracts: z.array(ExcludableContract).describe('Those excluded by themselves, by company, name and id'),
  etag: z.string().describe('For If-Match; changes with any exclusion that you see'),
});
export type Exclusions = z.infer<typeof Exclusions>;

/** As the bundle has it: text that rows are found by. */
const VendorField = z
  .string()
  .min(1, 'some text')
  .max(400, 'at most 400 characters')
  .regex(/^[^\0\p{Cs}]*$/u, 'text without NUL');

const Contracts = z.array(Id).max(5000).default([]);
const Vendors = z.array(VendorField).max(1000).default([]);

export const ExclusionsChange = z.strictObject({
  excludeContracts: Contracts,
  includeContracts: Contracts,
  excludeVendors: Vendors.describe('A standing rule: all of this vendor, contracts and lines to come too'),
  includeVendors: Vendors,
});
export type ExclusionsChange = z.infer<typeof ExclusionsChange>;

const lease: ExcludableContract = {
  id: 'acme-copier',
  name: 'Copier lease',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  vendor: 'Printworks',
  status: 'active',
  start: '2025-01-01',
  end: null,
  excluded: true,
  counts: false,
  reason: 'This contract is excluded',
  mrr: 9333,
  oneTime: 0,
};

const example: Exclusions = {
  vendors: [{ vendor: 'Printworks', contracts: 12, lines: 0, excluded: false }],
  ownContracts: 140,
  contracts: [lease],
  etag: '"6f1ed002ab5595859014ebf0951522d9"',
};

export const getExclusions = endpoint({
  id: 'getExclusions',
  method: 'GET',
  path: '/exclusions',
  slice: 'exclusions',
  summary: 'Vendors and contracts that are left out of MRR and scores, and those that could be',
  response: Exclusions,
  large: true,
  errors: ['forbidden'],
  examples: { response: example },
});

export const listExcludableContracts = endpoint({
  id: 'listExcludableContracts',
  method: 'GET',
  path: '/exclusions/contracts',
  slice: 'exclusions',
  summary: 'The contracts of one vendor, of the MSP itself, or of one company',
  description: 'Exactly one of the parameters is given. By company, name and id.',
  query: z.strictObject({
    vendor: VendorField.optional(),
    own: z.literal('true').optional().describe('The MSP’s own contracts: those without a vendor'),
    company: Id.optional(),
  }),
  response: z.object({ items: z.array(ExcludableContract) }),
  large: true,
  errors: ['forbidden', 'not_found'],
  examples: { query: { vendor: 'Printworks' }, response: { items: [lease] } },
});

export const updateExclusions = endpoint({
  id: 'updateExclusions',
  method: 'PATCH',
  path: '/exclusions',
  slice: 'exclusions',
  summary: 'Exclude contracts and vendors, or take them in again, all at once',
  description:
    'All of it happens or none. With If-Match, exclusions that have changed since then are left alone: 412, with the present ones in `details.current`.',
  body: ExclusionsChange,
  response: Exclusions,
  large: true,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: {
    body: { excludeContracts: ['acme-copier'], excludeVendors: ['Bayline Internet'] },
    response: example,
  },
});
