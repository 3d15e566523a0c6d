import type { AlignmentRow } from '../../contract/alignment.ts';
import type { Cents } from '../../domain/portfolio/values.ts';

/** What a cell's opportunity is by the price book, for a line to begin with; null: it says nothing of it. */
export function bookPrices(cell: Pick<AlignmentRow, 'mrrOpportunity' | 'oneTimeOpportunity'> | undefined): {
  readonly mrr: Cents | null;
  readonly oneTime: Cents | null;
} {
  const of = (figure: AlignmentRow['mrrOpportunity'] | undefined) =>
    figure?.source === 'price book' && figure.amount > 0 ? figure.amount : null;
  return { mrr: of(cell?.mrrOpportunity), oneTime: of(cell?.oneTimeOpportunity) };
}
