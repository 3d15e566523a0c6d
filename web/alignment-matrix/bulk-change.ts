import { AlignmentBulkChange } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import type { Money } from '../ui/money.ts';
import { formatPercent } from '../ui/numbers.ts';

/** What the dialog says of one field: leave it, give it back to the rules, or set it to what its control holds. */
export interface BulkField {
  readonly how: 'leave' | 'rules' | 'set';
  readonly value: string | number;
}

/** The fields of the dialog in its order. Yes and no are 'true' and 'false'; amounts are in units of the currency. */
export const BULK_FIELDS = [
  'applicable',
  'currentProduct',
  'opportunityProduct',
  'alignment',
  'agreementInclusion',
  'mrrOpportunity',
  'oneTimeOpportunity',
  'provider',
  'threat',
] as const;
export type BulkName = (typeof BULK_FIELDS)[number];
export type BulkValues = Readonly<Record<BulkName, BulkField>>;

export const LEAVE_ALL = Object.fromEntries(
  BULK_FIELDS.map((name) => [name, { how: 'leave', value: '' }]),
) as unknown as BulkValues;

export const BULK_LABELS: Readonly<Record<BulkName, string>> = {
  applicable: 'Applicable',
  currentProduct: 'Current product',
  opportunityProduct: 'Opportunity product',
  alignment: 'Alignment',
  agreementInclusion: 'Agreement inclusion',
  mrrOpportunity: 'MRR opportunity',
  oneTimeOpportunity: 'One-time (NRR) opportunity',
  provider: 'Provider',
  threat: 'Threat',
};

const MESSAGES: Readonly<Partial<Record<BulkName, string>>> = {
  alignment: 'A number from 0 to 100 with at most two decimals',
  mrrOpportunity: 'An amount from 0 to 10,000,000,000,000.00',
  oneTimeOpportunity: 'An amount from 0 to 10,000,000,000,000.00',
  provider: 'One line of at most 500 characters',
};

/** What is to be sent, or by field what is wrong with it. Null: everything is left as it is. */
export function readBulk(values: BulkValues): {
  readonly change: AlignmentBulkChange | null;
  readonly problems: Readonly<Partial<Record<BulkName, string>>>;
} {
  const set = BULK_FIELDS.filter((name) => values[name].how !== 'leave');
  const change = Object.fromEntries(set.map((name) => [name, sentValue(name, values[name])]));
  const wrong = set.filter((name) => {
    const value = change[name];
    return value === '' || !AlignmentBulkChange.shape[name].safeParse(value).success;
  });
  return {
    change: set.length === 0 ? null : (change as AlignmentBulkChange),
    problems: Object.fromEntries(wrong.map((name) => [name, MESSAGES[name] ?? 'Choose one'])),
  };
}

function sentValue(name: BulkName, { how, value }: BulkField): unknown {
  if (how === 'rules') return null;
  switch (name) {
    case 'applicable':
    case 'agreementInclusion':
    case 'threat':
      return value === 'true';
    case 'mrrOpportunity':
    case 'oneTimeOpportunity':
      return value === '' ? '' : Math.round(Number(value) * 100);
    case 'alignment':
      return value === '' ? '' : Number(value);
    default:
      return String(value).trim();
  }
}

/** What a change does, in words: "alignment 80.0%, provider “Bob”, applicable by the rules". */
export function changeWords(
  change: AlignmentBulkChange,
  money: Money,
  productName: (id: string) => string,
): string {
  return BULK_FIELDS.filter((name) => change[name] !== undefined)
    .map(
      (name) =>
        `${BULK_LABELS[name].toLowerCase().replace('mrr', 'MRR').replace('nrr', 'NRR')}: ${words(name)}`,
    )
    .join('; ');

  function words(name: BulkName): string {
    const value = change[name];
    if (value === null) return name === 'provider' ? 'none' : 'by the rules';
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'number') return name === 'alignment' ? formatPercent(value) : money.full(value);
    if (name === 'provider') return `“${value}”`;
    return value === NO_PRODUCT ? 'none' : productName(String(value));
  }
}
