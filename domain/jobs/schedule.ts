import { addDays, dayInZone } from '../calendar/day.ts';
import { instantInZone } from '../calendar/instant.ts';

/**
 * When the server does something by itself: every so many minutes, or once a day at a time of day in the workspace's
 * time zone (so many minutes after midnight).
 */
export type Schedule = { readonly everyMinutes: number } | { readonly dailyAt: number };

const MINUTE = 60_000;

/** The first time after `after` at which it is due. What was missed is not made up for run by run: one run follows. */
export function nextRun(schedule: Schedule, after: Date, timeZone: string): Date {
  if ('everyMinutes' in schedule) {
    const every = schedule.everyMinutes * MINUTE;
    return new Date((Math.floor(after.getTime() / every) + 1) * every);
  }
  const day = dayInZone(after, timeZone);
  const today = instantInZone(day, schedule.dailyAt, timeZone);
  return today > after ? today : instantInZone(addDays(day, 1), schedule.dailyAt, timeZone);
}

/**
 * When a run that failed is tried again: after 1, 5, 25, then every 60 minutes, but not later than it is due anyway.
 * `failures` counts those in a row, the last one included.
 */
export function nextTry(schedule: Schedule, failures: number, after: Date, timeZone: string): Date {
  const minutes = Math.min(60, 5 ** (failures - 1));
  const due = nextRun(schedule, after, timeZone);
  return new Date(Math.min(due.getTime(), after.getTime() + minutes * MINUTE));
}

/** "Every 15 minutes", "Every day at 00:10 (Europe/Berlin)". */
export function scheduleInWords(schedule: Schedule, timeZone: string): string {
  if ('everyMinutes' in schedule) {
    const { everyMinutes: n } = schedule;
    if (n === 60) return 'Every hour';
    return n === 1 ? 'Every minute' : `Every ${n} minutes`;
  }
  const two = (n: number) => String(n).padStart(2, '0');
  const { dailyAt } = schedule;
  return `Every day at ${two(Math.floor(dailyAt / 60))}:${two(dailyAt % 60)} (${timeZone})`;
}
