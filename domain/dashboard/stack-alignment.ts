import type { Cents } from '../portfolio/values.ts';

/** Stack Alignment: one of the top ten stack items by opportunity. */
export interface StackAlignmentBar {
  readonly id: string;
  readonly name: string;
  readonly currentMrr: Cents;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  /** Companies of the dashboard for which the item counts. */
  readonly applicable: number;
  /** Those of them in the top alignment band. */
  readonly aligned: number;
  readonly alignedShare: number;
}
