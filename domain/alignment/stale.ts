import { daysBetween } from '../calendar/day.ts';
import { ALIGNMENT_STALE_AFTER_DAYS } from '../portfolio/defaults.ts';
import type { Day } from '../portfolio/values.ts';

/**
 * What was found at a client half a year ago may have changed since: such a row is marked, so that somebody looks again
 * (docs/product.md §6, "Evidence"). It counts as before. A row in which nobody has set anything, or on an unknown day,
 * follows the rules and cannot be stale.
 */
export function isAlignmentStale(setOn: Day | null, asOf: Day): boolean {
  return setOn !== null && daysBetween(setOn, asOf) > ALIGNMENT_STALE_AFTER_DAYS;
}
