import type { Figure, Opening } from '../../../domain/dashboard/rows.ts';
import type { StackAlignmentBar } from '../../../domain/dashboard/stack-alignment.ts';
import { formatShare, formatWhole } from '../../ui/numbers.ts';
import type { Drawing, DrawingStyle } from '../drawing.ts';
import { barPoints, barsShape, type RevenueBar, revenueBarsOption } from './revenue-bars.ts';

/** Stack Alignment: ten stack items, what they bring, what they could bring, and the share of companies aligned to them. */
export function stackAlignmentDrawing(
  items: readonly StackAlignmentBar[],
  style: DrawingStyle,
): Drawing<Opening> {
  const { ink, money } = style;
  const figures = [
    { name: 'Current MRR', amount: 'currentMrr', figure: 'mrr', color: ink.mrr, striped: false },
    {
      name: 'MRR opportunity',
      amount: 'mrrOpportunity',
      figure: 'mrrOpportunity',
      color: ink.mrrOpportunity,
      striped: true,
    },
    {
      name: 'One-time opportunity',
      amount: 'oneTimeOpportunity',
      figure: 'oneTimeOpportunity',
      color: ink.oneTimeOpportunity,
      striped: true,
    },
  ] as const;
  const bars = items.map(
    (item): RevenueBar => ({
      name: item.name,
      amounts: figures.map(({ amount }) => item[amount]),
      alignment: item.alignedShare * 100,
      lines: [
        ['Current MRR', money.full(item.currentMrr)],
        ['MRR opportunity', money.full(item.mrrOpportunity)],
        ['One-time opportunity', money.full(item.oneTimeOpportunity)],
        ['Companies aligned', alignedWords(item)],
      ],
    }),
  );
  const opens = (id: string, figure: Figure): Opening => ({
    element: 'stackAlignment',
    slice: id,
    item: null,
    figure,
  });
  return {
    option: revenueBarsOption(bars, figures, { ...style, alignmentName: 'Companies aligned' }),
    summary: `Ten stack items: ${items
      .map((item) => `${item.name}, ${money.full(item.currentMrr)} MRR, ${alignedWords(item)} aligned`)
      .join('; ')}.`,
    shape: barsShape(style),
    points: barPoints(
      bars,
      (bar, series) => {
        const item = items[bar];
        if (!item) return null;
        const amount = figures[series];
        if (!amount)
          return {
            words: `${item.name}, companies aligned: ${alignedWords(item)}`,
            target: opens(item.id, 'aligned'),
          };
        if (item[amount.amount] === 0) return null;
        return {
          words: `${item.name}, ${amount.name}: ${money.full(item[amount.amount])}`,
          target: opens(item.id, amount.figure),
        };
      },
      figures.length + 1,
    ),
  };
}

/** "25.0% (9 of 36)". */
export const alignedWords = ({ aligned, applicable, alignedShare }: StackAlignmentBar): string =>
  `${formatShare(alignedShare)} (${formatWhole(aligned)} of ${formatWhole(applicable)})`;
