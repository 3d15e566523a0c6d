import type { Fraction } from '../money/fraction.ts';
import type { Upkeep } from './upkeep.ts';
import type { Cents } from './values.ts';

/**
 * What the rules make of one company on one day: the row of the portfolio that the dashboard sums.
 * Explanations (contracts in and out, parts of a score, why a cell counts) come from the rules themselves and are not kept here.
 */
export interface CompanyFigures {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** In stage onboarding or active: only current companies are on the dashboard and in the midpoints. */
  readonly current: boolean;
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly employees: number | null;
  /** 0–100, rounded half up once; null without any value. */
  readonly health: number | null;
  /** 0–1, exact share of the metrics' weight that rests on fresh values, as a number. */
  readonly coverage: number;
  /** Index into definitions.healthBands; its length means "No score". */
  readonly status: number;
  readonly effort: number | null;
  /** Applicable cells that count (not retired, not left out by an any-one-of group). */
  readonly cells: readonly CellFigures[];
  /** What of it has become stale; null: nothing. */
  readonly upkeep: Upkeep | null;
}

export interface CellFigures {
  /** Index into definitions.stackItems. */
  readonly stackItem: number;
  /** 0–100, exact. */
  readonly alignment: Fraction;
  /** In the top alignment band. */
  readonly aligned: boolean;
  readonly currentMrr: Cents;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  /** Recommendation lines times their win probability; typed and price-book figures as they are. */
  readonly weightedMrrOpportunity: Cents;
  readonly weightedOneTimeOpportunity: Cents;
}
