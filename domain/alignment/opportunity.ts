import { scaledCents } from '../money/cents.ts';
import { DEFAULT_WIN_PROBABILITY } from '../portfolio/defaults.ts';
import type { PriceBook } from '../portfolio/definitions.ts';
import type { Recommendation, RecommendationLine } from '../portfolio/facts.ts';
import type { Cents } from '../portfolio/values.ts';

/** What a client would add by moving one stack item, in MRR or in one-time, and where the figure comes from. */
export interface Opportunity {
  readonly amount: Cents;
  /** Recommendation lines times their win probability; everything else as it is. */
  readonly weighted: Cents;
  readonly source: 'typed' | 'recommendations' | 'price book' | 'none';
}

/** A line of an open recommendation, with what each of its figures weighs. */
export interface OpenLine {
  readonly recommendation: Recommendation;
  readonly line: RecommendationLine;
  readonly weightedMrr: Cents;
  readonly weightedOneTime: Cents;
}

const NONE: Opportunity = { amount: 0, weighted: 0, source: 'none' };

/** The lines of open recommendations by stack item; lines without one are no stack opportunity (docs/product.md §7). */
export function openLinesByItem(
  recommendations: readonly Recommendation[],
  isOpen: (recommendation: Recommendation) => boolean,
): Map<string, OpenLine[]> {
  const byItem = new Map<string, OpenLine[]>();
  for (const recommendation of recommendations) {
    if (!isOpen(recommendation)) continue;
    const percent = recommendation.winProbability ?? DEFAULT_WIN_PROBABILITY;
    for (const line of recommendation.lines) {
      if (line.stackItem === null) continue;
      const lines = byItem.get(line.stackItem) ?? [];
      lines.push({
        recommendation,
        line,
        weightedMrr: scaledCents(line.mrr ?? 0, percent, 1, 100),
        weightedOneTime: scaledCents(line.oneTime ?? 0, percent, 1, 100),
      });
      byItem.set(line.stackItem, lines);
    }
  }
  return byItem;
}

export function typedOpportunity(amount: Cents): Opportunity {
  return { amount, weighted: amount, source: 'typed' };
}

export function opportunityOfLines(lines: readonly OpenLine[], figure: 'mrr' | 'oneTime'): Opportunity {
  let amount = 0;
  let weighted = 0;
  for (const open of lines) {
    amount += open.line[figure] ?? 0;
    weighted += figure === 'mrr' ? open.weightedMrr : open.weightedOneTime;
  }
  return { amount, weighted, source: 'recommendations' };
}

/** A missing price, or an unknown number of employees or locations, counts as 0. */
export function opportunityOfPriceBook(
  prices: PriceBook | null,
  size: { readonly employees: number | null; readonly locations: number | null },
): Opportunity {
  if (prices === null) return NONE;
  const amount =
    (prices.perCompany ?? 0) +
    (prices.perSeat ?? 0) * (size.employees ?? 0) +
    (prices.perLocation ?? 0) * (size.locations ?? 0);
  return { amount, weighted: amount, source: 'price book' };
}
