import type { HealthOverride } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';

type Period = Pick<HealthOverride, 'setOn' | 'expiresOn'>;

/** The override that holds on a day, both its ends inclusive; the latest set of several. */
export function overrideOn<Override extends Period>(
  overrides: readonly Override[],
  day: Day,
): Override | null {
  let holding: Override | null = null;
  for (const override of overrides) {
    const holds = override.setOn <= day && day <= override.expiresOn;
    if (holds && (holding === null || override.setOn > holding.setOn)) holding = override;
  }
  return holding;
}

/**
 * The first override that a new one would share a day with, as at most one of a company's overrides may hold on any day
 * (docs/portfolio-format.md, "Bounds"); null: none. One set on the same day is not in the way: it is replaced.
 */
export function overrideInTheWay<Override extends Period>(
  overrides: readonly Override[],
  wanted: Period,
): Override | null {
  let first: Override | null = null;
  for (const override of overrides) {
    if (override.setOn === wanted.setOn) continue;
    const overlaps = override.setOn <= wanted.expiresOn && wanted.setOn <= override.expiresOn;
    if (overlaps && (first === null || override.setOn < first.setOn)) first = override;
  }
  return first;
}
