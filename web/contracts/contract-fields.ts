import { z } from 'zod';
import {
  CurrencyField,
  DayField,
  NameField,
  SignedMoneyField,
  TextField,
} from '../../contract/bundle/fields.ts';
import type { Contract } from '../../contract/contracts.ts';
import { CYCLES, type Cycle } from '../../domain/portfolio/facts.ts';
import { amount, day, flag, oneOf, optionalText, requiredText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { moneyOf } from '../me/queries.ts';
import { CYCLE_NAMES } from './cycle-names.ts';

/** What the dialog edits of a contract, as the API takes it. */
export type ContractValues = Readonly<
  Pick<
    Contract,
    | 'name'
    | 'vendor'
    | 'status'
    | 'start'
    | 'end'
    | 'cycle'
    | 'amount'
    | 'currency'
    | 'revenueFrom'
    | 'excluded'
  >
>;

export const contractValues = (contract: ContractValues): ContractValues => ({
  name: contract.name,
  vendor: contract.vendor,
  status: contract.status,
  start: contract.start,
  end: contract.end,
  cycle: contract.cycle,
  amount: contract.amount,
  currency: contract.currency,
  revenueFrom: contract.revenueFrom,
  excluded: contract.excluded,
});

export const NEW_CONTRACT: ContractValues = {
  name: '',
  vendor: null,
  status: 'active',
  start: null,
  end: null,
  cycle: null,
  amount: null,
  currency: null,
  revenueFrom: null,
  excluded: false,
};

export const STATUS_NAMES: Readonly<Record<Contract['status'], string>> = {
  active: 'Active',
  inactive: 'Inactive',
};

export const REVENUE_FROM_NAMES = { header: 'its own amount', lines: 'its lines' } as const;

export const AMOUNT = 'An amount up to 10,000,000,000,000.00 (a credit is negative), or nothing';
export const DATE = 'A date that exists, or nothing';
export const LONG = 'At most 100,000 characters';

/** The fields of the dialog by the names that the screens have for them. `currency`: of the amount. */
export function contractFields(currency: string): Fields<ContractValues> {
  return {
    name: requiredText({ label: 'Name', rule: NameField, message: 'Give the contract a name' }),
    vendor: optionalText({ label: 'Vendor', rule: TextField.nullable(), message: LONG }),
    status: oneOf<Contract['status']>({
      label: 'Status',
      rule: z.enum(['active', 'inactive']),
      message: 'Choose a status',
      names: (status) => STATUS_NAMES[status as Contract['status']],
    }),
    start: day({ label: 'Start', rule: DayField.nullable(), message: DATE }),
    end: day({ label: 'End', rule: DayField.nullable(), message: DATE }),
    cycle: oneOf<Cycle | null>({
      label: 'Billed',
      rule: z.enum(CYCLES).nullable(),
      message: 'Choose how often it is billed',
      names: (cycle) => CYCLE_NAMES[cycle as Cycle],
    }),
    amount: {
      ...amount({ label: 'Amount', rule: SignedMoneyField.nullable(), message: AMOUNT }),
      words: (cents) => (cents === null ? 'nothing' : moneyOf(currency).full(cents)),
    },
    currency: oneOf<string | null>({
      label: 'Currency',
      rule: CurrencyField.nullable(),
      message: 'Choose a currency',
      names: (code) => code,
    }),
    revenueFrom: oneOf<Contract['revenueFrom']>({
      label: 'Its MRR comes from',
      rule: z.enum(['header', 'lines']).nullable(),
      message: 'Choose where its MRR comes from',
      names: (from) => REVENUE_FROM_NAMES[from as keyof typeof REVENUE_FROM_NAMES],
    }),
    excluded: flag({ label: 'Exclude this contract', rule: z.boolean(), message: 'Yes or no' }),
  };
}

/** What is wrong with fields together. */
export function checkContract({ start, end }: Pick<ContractValues, 'start' | 'end'>): Record<string, string> {
  return start !== null && end !== null && end < start ? { end: 'On or after the start' } : {};
}
