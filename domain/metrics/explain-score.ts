import { compare, divide, type Fraction, multiply, parseDecimal, toNumber } from '../money/fraction.ts';
import type { Choice } from '../portfolio/definitions.ts';
import type { ScoreExplanation, ScorePart } from '../portfolio/explanation.ts';
import type { Measured } from './measure.ts';
import { oldestInput, type Part, type Score } from './score.ts';

/** A score opened into its parts: metric, value, points, weight, share, age, source. */
export function explainScore(score: Score): ScoreExplanation {
  const oldest = oldestInput(score.parts);
  return {
    score: score.score,
    coverage: toNumber(score.coverage),
    oldestInput:
      oldest === null
        ? null
        : { metric: oldest.prepared.metric.id, date: oldest.measured!.date!, ageDays: oldest.ageDays! },
    parts: score.parts.map((part) => explainPart(part, score.measuredWeight)),
  };
}

function explainPart(part: Part, measuredWeight: Fraction): ScorePart {
  const { metric, max, weight } = part.prepared;
  const { measured } = part;
  return {
    metric: { id: metric.id, name: metric.name, icon: metric.icon },
    kind: metric.kind,
    fact: metric.kind === 'computed' ? metric.fact : null,
    value: measured && toNumber(measured.value),
    points: measured && toNumber(measured.points),
    maxScore: toNumber(max),
    weight: toNumber(weight),
    share: measured && toNumber(measured.share),
    contribution: measured && contribution(measured, weight, measuredWeight),
    date: measured?.date ?? null,
    ageDays: part.ageDays,
    stale: part.stale,
    source: sourceOf(part),
    setBy: measured?.score?.setBy ?? null,
    note: measured?.score?.note ?? null,
  };
}

/** Out of 100; null where nothing that has a value has a weight, so that there is no score to be part of. */
function contribution(measured: Measured, weight: Fraction, measuredWeight: Fraction): number | null {
  if (measuredWeight.n === 0n) return null;
  const { n, d } = divide(multiply(measured.share, weight), measuredWeight);
  return toNumber({ n: n * 100n, d });
}

/** Where a value comes from, or what is missing, in words. */
function sourceOf({ prepared: { metric, max }, measured }: Part): string {
  if (max.n === 0n) return 'The metric has a maximum of 0';
  switch (metric.kind) {
    case 'custom':
      return measured ? pickSource(metric.choices, measured) : 'Not set';
    case 'assessment':
      if (measured?.assessment) return `Assessment "${measured.assessment.template}"`;
      return metric.template === null ? 'No assessment' : `No assessment "${metric.template}"`;
    case 'csat':
      return measured ? 'Responses of the last 90 days' : 'No response in the last 90 days';
    case 'computed':
      return `${measured ? 'Computed from' : 'Nothing known of'} ${metric.fact.replaceAll('_', ' ')}`;
  }
}

function pickSource(choices: readonly Choice[], { value }: Measured): string {
  const picked = choices.find((choice) => compare(parseDecimal(choice.points), value) === 0);
  return picked ? `Set to "${picked.label}"` : 'Set by hand';
}
