import { addDays, addMonths } from '../../../domain/calendar/day.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import type { BillingPeriod } from '../../../domain/sync/records.ts';

/** So many billing periods before the day, and after it, are written. */
const PERIODS_BEFORE = 6;
const PERIODS_AFTER = 6;

export interface UnitPeriod {
  /** Stays with the period. */
  readonly number: number;
  readonly startDate: Day;
  readonly endDate: Day;
  readonly units: number;
}

/** When a service on a contract is billed, how many units of it, and what changes. */
export interface Billing {
  readonly from: Day;
  readonly until: Day;
  readonly period: BillingPeriod | null;
  readonly quantity: number;
  readonly cancelledOn: Day | null;
  /** Units rose on this day: the period is in two rows. */
  readonly splitOn: Day | null;
}

/**
 * One row for each billing period, past, current and future; a period in which the units change is in several. What is
 * cancelled has units of 0 from then on.
 */
export function unitRows(billing: Billing, asOf: Day): readonly UnitPeriod[] {
  const rows: UnitPeriod[] = [];
  for (let n = firstPeriod(billing, asOf), count = 0; count <= PERIODS_BEFORE + PERIODS_AFTER; n++, count++) {
    const startDate = periodStart(billing, n);
    if (startDate > billing.until) break;
    const [endDate] = [addDays(periodStart(billing, n + 1), -1), billing.until].sort();
    rows.push(...cutRow(billing, n * 10, startDate, endDate!));
  }
  return rows;
}

function cutRow({ cancelledOn, splitOn, quantity }: Billing, number: number, startDate: Day, endDate: Day) {
  const within = (day: Day | null): day is Day => day !== null && day > startDate && day <= endDate;
  const units = cancelledOn !== null && cancelledOn <= startDate ? 0 : quantity;
  if (within(cancelledOn))
    return [
      { number, startDate, endDate: addDays(cancelledOn, -1), units: quantity },
      { number: number + 1, startDate: cancelledOn, endDate, units: 0 },
    ];
  if (cancelledOn === null && within(splitOn))
    return [
      { number, startDate, endDate: addDays(splitOn, -1), units: Math.max(0, quantity - 2) },
      { number: number + 1, startDate: splitOn, endDate, units },
    ];
  return [{ number, startDate, endDate, units }];
}

function firstPeriod(billing: Billing, asOf: Day): number {
  let n = 0;
  while (periodStart(billing, n + 1 + PERIODS_BEFORE) <= asOf) n++;
  return n;
}

const MONTHS: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 };

/** A period that nobody knows has ten weeks. */
function periodStart({ from, period }: Billing, n: number): Day {
  const months = MONTHS[period?.cycle ?? ''];
  return months === undefined ? addDays(from, 70 * n) : addMonths(from, months * n);
}
