import type { Cell } from '../alignment/cell.ts';
import { isAlignmentStale } from '../alignment/stale.ts';
import { addDays } from '../calendar/day.ts';
import type { Score } from '../metrics/score.ts';
import type { Day } from './values.ts';

/** What is known of a company and has become stale. */
export interface Upkeep {
  readonly metrics: readonly StaleMetric[];
  /** Null: no row is stale. */
  readonly alignment: StaleAlignment | null;
}

export interface StaleMetric {
  readonly kind: 'health' | 'effort';
  readonly id: string;
  readonly name: string;
  /** Of its value. */
  readonly date: Day;
  /** The first day on which it was stale. */
  readonly staleOn: Day;
}

export interface StaleAlignment {
  /** So many rows that count are stale. */
  readonly rows: number;
  /** The day on which the oldest of them was set. */
  readonly oldest: Day;
  /** A row is stale after so many days. */
  readonly afterDays: number;
}

/** What a company's scores and cells say of themselves that somebody should look at again; null: nothing. */
export function upkeepOf(
  scores: Readonly<Record<StaleMetric['kind'], Score>>,
  counting: readonly Cell[],
  { asOf, staleAfterDays }: { readonly asOf: Day; readonly staleAfterDays: number },
): Upkeep | null {
  const metrics = [...staleIn('health', scores.health), ...staleIn('effort', scores.effort)];
  const alignment = staleRows(counting, asOf, staleAfterDays);
  return metrics.length > 0 || alignment !== null ? { metrics, alignment } : null;
}

function staleIn(kind: StaleMetric['kind'], { parts }: Score): StaleMetric[] {
  return parts.flatMap(({ prepared: { metric }, measured, stale }) => {
    const date = measured?.date ?? null;
    if (!stale || date === null || metric.staleAfterDays === null) return [];
    const { id, name, staleAfterDays } = metric;
    return [{ kind, id, name, date, staleOn: addDays(date, staleAfterDays + 1) }];
  });
}

function staleRows(counting: readonly Cell[], asOf: Day, afterDays: number): StaleAlignment | null {
  let rows = 0;
  let oldest: Day | null = null;
  for (const { typed } of counting) {
    const setOn = typed?.setOn ?? null;
    if (setOn === null || !isAlignmentStale(setOn, asOf, afterDays)) continue;
    rows++;
    if (oldest === null || setOn < oldest) oldest = setOn;
  }
  return oldest === null ? null : { rows, oldest, afterDays };
}
