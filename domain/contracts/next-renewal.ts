import { daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import type { ContractRevenue } from './contract-revenue.ts';

/**
 * The contract in force that ends next, today included; of several on one day the first by id. Null: none ends.
 * (docs/interfaces.md: the nearest end ≥ asOf of an active contract that is not out.)
 */
export function nextRenewal(
  contracts: readonly ContractRevenue[],
  asOf: Day,
): { readonly revenue: ContractRevenue; readonly end: Day; readonly days: number } | null {
  let next: { revenue: ContractRevenue; end: Day } | null = null;
  for (const revenue of contracts) {
    const { end, id } = revenue.contract;
    if (revenue.notInForce !== null || end === null) continue;
    const sooner =
      next === null || end < next.end || (end === next.end && compareText(id, next.revenue.contract.id) < 0);
    if (sooner) next = { revenue, end };
  }
  return next && { ...next, days: daysBetween(asOf, next.end) };
}
