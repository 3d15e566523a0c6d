import { addMonths } from '../calendar/day.ts';
import type { CompanyFacts } from '../portfolio/facts.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import { type ContractRevenue, contractRevenue, isLineInForce } from './contract-revenue.ts';
import type { ContractRules } from './standing.ts';

/** A company's revenue: its overrides, else the sums over its contracts (docs/product.md §4). */
export interface CompanyRevenue {
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly mrrFromContracts: Cents;
  readonly oneTimeFromContracts: Cents;
  readonly contracts: readonly ContractRevenue[];
}

export function companyRevenue(
  facts: Pick<CompanyFacts, 'contracts' | 'mrrOverride' | 'oneTimeOverride'>,
  rules: ContractRules,
  asOf: Day,
): CompanyRevenue {
  const days = { asOf, twelveMonthsAgo: addMonths(asOf, -12) };
  const contracts = facts.contracts.map((contract) => contractRevenue(contract, rules, days));
  let mrr = 0;
  let oneTime = 0;
  for (const contract of contracts) {
    mrr += contract.mrr;
    oneTime += contract.oneTime;
  }
  return {
    mrr: facts.mrrOverride ?? mrr,
    oneTime: facts.oneTimeOverride ?? oneTime,
    mrrFromContracts: mrr,
    oneTimeFromContracts: oneTime,
    contracts,
  };
}

/** The monthly amounts of the company's recurring lines in force by product code. Lines without a code are in none. */
export function mrrByProductCode(revenue: Pick<CompanyRevenue, 'contracts'>): Map<string, Cents> {
  const byCode = new Map<string, Cents>();
  for (const { items } of revenue.contracts) {
    for (const item of items) {
      const code = item.line?.productCode;
      if (code && isLineInForce(item)) byCode.set(code, (byCode.get(code) ?? 0) + item.amount);
    }
  }
  return byCode;
}
