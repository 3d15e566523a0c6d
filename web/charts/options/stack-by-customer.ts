import type { Figure, Opening } from '../../../domain/dashboard/rows.ts';
import type { StackCustomer } from '../../../domain/dashboard/stack-by-customer.ts';
import { formatPercent } from '../../ui/numbers.ts';
import type { Drawing, DrawingStyle } from '../drawing.ts';
import { barPoints, barsShape, type RevenueBar, revenueBarsOption } from './revenue-bars.ts';

/** Stack by Customer: of ten companies what they pay, what they could pay, and how far they are aligned. */
export function stackByCustomerDrawing(
  rows: readonly StackCustomer[],
  style: DrawingStyle,
): Drawing<Opening> {
  const { ink, money } = style;
  const figures = [
    { name: 'MRR', figure: 'mrr', color: ink.mrr, striped: false },
    { name: 'One-time (NRR)', figure: 'oneTime', color: ink.oneTime, striped: false },
    { name: 'MRR opportunity', figure: 'mrrOpportunity', color: ink.mrrOpportunity, striped: true },
    {
      name: 'One-time opportunity',
      figure: 'oneTimeOpportunity',
      color: ink.oneTimeOpportunity,
      striped: true,
    },
  ] as const;
  const bars = rows.map(
    (row): RevenueBar => ({
      name: row.name,
      amounts: figures.map(({ figure }) => row[figure]),
      alignment: row.alignment,
      lines: [
        ['Current MRR', money.full(row.mrr)],
        ['Current one-time', money.full(row.oneTime)],
        ['MRR opportunity', money.full(row.mrrOpportunity)],
        ['One-time opportunity', money.full(row.oneTimeOpportunity)],
        ['Alignment', formatPercent(row.alignment)],
      ],
    }),
  );
  const opens = (id: string, figure: Figure): Opening => ({
    element: 'stackByCustomer',
    slice: id,
    item: null,
    figure,
  });
  return {
    option: revenueBarsOption(bars, figures, { ...style, alignmentName: 'Alignment' }),
    summary: `Ten companies: ${rows
      .map(
        (row) =>
          `${row.name}, ${money.full(row.mrr)} MRR, ${money.full(row.mrrOpportunity)} MRR opportunity, ${formatPercent(row.alignment)} aligned`,
      )
      .join('; ')}.`,
    shape: barsShape(style),
    points: barPoints(
      bars,
      (bar, series) => {
        const row = rows[bar];
        if (!row) return null;
        const amount = figures[series];
        if (!amount)
          return {
            words: `${row.name}, alignment: ${formatPercent(row.alignment)}`,
            target: opens(row.id, 'alignment'),
          };
        if (row[amount.figure] === 0) return null;
        return {
          words: `${row.name}, ${amount.name}: ${money.full(row[amount.figure])}`,
          target: opens(row.id, amount.figure),
        };
      },
      figures.length + 1,
    ),
  };
}
