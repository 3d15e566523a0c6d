import type { Cents } from '../portfolio/values.ts';
import { share } from './ranking.ts';
import { healthStatuses } from './statuses.ts';
import type { Sums } from './sums.ts';

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

/** Element 2: every status from the lowest band up, then "No score". */
export function health({ portfolio, slots }: Sums): HealthSlice[] {
  const statuses = healthStatuses(portfolio.definitions);
  const companies = new Int32Array(statuses.length);
  for (const slot of slots) companies[portfolio.company.status[slot]!]!++;
  return statuses.map(({ name, color }, i) => ({
    status: name,
    color,
    companies: companies[i]!,
    share: share(companies[i]!, slots.length),
  }));
}

/** Element 3, in the same order. */
export function opportunityByHealth({ portfolio, slots, byCompany }: Sums): OpportunitySlice[] {
  const statuses = healthStatuses(portfolio.definitions);
  const mrr = new Float64Array(statuses.length);
  const oneTime = new Float64Array(statuses.length);
  for (let at = 0; at < slots.length; at++) {
    const status = portfolio.company.status[slots[at]!]!;
    mrr[status]! += byCompany.mrr[at]!;
    oneTime[status]! += byCompany.oneTime[at]!;
  }
  const totals = statuses.map((_, i) => mrr[i]! + oneTime[i]!);
  const whole = totals.reduce((a, b) => a + b, 0);
  return statuses.map(({ name }, i) => ({
    status: name,
    mrr: mrr[i]!,
    oneTime: oneTime[i]!,
    total: totals[i]!,
    share: share(totals[i]!, whole),
  }));
}
