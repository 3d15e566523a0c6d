import type { Recommendation, RecommendationTotals } from '../../contract/recommendations.ts';

type Totals = RecommendationTotals['statuses'][number];

/** A status with the recommendations that have it, and what all of them come to. */
export interface StatusColumn {
  readonly status: string;
  readonly cards: readonly Recommendation[];
  /** Over all that have it, also those that are not among the cards. */
  readonly totals: Totals;
}

/** A card that is on its way to another status. */
export interface Move {
  readonly card: Recommendation;
  readonly to: string;
}

/**
 * A board as it will be once everything that is on its way has arrived: cards first in their new columns, and the sums of
 * both columns with it. What has arrived already is not moved twice.
 */
export function movedColumns(
  columns: readonly StatusColumn[],
  moves: readonly Move[],
): readonly StatusColumn[] {
  return moves.reduce((before, { card, to }) => {
    const from = before.find(({ cards }) => cards.some(({ id }) => id === card.id));
    if (!from || from.status === to) return before;
    return before.map((column) => {
      if (column.status === from.status)
        return {
          ...column,
          cards: column.cards.filter(({ id }) => id !== card.id),
          totals: plus(column.totals, card, -1),
        };
      if (column.status === to)
        return {
          ...column,
          cards: [card, ...column.cards.filter(({ id }) => id !== card.id)],
          totals: plus(column.totals, card, 1),
        };
      return column;
    });
  }, columns);
}

const plus = (totals: Totals, card: Recommendation, times: 1 | -1): Totals => ({
  ...totals,
  recommendations: totals.recommendations + times,
  mrr: totals.mrr + times * card.mrr,
  oneTime: totals.oneTime + times * card.oneTime,
  weightedMrr: totals.weightedMrr + times * card.weightedMrr,
  weightedOneTime: totals.weightedOneTime + times * card.weightedOneTime,
});
