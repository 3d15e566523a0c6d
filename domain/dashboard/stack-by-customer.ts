import type { Cents } from '../portfolio/values.ts';

/** Stack by Customer: the top ten companies and the opportunity tiles below them. */
export interface StackByCustomer {
  readonly rows: readonly StackCustomer[];
  /** Of the rows above. */
  readonly totals: OpportunityTile;
  readonly selected: (OpportunityTile & { readonly id: string; readonly name: string }) | null;
}

export interface StackCustomer {
  readonly id: string;
  readonly name: string;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly mrr: Cents;
  readonly oneTime: Cents;
  /** 0–100, not rounded; null without a cell that counts. */
  readonly alignment: number | null;
}

export interface OpportunityTile {
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly total: Cents;
}
