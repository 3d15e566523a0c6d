import { compare, parseDecimal } from '../money/fraction.ts';
import type { RecommendationStatus } from '../portfolio/definitions.ts';
import { compareText } from '../text/compare.ts';

/**
 * The status of a recommendation: the one it names, else (none named, or one that is gone) the first with state
 * not_started by its order; statuses without an order come last, by name. Null: the workspace has no such status.
 */
export function statusOf(
  statuses: readonly RecommendationStatus[],
  name: string | null,
): RecommendationStatus | null {
  const named = name === null ? undefined : statuses.find((status) => status.name === name);
  if (named) return named;
  return statuses.filter((status) => status.state === 'not_started').sort(byOrder)[0] ?? null;
}

/** Open = not started or started (docs/product.md §7). A recommendation that has no status at all was not started. */
export function isOpen(status: RecommendationStatus | null): boolean {
  return status === null || status.state === 'not_started' || status.state === 'started';
}

/** Statuses by their order; those without one come last, by name. */
export function statusesInOrder(statuses: readonly RecommendationStatus[]): RecommendationStatus[] {
  return [...statuses].sort(byOrder);
}

/** The names of the statuses that mean this, in their order. */
export function statusesOf(
  statuses: readonly RecommendationStatus[],
  state: RecommendationStatus['state'],
): string[] {
  return statusesInOrder(statuses)
    .filter((status) => status.state === state)
    .map(({ name }) => name);
}

function byOrder(a: RecommendationStatus, b: RecommendationStatus): number {
  if (a.order === null || b.order === null) {
    if (a.order !== b.order) return a.order === null ? 1 : -1;
    return compareText(a.name, b.name);
  }
  return compare(parseDecimal(a.order), parseDecimal(b.order)) || compareText(a.name, b.name);
}
