import type { Cycle } from '../../portfolio/facts.ts';
import { compareText } from '../../text/compare.ts';
import type { BillingPeriod } from '../records.ts';
import type { PlannedContract } from './contracts.ts';
import type { ApplyInput } from './input.ts';
import { cycleOf, NO_PERIOD } from './period.ts';

/** A billing period that nobody has mapped, and how many contracts and lines are billed by it. */
export interface UnmappedPeriod {
  readonly code: string;
  readonly label: string;
  /** What it means elsewhere; somebody has to confirm it. */
  readonly proposed: Cycle | null;
  readonly items: number;
}

/** "Which billing periods must somebody map?" Of running contracts of our companies, those that nobody knows for certain. */
export function unmappedPeriods(
  { mirror, settings }: ApplyInput,
  contracts: ReadonlyMap<string, PlannedContract>,
): UnmappedPeriod[] {
  const found = new Map<string, UnmappedPeriod>();
  const note = (period: BillingPeriod) => {
    if (cycleOf(period, settings) !== null) return;
    const { code, label, cycle: proposed } = period;
    found.set(code, { code, label, proposed, items: (found.get(code)?.items ?? 0) + 1 });
  };
  const billing = new Map([...contracts].filter(([, { fields }]) => fields.active && fields.recurring));
  for (const { fields } of billing.values()) if (fields.amount !== null) note(fields.period ?? NO_PERIOD);
  for (const line of mirror.contractLines.values()) {
    const contract = billing.get(line.contract ?? '');
    if (contract && line.billable && !line.oneTime) note(line.period ?? contract.fields.period ?? NO_PERIOD);
  }
  return [...found.values()].sort((a, b) => b.items - a.items || compareText(a.code, b.code));
}
