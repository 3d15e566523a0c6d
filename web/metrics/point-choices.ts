import type { MetricCard } from '../../contract/metrics.ts';
import { formatDecimal } from '../ui/numbers.ts';

export interface PointChoice {
  readonly value: string;
  readonly label: string;
}

/** Above this many points only those that have a name can be picked from the list. */
const MOST_STEPS = 100;

/** What a custom metric can be set to: every whole number from 0 to its maximum, and whatever points have a name. */
export function pointChoices({ metric, points }: Pick<MetricCard, 'metric' | 'points'>): PointChoice[] {
  const names = new Map(metric.choices.map((choice) => [choice.points, choice.label]));
  const steps = metric.maxScore <= MOST_STEPS ? Math.floor(metric.maxScore) : -1;
  const numbers = new Set([
    ...Array.from({ length: steps + 1 }, (_, step) => step),
    metric.maxScore,
    ...names.keys(),
    ...(points === null ? [] : [points]),
  ]);
  return [...numbers]
    .sort((a, b) => b - a)
    .map((number) => {
      const name = names.get(number);
      return {
        value: String(number),
        label: name ? `${formatDecimal(number)} – ${name}` : formatDecimal(number),
      };
    });
}
