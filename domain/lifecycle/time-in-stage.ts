import { daysBetween } from '../calendar/day.ts';
import type { Stage } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';

/**
 * How long a company has been in its stage, and on its way since its first recorded one. What nobody recorded is unknown, never a
 * guess: a company that came with an import has no figure until its stage changes here.
 */

/** One change of stage; `to` began on `on`. */
export interface StageStep {
  readonly to: Stage;
  readonly on: Day;
}

export interface TimeInStage {
  /** The day on which the present stage began; null: unknown. */
  readonly since: Day | null;
  /** Whole days since then; 0 on the day itself, and where a fixed "today" lies before it. */
  readonly days: number | null;
  /** The day of the first recorded stage; null: none is recorded. */
  readonly start: Day | null;
  readonly totalDays: number | null;
}

/** `steps` from the first on. They count as long as the last one leads to where the company stands. */
export function timeInStage(
  stage: Stage,
  offboardedOn: Day | null,
  steps: readonly StageStep[],
  asOf: Day,
): TimeInStage {
  const last = steps.at(-1);
  const recorded = last?.to === stage ? last.on : null;
  const since = stage === 'offboarded' ? (offboardedOn ?? recorded) : recorded;
  const start = steps[0]?.on ?? null;
  return { since, days: daysSince(since, asOf), start, totalDays: daysSince(start, asOf) };
}

/** What is recorded of one stage. */
export interface StageTime {
  /** The day on which it began last. */
  readonly since: Day;
  /** Whole days in it, over all times that it was in it. */
  readonly days: number;
}

/**
 * How long a company has been in each stage that is recorded; `steps` from the first on. A stage lasts until the next step, the
 * last one until today, unless the company stands elsewhere by now (an import): then its end is unknown, and so is its time.
 */
export function timeByStage(
  stage: Stage,
  steps: readonly StageStep[],
  asOf: Day,
): ReadonlyMap<Stage, StageTime> {
  const times = new Map<Stage, StageTime>();
  for (const [i, { to, on }] of steps.entries()) {
    const next = steps[i + 1];
    if (!next && to !== stage) continue;
    const days = Math.max(0, daysBetween(on, next?.on ?? asOf));
    times.set(to, { since: on, days: (times.get(to)?.days ?? 0) + days });
  }
  return times;
}

function daysSince(day: Day | null, asOf: Day): number | null {
  return day === null ? null : Math.max(0, daysBetween(day, asOf));
}
