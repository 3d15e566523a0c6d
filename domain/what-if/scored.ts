import { toNumber } from '../money/fraction.ts';
import type { Definitions } from '../portfolio/definitions.ts';
import type { CompanyFacts } from '../portfolio/facts.ts';
import type { Rules } from '../portfolio/rules.ts';
import { workOutScores } from '../portfolio/worked-out.ts';
import type { Ground } from './ground.ts';

/** A company's scores as the portfolio has them; see CompanyFigures. */
export interface Scored {
  readonly health: number | null;
  readonly coverage: number;
  readonly status: number;
  readonly effort: number | null;
}

export function scoredBy(rules: Rules, facts: CompanyFacts, ground: Ground): Scored {
  const { health, status, effort } = workOutScores(rules, facts, ground.sources);
  return {
    health: health.score,
    coverage: toNumber(health.coverage),
    status: status.status,
    effort: effort.score,
  };
}

/** Whether companies with the same ground have the same scores by two definitions; equal parts are the same object. */
export function sameScores(a: Definitions, b: Definitions): boolean {
  return (
    a.healthMetrics === b.healthMetrics &&
    a.effortMetrics === b.effortMetrics &&
    a.healthBands === b.healthBands &&
    a.workspace.minimumCoverage === b.workspace.minimumCoverage
  );
}
