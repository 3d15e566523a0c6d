import type { Weighing } from '../../domain/recommendations/budget.ts';
import type { RawSearch } from '../ui/search-text.ts';

/** What of the roadmap page stands in the address. */
export interface RoadmapView {
  readonly weighing: Weighing;
  /** The quarter or year whose amounts are explained. */
  readonly period: string | null;
  /** Id of the recommendation that is open. */
  readonly opened: string | null;
}

/** Reads a view out of an address; what is unknown counts as not said. */
export function readRoadmapView({ weighing, period, recommendation }: RawSearch): RoadmapView {
  const asked = period?.[0];
  return {
    weighing: weighing?.[0] === 'weighted' ? 'weighted' : 'gross',
    period: asked !== undefined && /^\d{4}(-Q[1-4])?$/.test(asked) ? asked : null,
    opened: recommendation?.[0] ?? null,
  };
}

/** Writes a view as an address; what is as usual is left out. */
export function roadmapSearch({ weighing, period, opened }: RoadmapView): RawSearch {
  return {
    ...(weighing === 'gross' ? {} : { weighing: [weighing] }),
    ...(period === null ? {} : { period: [period] }),
    ...(opened === null ? {} : { recommendation: [opened] }),
  };
}
