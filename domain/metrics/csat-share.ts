import { addDays } from '../calendar/day.ts';
import { type Fraction, fraction } from '../money/fraction.ts';
import type { CsatResponse } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';

/**
 * The share (0–1) of positive responses among all of the last 90 days, asOf − 90 days < day ≤ asOf; null without any.
 * (docs/interfaces.md, "Metric value".)
 */
export function csatShare(responses: readonly CsatResponse[], asOf: Day): Fraction | null {
  if (responses.length === 0) return null;
  const after = addDays(asOf, -90);
  let positive = 0;
  let all = 0;
  for (const { day, rating } of responses) {
    if (day <= after || day > asOf) continue;
    all++;
    if (rating === 'positive') positive++;
  }
  return all === 0 ? null : fraction(positive, all);
}
