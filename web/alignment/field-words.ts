import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import type { Money } from '../ui/money.ts';
import { formatPercent } from '../ui/numbers.ts';
import { type CellField, type TypedValue, typedValue } from './typed-values.ts';

/** What is set in a field of a row, where two values stand side by side. */
export const fieldInWords = (row: AlignmentRow, field: CellField, money: Money): string =>
  valueInWords(row, field, typedValue(row, field), money);

/** What a change sets in a field. */
export function changeInWords(
  row: AlignmentRow,
  field: CellField,
  change: AlignmentChange,
  money: Money,
): string {
  if (field === 'currentProduct' && change.currentProductName !== undefined) return change.currentProductName;
  return valueInWords(row, field, change[field] ?? null, money);
}

function valueInWords(row: AlignmentRow, field: CellField, value: TypedValue, money: Money): string {
  if (value === null)
    return field === 'provider' ? 'nobody else' : 'nothing by hand, so it follows the rules';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return field === 'alignment' ? formatPercent(value) : money.full(value);
  if (field === 'provider') return value;
  if (value === NO_PRODUCT) return 'no product';
  return row.products.find(({ id }) => id === value)?.name ?? value;
}
