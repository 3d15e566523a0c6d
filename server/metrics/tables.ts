import type { ScoreKind } from '../../contract/metrics.ts';
import {
  DEFAULT_EFFORT_BANDS,
  DEFAULT_EFFORT_METRICS,
  DEFAULT_HEALTH_BANDS,
  DEFAULT_HEALTH_METRICS,
} from '../../domain/portfolio/defaults.ts';
import type { Definitions, Metric } from '../../domain/portfolio/definitions.ts';
import { inUse } from '../../domain/portfolio/rules.ts';

/** Where the metrics, scores and bands of each kind are kept, and what holds in a workspace that has none of its own. */
export const metricTables = {
  health: {
    metrics: 'health_metrics',
    scores: 'health_scores',
    bands: 'health_bands',
    defaults: DEFAULT_HEALTH_METRICS,
    defaultBands: DEFAULT_HEALTH_BANDS,
  },
  effort: {
    metrics: 'effort_metrics',
    scores: 'effort_scores',
    bands: 'effort_bands',
    defaults: DEFAULT_EFFORT_METRICS,
    defaultBands: DEFAULT_EFFORT_BANDS,
  },
} as const;

/** Those that scores are made of, in their order. */
export function metricsOf(definitions: Definitions, kind: ScoreKind): readonly Metric[] {
  return inUse(kind === 'health' ? definitions.healthMetrics : definitions.effortMetrics);
}
