import type { ScoreKind } from '../../contract/metrics.ts';
import { DEFAULT_EFFORT_METRICS, DEFAULT_HEALTH_METRICS } from '../../domain/portfolio/defaults.ts';
import type { Definitions, Metric } from '../../domain/portfolio/definitions.ts';

/** Where the metrics and scores of each kind are kept, and what a workspace without metrics of its own has. */
export const metricTables = {
  health: { metrics: 'health_metrics', scores: 'health_scores', defaults: DEFAULT_HEALTH_METRICS },
  effort: { metrics: 'effort_metrics', scores: 'effort_scores', defaults: DEFAULT_EFFORT_METRICS },
} as const;

export function metricsOf(definitions: Definitions, kind: ScoreKind): readonly Metric[] {
  return kind === 'health' ? definitions.healthMetrics : definitions.effortMetrics;
}
