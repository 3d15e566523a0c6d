import { daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';

/**
 * What was found at a client long ago may have changed since: such a row is marked, so that somebody looks again
 * (docs/product.md §6, "Evidence"). How long is for the workspace to say. It counts as before. A row in which nobody has set anything, or on an unknown day,
 * follows the rules and cannot be stale.
 */
export function isAlignmentStale(setOn: Day | null, asOf: Day, staleAfterDays: number): boolean {
  return setOn !== null && daysBetween(setOn, asOf) > staleAfterDays;
}
