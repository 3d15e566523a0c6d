import { addMonths } from '../calendar/day.ts';

/** The kinds of what happened at a time; what happened before the window is not asked for. */
const WINDOW_MONTHS = 13;
const OVERLAP = 5 * 60_000;

/**
 * The time from which changes are asked for, given when the last complete reading began by our clock and the newest change
 * that the vendor told of by theirs: the smaller of both less five minutes, since either clock may be wrong.
 */
export function readSince({ startedAt, newest }: { startedAt: Date; newest: Date | null }): Date {
  return new Date(Math.min(startedAt.getTime(), (newest ?? startedAt).getTime()) - OVERLAP);
}

/** What happened before is not asked for (tickets, hours, surveys): 13 months before the run, at the start of that UTC day. */
export function startOfWindow(startedAt: Date): Date {
  return new Date(`${addMonths(startedAt.toISOString().slice(0, 10), -WINDOW_MONTHS)}T00:00:00.000Z`);
}
