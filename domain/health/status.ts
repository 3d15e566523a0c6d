import { compare, type Fraction, fraction, multiply } from '../money/fraction.ts';
import { type BandBounds, bandIndex } from '../portfolio/bands.ts';
import { NO_SCORE } from '../portfolio/defaults.ts';
import type { Band } from '../portfolio/definitions.ts';
import type { HealthOverride } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';

/** The bands that a health score falls in, and the coverage (percent) below which it is none. */
export interface StatusRules {
  readonly bands: readonly Band[];
  readonly bounds: BandBounds;
  readonly minimumCoverage: Fraction;
}

/** Statuses stand as the index of their band; the number of bands means "No score". */
export interface HealthStatus {
  readonly status: number;
  readonly override: HealthOverride | null;
  readonly withoutOverride: number;
  /** Why it is "No score" without the override, or null. */
  readonly noScore: 'no value' | 'low coverage' | null;
}

/** An override in force, else "No score", else the band (docs/interfaces.md, "Status"). The score itself stays as it is. */
export function healthStatus(
  rules: StatusRules,
  health: { readonly score: number | null; readonly coverage: Fraction },
  overrides: readonly HealthOverride[],
  asOf: Day,
): HealthStatus {
  const noScore = whyNoScore(rules, health);
  const withoutOverride =
    noScore !== null || health.score === null
      ? rules.bands.length
      : bandIndex(rules.bounds, fraction(health.score));
  const inForce = overrideInForce(rules, overrides, asOf);
  return {
    status: inForce?.status ?? withoutOverride,
    override: inForce?.override ?? null,
    withoutOverride,
    noScore,
  };
}

const HUNDRED = fraction(100);

function whyNoScore(
  rules: StatusRules,
  health: { readonly score: number | null; readonly coverage: Fraction },
): HealthStatus['noScore'] {
  if (health.score === null) return 'no value';
  return compare(multiply(health.coverage, HUNDRED), rules.minimumCoverage) < 0 ? 'low coverage' : null;
}

/** From setOn to expiresOn, both inclusive; the latest set of several. One that names a status which is gone is void. */
function overrideInForce(
  rules: StatusRules,
  overrides: readonly HealthOverride[],
  asOf: Day,
): { override: HealthOverride; status: number } | null {
  let inForce: { override: HealthOverride; status: number } | null = null;
  for (const override of overrides) {
    if (override.setOn > asOf || override.expiresOn < asOf) continue;
    const status = statusNamed(rules.bands, override.status);
    if (status !== null && (inForce === null || override.setOn > inForce.override.setOn))
      inForce = { override, status };
  }
  return inForce;
}

function statusNamed(bands: readonly Band[], name: string): number | null {
  const index = bands.findIndex((band) => band.name === name);
  if (index >= 0) return index;
  return name === NO_SCORE.name ? bands.length : null;
}
