import { compare, type Fraction, fraction } from '../money/fraction.ts';
import type { Quadrant } from '../portfolio/definitions.ts';

/**
 * The quadrant of value × effort (docs/product.md §10); both midpoints belong to the high side. Null, "Not placed",
 * without a value, a value midpoint or an effort score.
 */
export function quadrantOf(
  value: Fraction | null,
  effort: number | null,
  valueMidpoint: Fraction | null,
  effortMidpoint: Fraction,
): Quadrant | null {
  if (value === null || effort === null || valueMidpoint === null) return null;
  const highValue = compare(value, valueMidpoint) >= 0;
  const highEffort = compare(fraction(effort), effortMidpoint) >= 0;
  if (highValue) return highEffort ? 'high_value_high_effort' : 'high_value_low_effort';
  return highEffort ? 'low_value_high_effort' : 'low_value_low_effort';
}
