import { z } from 'zod';
import { CYCLES } from '../domain/portfolio/facts.ts';
import {
  CurrencyField,
  DayField,
  DecimalField,
  NameField,
  SignedMoneyField,
  TextField,
} from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { syncedFromField } from './synced-from.ts';
import { ById, Cents, Day, Nothing } from './values.ts';

const Cycle = z.enum(CYCLES);
const STATUSES = ['active', 'inactive'] as const;
const REVENUE_FROM = ['header', 'lines'] as const;
const UnmappedCycle = z
  .string()
  .nullable()
  .describe(
    'What its source calls its billing period, where nobody has said what that means: it makes no MRR',
  );
const Reason = z.string().describe('In words');

const Worth = {
  worth: Cents.describe(
    'What it adds if it counts: a month’s worth if it recurs, all of it if it is one-time',
  ),
  worthCurrency: z
    .string()
    .describe('Of `worth`: the workspace’s, or the contract’s own where no exchange rate is set for that'),
  worthCycle: Cycle.nullable().describe(
    'The cycle that holds: its own, the contract’s, or monthly; null: its billing period is not mapped',
  ),
  counts: z.boolean(),
  reason: Reason,
};

export const ContractLine = z.object({
  id: z.string(),
  description: z.string().nullable(),
  productCode: z.string().nullable(),
  vendor: z.string().nullable(),
  quantity: z.string().nullable().describe('A decimal number; null: 1'),
  unitPrice: Cents.nullable(),
  cycle: Cycle.nullable().describe('Null: the contract’s'),
  start: Day.nullable(),
  cancelledOn: Day.nullable().describe('The first day without it'),
  unmappedCycle: UnmappedCycle,
  ...Worth,
  etag: z.string().describe('For If-Match'),
});
export type ContractLine = z.infer<typeof ContractLine>;

/** A contract as it is stored, with what it adds to its company's revenue and why. */
export const Contract = z.object({
  id: z.string(),
  company: z.string(),
  name: z.string(),
  vendor: z.string().nullable().describe('Null: the MSP itself'),
  status: z.enum(STATUSES),
  start: Day.nullable(),
  end: Day.nullable().describe('The last day'),
  cycle: Cycle.nullable().describe('Null: monthly'),
  amount: Cents.nullable().describe('In the contract’s own currency'),
  currency: z.string().nullable().describe('Null: the workspace’s'),
  exchangeRate: z
    .string()
    .nullable()
    .describe(
      'What one unit of its currency is worth in the workspace’s, a decimal number; null: no rate is set',
    ),
  revenueFrom: z.enum(REVENUE_FROM).nullable().describe('Null: decided by the rule, see `counted`'),
  excluded: z.boolean(),
  unmappedCycle: UnmappedCycle,
  source: z.enum(['manual', 'import', 'psa']).describe('Typed here, brought in by an import, or synced'),
  syncedFrom: syncedFromField,
  mrr: Cents.describe('What it adds to MRR today'),
  oneTime: Cents,
  counts: z.boolean().describe('Whether anything of it counts today'),
  reason: Reason,
  counted: z.object({ from: z.enum(REVENUE_FROM), reason: Reason }),
  header: z.object(Worth).nullable().describe('The amount of its own; null without one'),
  lines: z.array(ContractLine),
  etag: z.string().describe('For If-Match; changes with the contract’s own fields, not with its lines'),
});
export type Contract = z.infer<typeof Contract>;

const contractFields = {
  name: NameField.optional(),
  vendor: TextField.nullable().optional(),
  status: z.enum(STATUSES).optional(),
  start: DayField.nullable().optional(),
  end: DayField.nullable().optional(),
  cycle: Cycle.nullable().optional(),
  amount: SignedMoneyField.nullable().optional(),
  currency: CurrencyField.nullable().optional(),
  revenueFrom: z.enum(REVENUE_FROM).nullable().optional(),
  excluded: z.boolean().optional(),
};

const lineFields = {
  description: TextField.nullable().optional(),
  productCode: TextField.nullable().optional(),
  vendor: TextField.nullable().optional(),
  quantity: DecimalField.nullable().optional(),
  unitPrice: SignedMoneyField.nullable().optional(),
  cycle: Cycle.nullable().optional(),
  start: DayField.nullable().optional(),
  cancelledOn: DayField.nullable().optional(),
};

/** Null clears; what is left out stays. */
export const ContractLineChange = z.strictObject(lineFields);
export type ContractLineChange = z.infer<typeof ContractLineChange>;

export const NewContract = z.strictObject({
  ...contractFields,
  name: NameField,
  lines: z.array(ContractLineChange).max(500).optional(),
});
export type NewContract = z.infer<typeof NewContract>;

/** Null clears; what is left out stays. */
export const ContractChange = z.strictObject(contractFields);
export type ContractChange = z.infer<typeof ContractChange>;

const backup: ContractLine = {
  id: 'managed-services-1',
  description: 'Backup per server',
  productCode: 'BKP-SRV',
  vendor: null,
  quantity: '4',
  unitPrice: 4500,
  cycle: null,
  start: '2026-01-01',
  cancelledOn: null,
  unmappedCycle: null,
  worth: 18000,
  worthCurrency: 'USD',
  worthCycle: 'monthly',
  counts: true,
  reason: 'In force',
  etag: '"c27cbf0a53f4ae23b4a1e5b1f4d3d3f0"',
};

const managed: Contract = {
  id: 'managed-services',
  company: 'acme-dental',
  name: 'Managed services',
  vendor: null,
  status: 'active',
  start: '2026-01-01',
  end: '2026-12-31',
  cycle: 'monthly',
  amount: null,
  currency: null,
  exchangeRate: '1',
  revenueFrom: null,
  excluded: false,
  unmappedCycle: null,
  source: 'manual',
  syncedFrom: null,
  mrr: 18000,
  oneTime: 0,
  counts: true,
  reason: 'In force',
  counted: { from: 'lines', reason: 'It has no amount of its own' },
  header: null,
  lines: [backup],
  etag: '"9e107d9d372bb6826bd81d3542a419d6"',
};

const company = { id: 'acme-dental' };
const contract = { id: managed.id };
const line = { id: backup.id };
const stale =
  'Answers what is now stored. With If-Match, what has changed since then is not touched: 412, with the present state in `details.current`.';

export const listContracts = endpoint({
  id: 'listContracts',
  method: 'GET',
  path: '/companies/:id/contracts',
  slice: 'contracts',
  summary: 'A company’s contracts with their lines: what counts, what does not, and why',
  description: 'In the order of their names. What counts adds up to the totals “from contracts”.',
  params: ById,
  response: z.object({
    items: z.array(Contract),
    totals: z.object({
      mrr: Cents.describe('The override, else the sum'),
      mrrOverride: Cents.nullable(),
      mrrFromContracts: Cents,
      oneTime: Cents,
      oneTimeOverride: Cents.nullable(),
      oneTimeFromContracts: Cents,
    }),
  }),
  large: true,
  errors: ['not_found'],
  examples: {
    params: company,
    response: {
      items: [managed],
      totals: {
        mrr: 18000,
        mrrOverride: null,
        mrrFromContracts: 18000,
        oneTime: 0,
        oneTimeOverride: null,
        oneTimeFromContracts: 0,
      },
    },
  },
});

export const getContract = endpoint({
  id: 'getContract',
  method: 'GET',
  path: '/contracts/:id',
  slice: 'contracts',
  summary: 'One contract with its lines',
  params: ById,
  response: Contract,
  errors: ['not_found'],
  examples: { params: contract, response: managed },
});

export const createContract = endpoint({
  id: 'createContract',
  method: 'POST',
  path: '/companies/:id/contracts',
  slice: 'contracts',
  summary: 'Add a contract, with its lines if it has any',
  params: ById,
  body: NewContract,
  status: 201,
  response: Contract,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: company,
    body: {
      name: 'Managed services',
      start: '2026-01-01',
      end: '2026-12-31',
      lines: [{ description: 'Backup per server', quantity: '4', unitPrice: 4500, start: '2026-01-01' }],
    },
    response: managed,
  },
});

export const updateContract = endpoint({
  id: 'updateContract',
  method: 'PATCH',
  path: '/contracts/:id',
  slice: 'contracts',
  summary: 'Change a contract’s own fields',
  description: stale,
  params: ById,
  body: ContractChange,
  response: Contract,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params: contract, body: { end: '2027-12-31', excluded: false }, response: managed },
});

export const deleteContract = endpoint({
  id: 'deleteContract',
  method: 'DELETE',
  path: '/contracts/:id',
  slice: 'contracts',
  summary: 'Delete a contract with its lines',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: contract },
});

export const createContractLine = endpoint({
  id: 'createContractLine',
  method: 'POST',
  path: '/contracts/:id/lines',
  slice: 'contracts',
  summary: 'Add a line to a contract',
  params: ById,
  body: ContractLineChange,
  status: 201,
  response: ContractLine,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: contract,
    body: { description: 'Backup per server', quantity: '4', unitPrice: 4500 },
    response: backup,
  },
});

export const updateContractLine = endpoint({
  id: 'updateContractLine',
  method: 'PATCH',
  path: '/contract-lines/:id',
  slice: 'contracts',
  summary: 'Change a contract line',
  description: stale,
  params: ById,
  body: ContractLineChange,
  response: ContractLine,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params: line, body: { cancelledOn: '2026-12-01' }, response: backup },
});

export const deleteContractLine = endpoint({
  id: 'deleteContractLine',
  method: 'DELETE',
  path: '/contract-lines/:id',
  slice: 'contracts',
  summary: 'Delete a contract line',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: line },
});
