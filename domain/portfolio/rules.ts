import { prepareStack, type Stack } from '../alignment/stack.ts';
import type { StatusRules } from '../health/status.ts';
import { type PreparedMetric, prepareMetric } from '../metrics/prepared-metric.ts';
import { parseDecimal } from '../money/fraction.ts';
import { isOpen, statusOf } from '../recommendations/status.ts';
import { type BandBounds, bandBounds } from './bands.ts';
import type { Definitions, Metric } from './definitions.ts';

/** The definitions made ready for computing many companies: every number parsed, every look-up built, once. */
export interface Rules {
  readonly definitions: Definitions;
  readonly stack: Stack;
  /** Those that are not retired. */
  readonly healthMetrics: readonly PreparedMetric[];
  readonly effortMetrics: readonly PreparedMetric[];
  readonly status: StatusRules;
  readonly effortBounds: BandBounds;
  /** Whether a recommendation with this status (null: none named) is open. */
  readonly isOpenStatus: (name: string | null) => boolean;
}

const prepared = new WeakMap<Definitions, Rules>();

/** Definitions never change once made, so the same object gives the same rules. */
export function rulesOf(definitions: Definitions): Rules {
  let rules = prepared.get(definitions);
  if (!rules) {
    rules = prepareRules(definitions);
    prepared.set(definitions, rules);
  }
  return rules;
}

function prepareRules(definitions: Definitions): Rules {
  const statuses = definitions.recommendationStatuses;
  const openByName = new Map(statuses.map((status) => [status.name, isOpen(status)]));
  const openByDefault = isOpen(statusOf(statuses, null));
  return {
    definitions,
    stack: prepareStack(definitions),
    healthMetrics: inUse(definitions.healthMetrics).map(prepareMetric),
    effortMetrics: inUse(definitions.effortMetrics).map(prepareMetric),
    status: {
      bands: definitions.healthBands,
      bounds: bandBounds(definitions.healthBands),
      minimumCoverage: parseDecimal(definitions.workspace.minimumCoverage),
    },
    effortBounds: bandBounds(definitions.effortBands),
    isOpenStatus: (name) => (name === null ? undefined : openByName.get(name)) ?? openByDefault,
  };
}

/** The metrics that scores are made of. */
export function inUse(metrics: readonly Metric[]): readonly Metric[] {
  return metrics.filter(({ retired }) => !retired);
}
