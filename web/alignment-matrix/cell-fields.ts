import { z } from 'zod';
import { AlignmentBulkChange, type AlignmentRow } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import { typedValue } from '../alignment/typed-values.ts';
import { amount, type Field, flag, optionalText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { formatPercent } from '../ui/numbers.ts';

/** What the editor sets in a cell; null follows the rules. */
export type CellValues = Readonly<{
  applicable: boolean | null;
  currentProduct: string | null;
  opportunityProduct: string | null;
  alignment: number | null;
  agreementInclusion: boolean | null;
  mrrOpportunity: number | null;
  oneTimeOpportunity: number | null;
  provider: string | null;
  threat: boolean;
}>;

export const cellValues = (row: AlignmentRow): CellValues => ({
  applicable: typedValue(row, 'applicable') as boolean | null,
  currentProduct: typedValue(row, 'currentProduct') as string | null,
  opportunityProduct: typedValue(row, 'opportunityProduct') as string | null,
  alignment: typedValue(row, 'alignment') as number | null,
  agreementInclusion: typedValue(row, 'agreementInclusion') as boolean | null,
  mrrOpportunity: typedValue(row, 'mrrOpportunity') as number | null,
  oneTimeOpportunity: typedValue(row, 'oneTimeOpportunity') as number | null,
  provider: row.provider,
  threat: row.threat,
});

/** What a drop-down holds where the rules decide; a product's value begins with "=". */
export const BY_RULES = 'rules';
export const productChoice = (id: string): string => `=${id}`;

const { shape } = AlignmentBulkChange;
const AMOUNT = 'An amount from 0 to 10,000,000,000,000.00, or nothing';

/** The fields of the editor under the names that the grid has for them. */
export function cellFields(products: AlignmentRow['products']): Fields<CellValues> {
  const productName = (id: string) =>
    id === NO_PRODUCT ? 'none' : (products.find((product) => product.id === id)?.name ?? id);
  return {
    applicable: yesOrNo('Applicable'),
    currentProduct: product('Current product', productName),
    opportunityProduct: product('Opportunity product', productName),
    alignment: {
      label: 'Alignment',
      rule: shape.alignment,
      message: 'A number from 0 to 100 with at most two decimals, or nothing',
      toControl: (value) => value ?? '',
      toValue: (control) => (control === '' || control === null ? null : Number(control)),
      words: (value) => (value === null ? FOLLOWS : formatPercent(value)),
    },
    agreementInclusion: yesOrNo('Agreement inclusion'),
    mrrOpportunity: money('MRR opportunity'),
    oneTimeOpportunity: money('One-time (NRR) opportunity'),
    provider: optionalText({
      label: 'Provider',
      rule: shape.provider,
      message: 'One line of at most 500 characters',
    }),
    threat: flag({ label: 'Threat', rule: z.boolean(), message: 'Yes or no' }),
  };
}

const FOLLOWS = 'as the rules say';

const yesOrNo = (label: string): Field<boolean | null> => ({
  label,
  rule: z.boolean().nullable(),
  message: 'Choose one',
  toControl: (value) => (value === null ? BY_RULES : String(value)),
  toValue: (control) => (control === BY_RULES ? null : control === 'true'),
  words: (value) => (value === null ? FOLLOWS : value ? 'yes' : 'no'),
});

const product = (label: string, nameOf: (id: string) => string): Field<string | null> => ({
  label,
  rule: z.string().nullable(),
  message: 'Choose one',
  toControl: (value) => (value === null ? BY_RULES : productChoice(value)),
  toValue: (control) => (control === BY_RULES ? null : String(control).slice(1)),
  words: (value) => (value === null ? FOLLOWS : nameOf(value)),
});

function money(label: string): Field<number | null> {
  const field = amount({ label, rule: shape.mrrOpportunity, message: AMOUNT });
  return { ...field, words: (value, written) => (value === null ? FOLLOWS : field.words(value, written)) };
}
