import type { Cycle } from '../../../domain/portfolio/facts.ts';
import { cycleOfLabel } from '../../../domain/sync/billing-period.ts';
import type { BillingPeriod } from '../../../domain/sync/records.ts';

/**
 * HaloPSA numbers its billing periods and documents the numbers nowhere. These were seen in single tenants, so they are only
 * proposed; 6 was seen in none, and 8 and 9 (4 and 5 years, it seems) have no cycle.
 */
const SEEN: Readonly<Record<string, readonly [label: string, Cycle]>> = {
  1: ['weekly', 'weekly'],
  2: ['monthly', 'monthly'],
  3: ['yearly', 'annual'],
  4: ['quarterly', 'quarterly'],
  5: ['half-yearly', 'semiannual'],
  7: ['every 3 years', 'triennial'],
};

/**
 * What a billing period means: its label says so for certain, where there is one; a number alone is what others saw it mean,
 * to be confirmed. Null: neither is given.
 */
export function billingPeriod(code: string | null, label: string | null): BillingPeriod | null {
  if (label !== null) {
    const cycle = cycleOfLabel(label);
    return { code: code ?? label, label, cycle, certain: cycle !== null };
  }
  if (code === null) return null;
  const seen = SEEN[code];
  return {
    code,
    label: seen ? `Period ${code} (${seen[0]}?)` : `Period ${code}`,
    cycle: seen?.[1] ?? null,
    certain: false,
  };
}
