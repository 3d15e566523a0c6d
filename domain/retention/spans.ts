import { addToMonth, type Month, monthOf } from '../calendar/month.ts';
import type { Day } from '../portfolio/values.ts';

/** Over how long movements and retention are measured: the month itself, or the twelve months that end with it. */
export const OVERS = ['month', 'year'] as const;
export type Over = (typeof OVERS)[number];

/** What history there is: a day on record is one on which every company's figures were kept. */
export interface HistoryCalendar {
  /** The first and the last day on record. */
  readonly from: Day;
  readonly to: Day;
  /** The last day on record of each month that has one. */
  readonly closings: ReadonlyMap<Month, Day>;
}

/** The two days that a month's figures compare; null: not on record. */
export interface Span {
  readonly month: Month;
  readonly start: Day | null;
  readonly end: Day | null;
}

/**
 * "From which day to which day is this month measured?" To the last day on record in it: its last day, or yesterday while
 * it goes on. From the last day on record before it; history that begins within the month is measured from its first day.
 * Over a year: from the last day on record of the same month a year before. Where a day is missing there are no figures.
 */
export function spanOf(calendar: HistoryCalendar | null, month: Month, over: Over): Span {
  if (calendar === null) return { month, start: null, end: null };
  const end = calendar.closings.get(month) ?? null;
  const start =
    over === 'year'
      ? (calendar.closings.get(addToMonth(month, -12)) ?? null)
      : (closingBefore(calendar, month) ?? calendar.from);
  return end === null || start === null || start >= end
    ? { month, start: null, end: null }
    : { month, start, end };
}

function closingBefore({ closings }: HistoryCalendar, month: Month): Day | null {
  const earlier = [...closings.keys()].filter((other) => other < month).sort();
  return closings.get(earlier.at(-1) ?? '') ?? null;
}

/** The months of the calendar's history up to one, the latest so many of them. */
export function latestMonths(
  calendar: HistoryCalendar,
  to: Month,
  count: number,
): { from: Month; to: Month } {
  const first = addToMonth(to, 1 - count);
  const begun = monthOf(calendar.from);
  return { from: first < begun && begun <= to ? begun : first, to };
}
