import type { Recommendation } from '../../contract/recommendations.ts';
import type { Roadmap } from '../../contract/roadmap.ts';
import { byUrgency } from '../../domain/recommendations/by-urgency.ts';

/** By recommendation the quarter that it was just put into (null: none) and that is not saved yet. */
export type Moves = ReadonlyMap<string, string | null>;

/** A roadmap's recommendations as they will be once everything is saved: open ones first, the most urgent first. */
export function withMoves({ columns }: Roadmap, moves: Moves): Recommendation[] {
  return columns
    .flatMap(({ recommendations }) => recommendations)
    .map((one) => (moves.has(one.id) ? { ...one, targetQuarter: moves.get(one.id) ?? null } : one))
    .sort(byUrgency);
}

/** A roadmap with another state of one of its recommendations. */
export const withStored = (roadmap: Roadmap, stored: Recommendation): Roadmap => ({
  ...roadmap,
  columns: roadmap.columns.map((column) => ({
    ...column,
    recommendations: column.recommendations.map((one) => (one.id === stored.id ? stored : one)),
  })),
});
