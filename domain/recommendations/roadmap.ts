import type { Day } from '../portfolio/values.ts';
import { addQuarters, type Quarter, quarterOf, quartersBetween } from './quarter.ts';

/** What the roadmap needs to know of a recommendation. */
export interface Planned {
  readonly targetQuarter: Quarter | null;
  readonly state: 'not_started' | 'started' | 'completed' | 'declined';
}

/** A column of the roadmap; `quarter` null: what was meant for a quarter that is over, or for none. */
export interface RoadmapColumn<R> {
  readonly kind: 'past' | 'quarter' | 'unplanned';
  readonly quarter: Quarter | null;
  readonly recommendations: readonly R[];
}

/** The present quarter and the three after it are always there, unless more are asked for. */
export const QUARTERS_AHEAD = 3;

/**
 * When a client takes which step: what was meant for a quarter that is over (open ones are overdue, completed ones are
 * done), then the present quarter and three more, later ones as far as anything is meant for them, then what has no quarter
 * yet. What the client declined is on no roadmap. Within a column they keep their order.
 */
export function roadmap<R extends Planned>(
  recommendations: readonly R[],
  asOf: Day,
  quartersAhead: number = QUARTERS_AHEAD,
): RoadmapColumn<R>[] {
  const present = quarterOf(asOf);
  const on = recommendations.filter(({ state }) => state !== 'declined');
  const ahead = quartersBetween(present, addQuarters(present, quartersAhead));
  const later = on.flatMap(({ targetQuarter: quarter }) =>
    quarter !== null && quarter > ahead.at(-1)! ? [quarter] : [],
  );
  return [
    {
      kind: 'past',
      quarter: null,
      recommendations: on.filter(({ targetQuarter }) => targetQuarter !== null && targetQuarter < present),
    },
    ...[...ahead, ...[...new Set(later)].sort()].map((quarter) => ({
      kind: 'quarter' as const,
      quarter,
      recommendations: on.filter(({ targetQuarter }) => targetQuarter === quarter),
    })),
    {
      kind: 'unplanned',
      quarter: null,
      recommendations: on.filter(({ targetQuarter }) => targetQuarter === null),
    },
  ];
}

/** Whether it was meant for a quarter that is over, and is still open. */
export function isOverdue({ targetQuarter, state }: Planned, asOf: Day): boolean {
  const open = state === 'not_started' || state === 'started';
  return open && targetQuarter !== null && targetQuarter < quarterOf(asOf);
}
