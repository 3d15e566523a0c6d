import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  parseDecimal,
  roundHalfUp,
  ZERO,
} from '../money/fraction.ts';
import type { Decimal } from '../portfolio/values.ts';

/** What the score takes of a question and its answer. */
export interface ScoredItem {
  readonly category: string;
  /** Null: 1. */
  readonly weight: Decimal | null;
  /** The most points that an answer gives. */
  readonly possible: Decimal;
  /** Null: not answered, or not applicable. */
  readonly points: Decimal | null;
  readonly applicable: boolean;
}

/** How far a set of questions is met, and how much of it that rests on. */
export interface AssessmentScore {
  /** 0–100, exact; null: nothing that is answered counts. */
  readonly score: Fraction | null;
  readonly answered: number;
  /** Not answered yet: in neither sum. */
  readonly open: number;
  readonly notApplicable: number;
}

export interface CategoryScore extends AssessmentScore {
  readonly category: string;
}

/**
 * A client gets the points of each answer, more for what weighs more, out of the points that were possible:
 * `100 × Σ(points × weight) ÷ Σ(possible × weight)` (docs/product.md §13). What does not apply to the client is in neither
 * sum, and neither is what is not answered yet. Where nothing counts there is no score, which is not a score of 0.
 */
export function assessmentScore(items: readonly ScoredItem[]): AssessmentScore {
  let [got, possible]: [Fraction, Fraction] = [ZERO, ZERO];
  let [answered, open, notApplicable] = [0, 0, 0];
  for (const item of items) {
    if (!item.applicable) {
      notApplicable += 1;
      continue;
    }
    if (item.points === null) {
      open += 1;
      continue;
    }
    answered += 1;
    const weight = parseDecimal(item.weight ?? '1');
    got = add(got, multiply(parseDecimal(item.points), weight));
    possible = add(possible, multiply(parseDecimal(item.possible), weight));
  }
  const score = possible.n === 0n ? null : multiply(fraction(100), divide(got, possible));
  return { score, answered, open, notApplicable };
}

/** The same for each category, in the order in which they first appear. */
export function categoryScores(items: readonly ScoredItem[]): CategoryScore[] {
  const categories = new Map<string, ScoredItem[]>();
  for (const item of items) {
    const own = categories.get(item.category);
    if (own) own.push(item);
    else categories.set(item.category, [item]);
  }
  return [...categories].map(([category, own]) => ({ category, ...assessmentScore(own) }));
}

/** The score that is kept, shown and fed to metrics: rounded half up, once, to six decimal places. */
export function keptScore(score: Fraction): Decimal {
  const millionths = roundHalfUp(multiply(score, fraction(1_000_000)))
    .toString()
    .padStart(7, '0');
  const [whole, rest] = [millionths.slice(0, -6), millionths.slice(-6).replace(/0+$/, '')];
  return rest === '' ? whole : `${whole}.${rest}`;
}
