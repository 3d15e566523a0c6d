import { compare, parseDecimal } from '../money/fraction.ts';
import type { Metric } from '../portfolio/definitions.ts';
import type { Decimal } from '../portfolio/values.ts';

type Settable = Pick<Metric, 'name' | 'kind' | 'maxScore'>;

/** Why a metric has no points that a person could set or clear, in words; null: it has. */
export function whyNotSet({ name, kind }: Pick<Settable, 'name' | 'kind'>): string | null {
  switch (kind) {
    case 'custom':
      return null;
    case 'assessment':
      return `"${name}" follows the latest assessment; only a custom metric is set by hand.`;
    case 'csat':
      return `"${name}" follows the responses of clients; only a custom metric is set by hand.`;
    case 'computed':
      return `"${name}" is computed; only a custom metric is set by hand.`;
  }
}

/** What is wrong with points, which are at least 0, for a custom metric; null: nothing (docs/portfolio-format.md, "Bounds"). */
export function pointsProblem(metric: Settable, points: Decimal): string | null {
  if (compare(parseDecimal(points), parseDecimal(metric.maxScore)) <= 0) return null;
  return `Field "points" is ${points}; expected at most ${metric.maxScore}, the maxScore of "${metric.name}".`;
}
