import { addDays, dayInZone } from '../calendar/day.ts';
import { instantInZone } from '../calendar/time-zone.ts';

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
  const time = timeOfDay(schedule.dailyAt);
  const today = instantInZone(day, time, timeZone);
  return today > after ? today : instantInZone(addDays(day, 1), time, timeZone);
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
  return `Every day at ${timeOfDay(schedule.dailyAt)} (${timeZone})`;
}

/** "00:10" for 10 minutes after midnight. */
export function timeOfDay(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
