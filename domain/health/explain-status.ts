import { toNumber } from '../money/fraction.ts';
import { NO_SCORE } from '../portfolio/defaults.ts';
import type { Band } from '../portfolio/definitions.ts';
import type { NamedBand, StatusExplanation } from '../portfolio/explanation.ts';
import type { HealthStatus, StatusRules } from './status.ts';

/** A health status by name, and why it is that one, in words. */
export function explainStatus(status: HealthStatus, rules: StatusRules): StatusExplanation {
  return {
    ...statusBand(rules.bands, status.status),
    source: status.override ? 'override' : status.noScore ? 'no score' : 'band',
    reason: reasonOf(status, rules),
    override: status.override,
    withoutOverride: statusBand(rules.bands, status.withoutOverride),
  };
}

/** The name and colour of a status given as in CompanyFigures: the index of its band, or their number for "No score". */
export function statusBand(bands: readonly Band[], status: number): NamedBand {
  const { name, color } = bands[status] ?? NO_SCORE;
  return { name, color };
}

function reasonOf({ override, withoutOverride, noScore }: HealthStatus, rules: StatusRules): string {
  if (override) return `Set by hand until ${override.expiresOn}: ${override.reason}`;
  if (noScore === 'no value') return 'No metric has a value';
  if (noScore === 'low coverage') return `The coverage is below ${toNumber(rules.minimumCoverage)} %`;
  return bandReason(rules.bands, withoutOverride);
}

function bandReason(bands: readonly Band[], index: number): string {
  const [from, next] = [bands[index]?.from, bands[index + 1]?.from];
  if (next === undefined) return `The score is ${from} or more`;
  return index === 0 ? `The score is below ${next}` : `The score is ${from} or more, and below ${next}`;
}
