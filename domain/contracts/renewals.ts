import { addDays, daysBetween } from '../calendar/day.ts';
import type { Contract } from '../portfolio/facts.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import type { ContractRevenue } from './contract-revenue.ts';

/** A contract in force that ends soon. */
export interface Renewal {
  readonly contract: Contract;
  readonly end: Day;
  /** From today; 0: its last day is today. */
  readonly days: number;
  /** The MRR at stake: what the contract adds to its company's MRR, before any override. */
  readonly mrr: Cents;
}

/** In days, shortest first (docs/product.md §4, "Renewals"). */
export const RENEWAL_HORIZONS = [30, 60, 90] as const;

/** The contracts in force whose last day lies within so many days, today included, in the order given. */
export function renewalsWithin(contracts: readonly ContractRevenue[], asOf: Day, within: number): Renewal[] {
  const until = addDays(asOf, within);
  return contracts.flatMap(({ contract, notInForce, mrr }) => {
    const { end } = contract;
    if (notInForce !== null || end === null || end > until) return [];
    return [{ contract, end, days: daysBetween(asOf, end), mrr }];
  });
}

/** How many end, and what MRR with them, within each horizon; a longer one includes the shorter. */
export function renewalTotals(
  renewals: readonly Pick<Renewal, 'days' | 'mrr'>[],
): { readonly within: number; readonly contracts: number; readonly mrr: Cents }[] {
  return RENEWAL_HORIZONS.map((within) => {
    const ending = renewals.filter(({ days }) => days <= within);
    return { within, contracts: ending.length, mrr: ending.reduce((sum, { mrr }) => sum + mrr, 0) };
  });
}
