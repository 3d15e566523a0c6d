import { type Fraction, parseDecimal } from '../money/fraction.ts';
import type { Metric } from '../portfolio/definitions.ts';

/** A metric with its numbers parsed once for many companies. */
export interface PreparedMetric {
  readonly metric: Metric;
  readonly max: Fraction;
  readonly weight: Fraction;
  /** Of a computed metric, else empty. */
  readonly bands: readonly PreparedPointsBand[];
}

interface PreparedPointsBand {
  readonly upTo: Fraction | null;
  readonly points: Fraction;
}

export function prepareMetric(metric: Metric): PreparedMetric {
  const bands = metric.kind === 'computed' ? metric.bands : [];
  return {
    metric,
    max: parseDecimal(metric.maxScore),
    weight: parseDecimal(metric.weight),
    bands: bands.map((band) => ({
      upTo: band.upTo === null ? null : parseDecimal(band.upTo),
      points: parseDecimal(band.points),
    })),
  };
}
