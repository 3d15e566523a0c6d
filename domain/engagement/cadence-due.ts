import { addDays, addMonths, daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';

/** How often one meets, the most often first. */
export const CADENCE_INTERVALS = [
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
] as const;
export type CadenceInterval = (typeof CADENCE_INTERVALS)[number];

const DAYS = { weekly: 7, biweekly: 14 } as const;
const MONTHS = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 } as const;

export interface CadenceFacts {
  readonly every: CadenceInterval;
  /** The day of the last meeting of the kind that was held; null: none was. */
  readonly lastHeld: Day | null;
  /** The day of the next one that is planned, today or later; null: none is. */
  readonly planned: Day | null;
  /** The day on which the cadence was agreed; null: not known. */
  readonly setOn: Day | null;
  /** The day on which the client was won; null: not known. */
  readonly acquired: Day | null;
}

export interface CadenceDue {
  /** The day by which one meets next. */
  readonly due: Day;
  /** Days that `due` lies in the past; 0: it does not. */
  readonly overdue: number;
  /** The planned meeting comes too late for the cadence, or there is none. */
  readonly unplanned: boolean;
  readonly why: string;
}

/**
 * When a client is to be met next. One interval after the last meeting of the kind that was held; with none yet, one
 * interval after the cadence was agreed, or else after the client was won; with neither known, today. Months are calendar
 * months: from 31 January, monthly is 28 February. A meeting that is only planned does not move the day: who planned it
 * late is late.
 */
export function cadenceDue(facts: CadenceFacts, asOf: Day): CadenceDue {
  const { lastHeld, planned, setOn, acquired } = facts;
  const from = lastHeld ?? setOn ?? acquired;
  const due = from === null ? asOf : after(from, facts.every);
  return {
    due,
    overdue: Math.max(0, daysBetween(due, asOf)),
    unplanned: planned === null || planned > due,
    why: whyDue(facts, from),
  };
}

/** The day one interval after another. */
export function after(day: Day, every: CadenceInterval): Day {
  return every in DAYS
    ? addDays(day, DAYS[every as keyof typeof DAYS])
    : addMonths(day, MONTHS[every as keyof typeof MONTHS]);
}

function whyDue({ every, lastHeld, setOn }: CadenceFacts, from: Day | null): string {
  if (from === null) return 'None was held yet';
  const interval = INTERVAL_WORDS[every];
  if (lastHeld !== null) return `${interval} after the last one, held on ${lastHeld}`;
  return setOn !== null
    ? `None was held yet: ${interval.toLowerCase()} after it was agreed on ${setOn}`
    : `None was held yet: ${interval.toLowerCase()} after the client was won on ${from}`;
}

const INTERVAL_WORDS: Readonly<Record<CadenceInterval, string>> = {
  weekly: 'A week',
  biweekly: 'Two weeks',
  monthly: 'A month',
  quarterly: 'Three months',
  semiannual: 'Six months',
  annual: 'A year',
};

/** What people call each interval. */
export const CADENCE_NAMES: Readonly<Record<CadenceInterval, string>> = {
  weekly: 'Weekly',
  biweekly: 'Every two weeks',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  semiannual: 'Twice a year',
  annual: 'Yearly',
};
