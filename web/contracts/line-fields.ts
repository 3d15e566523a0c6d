import { z } from 'zod';
import { DayField, DecimalField, SignedMoneyField, TextField } from '../../contract/bundle/fields.ts';
import type { ContractLine } from '../../contract/contracts.ts';
import { cycleAmount } from '../../domain/contracts/cycle.ts';
import { CYCLES, type Cycle } from '../../domain/portfolio/facts.ts';
import { amount, day, decimalText, oneOf, optionalText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { moneyOf } from '../me/queries.ts';
import { AMOUNT, DATE, LONG } from './contract-fields.ts';
import { CYCLE_NAMES } from './cycle-names.ts';

/** What the dialog edits of a contract line, as the API takes it. */
export type LineValues = Readonly<
  Pick<
    ContractLine,
    'description' | 'productCode' | 'vendor' | 'quantity' | 'unitPrice' | 'cycle' | 'start' | 'cancelledOn'
  >
>;

export const lineValues = (line: LineValues): LineValues => ({
  description: line.description,
  productCode: line.productCode,
  vendor: line.vendor,
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  cycle: line.cycle,
  start: line.start,
  cancelledOn: line.cancelledOn,
});

export const NEW_LINE: LineValues = {
  description: null,
  productCode: null,
  vendor: null,
  quantity: null,
  unitPrice: null,
  cycle: null,
  start: null,
  cancelledOn: null,
};

/** The fields of the dialog by the names that the screens have for them. `currency`: the contract's. */
export function lineFields(currency: string): Fields<LineValues> {
  const text = (label: string) => optionalText({ label, rule: TextField.nullable(), message: LONG });
  const date = (label: string) => day({ label, rule: DayField.nullable(), message: DATE });
  return {
    description: text('Description'),
    productCode: text('Product code'),
    vendor: text('Vendor'),
    quantity: decimalText({
      label: 'Quantity',
      rule: DecimalField.nullable(),
      message: 'A number such as 12.5, or nothing',
    }),
    unitPrice: {
      ...amount({ label: 'Unit price', rule: SignedMoneyField.nullable(), message: AMOUNT }),
      words: (cents) => (cents === null ? 'nothing' : moneyOf(currency).full(cents)),
    },
    cycle: oneOf<Cycle | null>({
      label: 'Billed',
      rule: z.enum(CYCLES).nullable(),
      message: 'Choose how often it is billed',
      names: (cycle) => CYCLE_NAMES[cycle as Cycle],
    }),
    start: date('Start'),
    cancelledOn: date('Cancelled on'),
  };
}

/** The most that one line may be worth, in cents: larger ones could not be added up exactly. */
const LARGEST = 1e15;

/** What is wrong with fields together. */
export function checkLine(values: LineValues): Record<string, string> {
  const { start, cancelledOn, quantity, unitPrice } = values;
  const early = start !== null && cancelledOn !== null && cancelledOn < start;
  return {
    ...(early ? { cancelledOn: 'On or after the start' } : {}),
    ...(isTooMuch(quantity, unitPrice)
      ? { quantity: 'Quantity times unit price may be 10,000,000,000,000.00 at most' }
      : {}),
  };
}

function isTooMuch(quantity: string | null, unitPrice: number | null): boolean {
  const readable =
    DecimalField.nullable().safeParse(quantity).success && Number.isSafeInteger(unitPrice ?? 0);
  return readable && Math.abs(cycleAmount(unitPrice ?? 0, quantity ?? '1', 'onetime')) > LARGEST;
}
