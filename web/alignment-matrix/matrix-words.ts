import type { BandMark } from '../alignment/band-mark.ts';
import type { Money } from '../ui/money.ts';
import { formatCount, formatPercent, formatWhole, NONE } from '../ui/numbers.ts';
import type { Axes, Head, MatrixCell } from './axes.ts';
import { type Place, type Range, sizeOf } from './selection.ts';

interface Amounts {
  readonly mrr: number;
  readonly oneTime: number;
}

/** "$1,200.00 (MRR $1,000.00, one-time $200.00)". */
export const amountWords = ({ mrr, oneTime }: Amounts, money: Money): string =>
  `${money.full(mrr + oneTime)} (MRR ${money.full(mrr)}, one-time ${money.full(oneTime)})`;

/** A cell in full: band, alignment and opportunity. */
export function cellWords(cell: MatrixCell, bands: readonly BandMark[], money: Money): string {
  const band = bands[cell.band];
  if (!band) return 'In no figure: not applicable, or another item of its group counts';
  return `${band.name} (${formatPercent(cell.alignment)}), opportunity ${amountWords(cell, money)}`;
}

/** A company or stack item in full: opportunity, alignment and gaps. */
export function headWords(head: Head, money: Money): string {
  const opportunity = `${head.name}: opportunity ${amountWords(head, money)}`;
  if (head.applicable === 0) return `${opportunity}; no cell counts`;
  const alignment =
    head.kind === 'company'
      ? `alignment ${formatPercent(head.alignment)}`
      : `${formatPercent(head.alignment)} of companies aligned`;
  return `${opportunity}; ${alignment}; ${gapWords(head)} of ${formatWhole(head.applicable)}`;
}

/** "57%", to fit into a head. */
export const percentOf = ({ alignment }: Pick<Head, 'alignment'>): string =>
  alignment === null ? NONE : `${formatWhole(alignment)}%`;

/** "14 gaps": how many cells count and are not aligned. */
export const gapWords = ({ applicable, aligned }: Pick<Head, 'applicable' | 'aligned'>): string =>
  formatCount(applicable - aligned, 'gap', 'gaps');

/** What stands at a place: a cell, or a company's or stack item's own figures. */
export function placeWords(
  { rows, columns, cell }: Axes,
  { row, column }: Place,
  bands: readonly BandMark[],
  money: Money,
): string {
  const [down, across] = [rows[row], columns[column]];
  if (down && across) return `${down.name} × ${across.name}: ${cellWords(cell(row, column), bands, money)}`;
  const head = down ?? across;
  return head ? headWords(head, money) : 'All companies and stack items';
}

/** "48 cells: 6 companies × 8 stack items". */
export function rangeWords({ rows }: Axes, range: Range): string {
  const size = sizeOf(range);
  const [companies, items] =
    rows[0]?.kind === 'company' ? [size.rows, size.columns] : [size.columns, size.rows];
  const cells = formatCount(companies * items, 'cell', 'cells');
  return `${cells}: ${formatCount(companies, 'company', 'companies')} × ${formatCount(items, 'stack item', 'stack items')}`;
}
