import type { MetricChange, MetricDefinition } from '../../contract/metric-definitions.ts';
import { shortDecimal } from '../bundle/cells/decimal.ts';

/** The fields of a metric that a person sets, decimals in their shortest form. What a kind does not have is left out. */
export interface MetricFields {
  readonly [name: string]: unknown;
}

export function metricFields(metric: MetricChange | MetricDefinition): MetricFields {
  const { name, description, icon, maxScore, weight, staleAfterDays, retired } = metric;
  return {
    name,
    description,
    icon,
    maxScore: short(maxScore),
    weight: short(weight),
    staleAfterDays,
    retired,
    ...ownFields(metric),
  };
}

function ownFields(metric: MetricChange | MetricDefinition): MetricFields {
  switch (metric.kind) {
    case 'custom':
      return { choices: metric.choices.map(({ points, label }) => ({ points: short(points), label })) };
    case 'assessment':
      return { template: metric.template };
    case 'csat':
      return {};
    case 'computed':
      return {
        fact: metric.fact,
        bands: metric.bands.map(({ upTo, points }) => ({
          upTo: upTo === null ? null : short(upTo),
          points: short(points),
        })),
      };
  }
}

/** Their columns; the template of an assessment stands where a computed metric has its fact. */
export const metricColumns = {
  name: 'name',
  description: 'description',
  icon: 'icon',
  maxScore: 'max_score',
  weight: 'weight',
  staleAfterDays: 'stale_after_days',
  retired: 'retired',
  choices: 'choices',
  template: 'fact',
  fact: 'fact',
  bands: 'bands',
} as const;

/** As they are stored: lists as JSON, an empty one as none. */
export function storedFields(fields: MetricFields): MetricFields {
  const json = (list: unknown) =>
    Array.isArray(list) ? (list.length === 0 ? null : JSON.stringify(list)) : list;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === 'choices' || name === 'bands' ? json(value) : value,
    ]),
  );
}

/** As they are recorded: lists as a person reads them. */
export function metricWords(fields: MetricFields): MetricFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (name === 'choices')
        return [
          name,
          (value as { points: string; label: string }[]).map((it) => `${it.points}: ${it.label}`),
        ];
      if (name === 'bands')
        return [
          name,
          (value as { upTo: string | null; points: string }[]).map(({ upTo, points }) =>
            upTo === null ? `above: ${points}` : `up to ${upTo}: ${points}`,
          ),
        ];
      return [name, value];
    }),
  );
}

const short = (decimal: string) => shortDecimal(decimal) ?? decimal;
