import type { DecimalMark } from '../../domain/spreadsheets/read-cell.ts';
import type { Cell } from './read-file.ts';

/** A cell as text: dates by year, month and day, numbers with the mark that the sheet's typed numbers have. */
export function cellText(cell: Cell, decimals: DecimalMark): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number') return String(cell);
  // beyond the fifteenth digit a spreadsheet shows nothing, and its arithmetic leaves noise
  const exact = Number(cell.toPrecision(15)).toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 15,
  });
  return decimals === 'comma' ? exact.replace('.', ',') : exact;
}
