import type { FactSources } from '../metrics/computed-fact.ts';
import type { Fraction } from '../money/fraction.ts';
import type { Definitions } from '../portfolio/definitions.ts';
import type { CompanyFacts } from '../portfolio/facts.ts';
import type { Rules } from '../portfolio/rules.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import { factSources, workOutBase } from '../portfolio/worked-out.ts';

/**
 * A company's revenue and sums over its cells: what its scores and its segment rest on, and what stays while only
 * metrics, bands and midpoints are edited.
 */
export interface Ground {
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly employees: number | null;
  readonly alignment: Fraction | null;
  readonly sources: FactSources;
}

export function groundOf(rules: Rules, facts: CompanyFacts, asOf: Day): Ground {
  const base = workOutBase(rules, facts, asOf);
  const sources = factSources(base, facts, asOf);
  const alignment = sources.alignment();
  const days = sources.daysToRenewal();
  let mrrOpportunity = 0;
  let oneTimeOpportunity = 0;
  base.cells.forEach((cell, i) => {
    if (base.leftOut[i] !== null) return;
    mrrOpportunity += cell.mrr.amount;
    oneTimeOpportunity += cell.oneTime.amount;
  });
  return {
    mrr: base.revenue.mrr,
    oneTime: base.revenue.oneTime,
    mrrOpportunity,
    oneTimeOpportunity,
    employees: base.employees.number,
    alignment,
    // without the cells, which would be held with them
    sources: { ...sources, alignment: () => alignment, daysToRenewal: () => days },
  };
}

/** Whether every company has the same ground by two definitions; equal parts of them are the same object. */
export function sameGround(a: Definitions, b: Definitions): boolean {
  const parts = Object.keys(a) as (keyof Definitions)[];
  return (
    parts.every((part) => a[part] === b[part] || ABOVE_GROUND.has(part)) &&
    a.workspace.currency === b.workspace.currency
  );
}

/** The parts of the definitions that no ground rests on; of the workspace's settings only the currency matters. */
const ABOVE_GROUND: ReadonlySet<keyof Definitions> = new Set([
  'workspace',
  'healthMetrics',
  'effortMetrics',
  'healthBands',
  'effortBands',
  'segments',
]);
