import { daysBetween } from '../calendar/day.ts';
import { add, divide, type Fraction, multiply, roundHalfUp, ZERO } from '../money/fraction.ts';
import type { Day } from '../portfolio/values.ts';
import { type Measured, type MetricSources, measure } from './measure.ts';
import type { PreparedMetric } from './prepared-metric.ts';

/** A health or effort score with the parts it is made of. */
export interface Score {
  /** 0–100, rounded half up once; null without any value. */
  readonly score: number | null;
  /** 0–1: the share of all metrics' weight that rests on fresh values; 0 where there is no weight. */
  readonly coverage: Fraction;
  /** Of the metrics that have a value. */
  readonly measuredWeight: Fraction;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly prepared: PreparedMetric;
  /** Null: no value, which leaves the metric out of the score. */
  readonly measured: Measured | null;
  /** Null: no value, or one without a date. */
  readonly ageDays: number | null;
  readonly stale: boolean;
}

/**
 * `100 × Σ(share × weight) ÷ Σ weight` over the metrics that have a value (docs/product.md §8). A stale value still
 * counts in the score, not in the coverage.
 */
export function scoreOf(metrics: readonly PreparedMetric[], sources: MetricSources): Score {
  const parts = metrics.map((prepared) => partOf(prepared, sources));
  let points = ZERO;
  let measuredWeight = ZERO;
  let freshWeight = ZERO;
  let totalWeight = ZERO;
  for (const { prepared, measured, stale } of parts) {
    totalWeight = add(totalWeight, prepared.weight);
    if (!measured) continue;
    points = add(points, multiply(measured.share, prepared.weight));
    measuredWeight = add(measuredWeight, prepared.weight);
    if (!stale) freshWeight = add(freshWeight, prepared.weight);
  }
  return {
    score: measuredWeight.n === 0n ? null : percentHalfUp(divide(points, measuredWeight)),
    coverage: totalWeight.n === 0n ? ZERO : divide(freshWeight, totalWeight),
    measuredWeight,
    parts,
  };
}

/** The part whose input is oldest, of those that carry a date; the first of several of one day. */
export function oldestInput(parts: readonly Part[]): Part | null {
  let oldest: Part | null = null;
  for (const part of parts) {
    if (part.ageDays !== null && (oldest === null || part.ageDays > oldest.ageDays!)) oldest = part;
  }
  return oldest;
}

function partOf(prepared: PreparedMetric, sources: MetricSources): Part {
  const measured = measure(prepared, sources);
  const ageDays = measured && ageOf(measured, sources.asOf);
  const limit = prepared.metric.staleAfterDays;
  return { prepared, measured, ageDays, stale: ageDays !== null && limit !== null && ageDays > limit };
}

function ageOf(measured: Measured, asOf: Day): number | null {
  return measured.date === null ? null : daysBetween(measured.date, asOf);
}

function percentHalfUp(share: Fraction): number {
  return Number(roundHalfUp({ n: share.n * 100n, d: share.d }));
}
