import type { Day } from '../../domain/portfolio/values.ts';
import type { BillingPeriod } from '../../domain/sync/records.ts';
import type { Tenant } from './tenant.ts';

const MONTHS: Readonly<Record<string, readonly [times: bigint, per: bigint]>> = {
  weekly: [52n, 12n],
  biweekly: [26n, 12n],
  monthly: [1n, 1n],
  bimonthly: [1n, 2n],
  quarterly: [1n, 3n],
  semiannual: [1n, 6n],
  annual: [1n, 12n],
  biennial: [1n, 24n],
  triennial: [1n, 36n],
};

/**
 * What each company of a tenant is worth a month, in cents, on a day: a slow second opinion, written from the vendors' rules and
 * not from domain/. Each line and each flat amount is rounded half up once. What has a period that nobody knows is nothing.
 */
export function trueMrr(tenant: Tenant, day: Day): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [id, { fields: contract }] of tenant.contracts) {
    if (!contract.active || !contract.recurring || contract.company === null) continue;
    if (contract.startOn !== null && contract.startOn > day) continue;
    if (contract.endOn !== null && contract.endOn < day) continue;
    let sum = contract.amount === null ? 0 : aMonth('1', contract.amount, contract.period);
    for (const { fields: line } of tenant.contractLines.values()) {
      if (line.contract !== id || !line.billable || line.oneTime || line.unitPrice === null) continue;
      if (line.startOn !== null && line.startOn > day) continue;
      if (line.cancelledOn !== null && line.cancelledOn <= day) continue;
      sum += aMonth(line.quantity, line.unitPrice, line.period ?? contract.period);
    }
    sums.set(contract.company, (sums.get(contract.company) ?? 0) + sum);
  }
  return sums;
}

function aMonth(quantity: string, price: string, period: BillingPeriod | null): number {
  const months = MONTHS[period?.cycle ?? ''];
  if (!months) return 0;
  const [q, qScale] = scaled(quantity);
  const [p, pScale] = scaled(price);
  const above = q * p * 100n * months[0];
  const below = 10n ** BigInt(qScale + pScale) * months[1];
  return Number((2n * above + below) / (2n * below));
}

function scaled(decimal: string): [bigint, number] {
  const [whole, fraction = ''] = decimal.split('.');
  return [BigInt(whole! + fraction), fraction.length];
}
