import type { Day } from '../portfolio/values.ts';
import { openOnes } from './budget.ts';
import { addQuarters, quarterOf } from './quarter.ts';
import { type Planned, type RoadmapColumn, roadmap } from './roadmap.ts';

/** The roadmap as a client is shown it. */
export interface ClientRoadmap<R> {
  /** What is to be done; the past column is what was meant for earlier quarters and is still to be done. */
  readonly columns: readonly RoadmapColumn<R>[];
  readonly completed: readonly R[];
}

/** What was completed is shown for this long. */
const QUARTERS_BACK = 4;

/**
 * What of the roadmap a client is shown: every open recommendation, under its quarter, as carried over from earlier
 * quarters, or as not planned yet; and apart from those what was completed, as far as it was meant for the last four
 * quarters or any later one. What they declined is not brought up again.
 */
export function clientRoadmap<R extends Planned>(recommendations: readonly R[], asOf: Day): ClientRoadmap<R> {
  const since = addQuarters(quarterOf(asOf), -QUARTERS_BACK);
  return {
    columns: roadmap(openOnes(recommendations), asOf),
    completed: recommendations.filter(
      ({ state, targetQuarter }) => state === 'completed' && targetQuarter !== null && targetQuarter >= since,
    ),
  };
}
