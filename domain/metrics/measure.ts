import { compare, divide, type Fraction, fraction, multiply, parseDecimal } from '../money/fraction.ts';
import type { Assessment, MetricScore } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';
import { computedFact, type FactSources } from './computed-fact.ts';
import { csatShare } from './csat-share.ts';
import { latestAssessment } from './latest-assessment.ts';
import type { PreparedMetric } from './prepared-metric.ts';

/** What a metric says of one company. */
export interface Measured {
  /** In the metric's own unit: points picked, the assessment's score, percent positive, the fact. */
  readonly value: Fraction;
  readonly points: Fraction;
  /** 0–1 of the metric's maximum. */
  readonly share: Fraction;
  /** When the input was set, taken or stated; null where it carries no such day. */
  readonly date: Day | null;
  /** What a custom metric rests on. */
  readonly score: MetricScore | null;
  /** What an assessment metric rests on. */
  readonly assessment: Assessment | null;
}

export interface MetricSources extends FactSources {
  readonly scores: readonly MetricScore[];
  readonly assessments: readonly Assessment[];
}

const ONE = fraction(1);
const HUNDRED = fraction(100);

/** A metric's value for one company by its kind (docs/interfaces.md, "Metric value"); null: it has none. */
export function measure(prepared: PreparedMetric, sources: MetricSources): Measured | null {
  const { metric, max } = prepared;
  // Nothing is a share of a maximum of 0.
  if (max.n === 0n) return null;
  switch (metric.kind) {
    case 'custom': {
      const score = sources.scores.find((candidate) => candidate.metric === metric.id);
      if (!score) return null;
      const points = parseDecimal(score.points);
      return ofPoints(points, points, max, score.setOn, score);
    }
    case 'assessment': {
      const latest = latestAssessment(sources.assessments, metric.template, sources.asOf);
      if (!latest) return null;
      const value = parseDecimal(latest.score);
      const share = divide(value, HUNDRED);
      return {
        value,
        share,
        points: multiply(share, max),
        date: latest.takenOn,
        score: null,
        assessment: latest,
      };
    }
    case 'csat': {
      const share = csatShare(sources.facts.csat, sources.asOf);
      return (
        share && {
          value: multiply(share, HUNDRED),
          share,
          points: multiply(share, max),
          date: null,
          score: null,
          assessment: null,
        }
      );
    }
    case 'computed': {
      const fact = computedFact(metric.fact, sources);
      const band = fact && prepared.bands.find(({ upTo }) => upTo === null || compare(fact.value, upTo) <= 0);
      return fact && band ? ofPoints(fact.value, band.points, max, fact.date, null) : null;
    }
  }
}

/** Points above the maximum, left from before it was lowered, count as the maximum. */
function ofPoints(
  value: Fraction,
  points: Fraction,
  max: Fraction,
  date: Day | null,
  score: MetricScore | null,
): Measured {
  const share = divide(points, max);
  return { value, points, share: compare(share, ONE) > 0 ? ONE : share, date, score, assessment: null };
}
