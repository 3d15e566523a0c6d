import { fraction, multiply, roundHalfUp } from '../../money/fraction.ts';
import { decimalCell, exactly } from './cells.ts';
import type { ChangedRows } from './changed-rows.ts';
import type { ApplyInput } from './input.ts';

export const FACT_COLUMNS = ['company', 'fact', 'value', 'asOf'];
export const factRow = (company: string, fact: string) => JSON.stringify([company, fact]);

/** So many days are looked at, which are three months. */
export const FACT_DAYS = 90;

/**
 * "How many tickets and support hours a month does this client have?" The service tickets created in the last 90 days, and the
 * hours worked on service tickets in them, divided by three and rounded half up to two places. Until tickets have been read
 * nothing is said; then a client without any has 0.
 */
export function planFacts(
  { mirror, today }: ApplyInput,
  companies: ReadonlyMap<string, string>,
  rows: ChangedRows,
): void {
  for (const [record, company] of companies) {
    if (mirror.tickets) put(company, 'tickets_per_month', String(mirror.tickets.get(record) ?? 0));
    if (mirror.hours) put(company, 'support_hours_per_month', mirror.hours.get(record) ?? '0');
  }

  function put(company: string, fact: string, sum: string): void {
    rows.put(factRow(company, fact), { company, fact, value: aThird(sum), asOf: today });
  }
}

/** Rounded half up to two places. */
export function aThird(sum: string): string {
  const hundredths = multiply(exactly(sum) ?? fraction(0), fraction(100, 3));
  return decimalCell(fraction(roundHalfUp(hundredths), 100));
}
