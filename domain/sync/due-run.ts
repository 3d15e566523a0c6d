import { nextRun } from '../jobs/schedule.ts';

/** How a connection is kept in step, and when it last was asked to be. */
export interface SyncSchedule {
  readonly everyMinutes: number;
  /** Minutes after midnight, in the workspace's time zone. */
  readonly fullAt: number;
  readonly timeZone: string;
  /** When the last run was asked for that read everything, and that read all it could; null: there was none. */
  readonly lastFull: Date | null;
  readonly lastRun: Date | null;
}

/** What is to be read now: everything once a day, what has changed every few minutes; null: nothing yet. What was missed is not made up for. */
export function dueRun(schedule: SyncSchedule, now: Date): 'full' | 'incremental' | null {
  const { everyMinutes, fullAt, timeZone, lastFull, lastRun } = schedule;
  if (!lastFull || nextRun({ dailyAt: fullAt }, lastFull, timeZone) <= now) return 'full';
  return !lastRun || lastRun.getTime() + everyMinutes * 60_000 <= now.getTime() ? 'incremental' : null;
}

/** A run that could not reach the vendor's system goes on after 1, 5, 15, 15, 15 minutes; null: it fails. `times` it was put off in a row, this one included. */
export function pauseOf(times: number): number | null {
  return times > 5 ? null : Math.min(15, 5 ** (times - 1)) * 60_000;
}
