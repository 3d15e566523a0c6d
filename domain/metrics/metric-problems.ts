import { compare, parseDecimal } from '../money/fraction.ts';
import type { Choice, Metric, PointsBand } from '../portfolio/definitions.ts';
import type { Decimal } from '../portfolio/values.ts';

/** What is wrong with a field of a metric, in words. */
export interface MetricProblem {
  readonly field: 'name' | 'maxScore' | 'weight' | 'choices' | 'bands';
  readonly message: string;
}

/**
 * What stands in the way of a metric as it is to be: it has a name and a maximum above 0, no points are above that, and
 * the bands of a computed one go up to one without a limit. `highest`: the most points of it that a company has.
 */
export function metricProblems(metric: Metric, highest: Decimal | null): MetricProblem[] {
  const problems: MetricProblem[] = [];
  if (metric.name.trim() === '') problems.push({ field: 'name', message: 'Give it a name' });
  if (!isMore(metric.maxScore, '0'))
    problems.push({ field: 'maxScore', message: 'The max score must be above 0' });
  else if (highest !== null && isMore(highest, metric.maxScore))
    problems.push({
      field: 'maxScore',
      message: `A company has ${highest} points of it; the max score must be at least that`,
    });
  const own =
    metric.kind === 'custom'
      ? choicesProblem(metric.choices, metric.maxScore)
      : metric.kind === 'computed'
        ? bandsProblem(metric.bands, metric.maxScore)
        : null;
  if (own !== null) problems.push({ field: metric.kind === 'custom' ? 'choices' : 'bands', message: own });
  return problems;
}

function choicesProblem(choices: readonly Choice[], maxScore: Decimal): string | null {
  if (choices.some(({ label }) => label.trim() === '')) return 'Give every choice a label';
  const above = choices.find(({ points }) => isMore(points, maxScore));
  if (above) return `"${above.label}" gives ${above.points} points, more than the max score`;
  const twice = choices.find((choice, i) =>
    choices
      .slice(0, i)
      .some(({ points }) => compare(parseDecimal(points), parseDecimal(choice.points)) === 0),
  );
  return twice ? `${twice.points} points have two labels` : null;
}

function bandsProblem(bands: readonly PointsBand[], maxScore: Decimal): string | null {
  const limits = bands.map(({ upTo }) => upTo);
  if (limits.at(-1) !== null) return 'The last band must have no limit';
  if (limits.slice(0, -1).includes(null)) return 'Only the last band may have no limit';
  if (limits.some((limit, i) => i > 0 && limit !== null && !isMore(limit, limits[i - 1]!)))
    return 'Each limit must be above the one before';
  const above = bands.find(({ points }) => isMore(points, maxScore));
  return above ? `A band gives ${above.points} points, more than the max score` : null;
}

function isMore(a: Decimal, b: Decimal): boolean {
  return compare(parseDecimal(a), parseDecimal(b)) > 0;
}
