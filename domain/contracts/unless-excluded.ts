import type { Contract } from '../portfolio/facts.ts';
import { type ContractRevenue, contractRevenue, type RevenueDays } from './contract-revenue.ts';
import type { ContractRules } from './standing.ts';

/**
 * What a contract adds to its company's revenue as long as neither it nor its vendor is excluded: what is gained or lost
 * by deciding so. Everything else that keeps it out still does.
 */
export function revenueUnlessExcluded(
  contract: Contract,
  rules: ContractRules,
  days: RevenueDays,
): ContractRevenue {
  const others = [...rules.excludedVendors].filter((vendor) => vendor !== contract.vendor);
  return contractRevenue(
    { ...contract, excluded: false },
    { ...rules, excludedVendors: new Set(others) },
    days,
  );
}
