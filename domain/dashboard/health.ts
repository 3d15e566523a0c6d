import type { Cents } from '../portfolio/values.ts';

/** Health: the companies of one status. */
export interface HealthSlice {
  readonly status: string;
  readonly color: string;
  readonly companies: number;
  /** 0–1 of all companies of the dashboard. */
  readonly share: number;
}

/** Opportunity by Health: the opportunity of the companies of one status. */
export interface OpportunitySlice {
  readonly status: string;
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly total: Cents;
  /** 0–1 of the opportunity of all statuses. */
  readonly share: number;
}
