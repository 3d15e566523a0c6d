import type {
  ContractExplanation,
  Renewal,
  RevenueExplanation,
  RevenueRow,
} from '../portfolio/explanation.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import type { CompanyRevenue } from './company-revenue.ts';
import type { ContractRevenue } from './contract-revenue.ts';
import { nextRenewal } from './next-renewal.ts';
import { contractReason, itemReason, revenueFromReason } from './reasons.ts';

/** "What is in this MRR" and in this one-time: every contract, header amount and line, in and out, with its reason. */
export function explainRevenue(
  revenue: CompanyRevenue,
  overrides: { readonly mrrOverride: Cents | null; readonly oneTimeOverride: Cents | null },
  currency: string,
  asOf: Day,
): {
  mrr: RevenueExplanation;
  oneTime: RevenueExplanation;
  contracts: ContractExplanation[];
  nextRenewal: Renewal | null;
} {
  const contracts = [...revenue.contracts].sort((a, b) => compareText(a.contract.id, b.contract.id));
  const rows = (oneTime: boolean) => contracts.flatMap((contract) => rowsOf(contract, oneTime, currency));
  return {
    mrr: {
      amount: revenue.mrr,
      override: overrides.mrrOverride,
      fromContracts: revenue.mrrFromContracts,
      rows: rows(false),
    },
    oneTime: {
      amount: revenue.oneTime,
      override: overrides.oneTimeOverride,
      fromContracts: revenue.oneTimeFromContracts,
      rows: rows(true),
    },
    contracts: contracts.map((contract) => explainContract(contract, currency)),
    nextRenewal: explainRenewal(contracts, asOf),
  };
}

function rowsOf(revenue: ContractRevenue, oneTime: boolean, currency: string): RevenueRow[] {
  const { id, name, vendor } = revenue.contract;
  return revenue.items
    .filter((item) => (item.cycle === 'onetime') === oneTime)
    .map((item) => ({
      contract: { id, name },
      line: item.line && { id: item.line.id, description: item.line.description },
      vendor: item.line?.vendor ?? vendor,
      cycle: item.cycle,
      amount: item.amount,
      currency: amountCurrency(revenue, currency),
      counts: item.verdict === 'counts',
      reason: itemReason(item, revenue, currency),
    }));
}

/** What the amounts of a contract's items are in. */
export function amountCurrency({ contract, rate }: ContractRevenue, currency: string): string {
  return rate === null ? (contract.currency ?? currency) : currency;
}

function explainContract(revenue: ContractRevenue, currency: string): ContractExplanation {
  const { contract } = revenue;
  return {
    id: contract.id,
    name: contract.name,
    vendor: contract.vendor,
    currency: contract.currency ?? currency,
    exchangeRate: revenue.rate,
    start: contract.start,
    end: contract.end,
    revenueFrom: revenue.revenueFrom,
    revenueFromReason: revenueFromReason(revenue),
    inForce: revenue.notInForce === null,
    reason: contractReason(revenue, currency),
    mrr: revenue.mrr,
    oneTime: revenue.oneTime,
  };
}

function explainRenewal(contracts: readonly ContractRevenue[], asOf: Day): Renewal | null {
  const next = nextRenewal(contracts, asOf);
  if (!next) return null;
  const { id, name } = next.revenue.contract;
  return { contract: { id, name }, end: next.end, days: next.days, mrr: next.revenue.mrr };
}
