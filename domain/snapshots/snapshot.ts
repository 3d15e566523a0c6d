import { isCurrentClient } from '../companies/current.ts';
import { companyRevenue } from '../contracts/company-revenue.ts';
import { healthStatuses } from '../dashboard/statuses.ts';
import { type Fraction, parseDecimal, toNumber } from '../money/fraction.ts';
import type { Definitions, Quadrant } from '../portfolio/definitions.ts';
import type { CompanyFacts, Stage } from '../portfolio/facts.ts';
import { rulesOf } from '../portfolio/rules.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import { companyAlignment, workOut } from '../portfolio/worked-out.ts';
import { companyValue, valueMidpoint } from '../segments/midpoint.ts';
import { quadrantOf } from '../segments/quadrant.ts';

/** What is kept of a company's day. Null: there was no such figure, or it is not known any more. */
export interface Snapshot {
  readonly company: string;
  readonly stage: Stage;
  readonly mrr: Cents;
  readonly employees: number | null;
  readonly health: number | null;
  readonly healthStatus: string | null;
  /** Percent, to two decimals, as is alignment. */
  readonly coverage: number | null;
  readonly effort: number | null;
  readonly segment: Quadrant | 'not_placed' | null;
  readonly alignment: number | null;
  readonly mrrOpportunity: Cents | null;
  readonly oneTimeOpportunity: Cents | null;
}

/** The figures of a company on a day, by what is known of it now; its segment is told once all companies are there. */
export function snapshotOf(definitions: Definitions, facts: CompanyFacts, date: Day): Snapshot {
  const { employees, revenue, cells, leftOut, health, status, effort } = workOut(
    rulesOf(definitions),
    facts,
    date,
  );
  const counting = cells.filter((_, i) => leftOut[i] === null);
  const alignment = companyAlignment(cells, leftOut);
  return {
    company: facts.id,
    stage: facts.stage,
    mrr: revenue.mrr,
    employees: employees.number,
    health: health.score,
    healthStatus: healthStatuses(definitions)[status.status]!.name,
    coverage: hundredths(toNumber(health.coverage) * 100),
    effort: effort.score,
    segment: null,
    alignment: alignment && hundredths(toNumber(alignment)),
    mrrOpportunity: counting.reduce((sum, { mrr }) => sum + mrr.amount, 0),
    oneTimeOpportunity: counting.reduce((sum, { oneTime }) => sum + oneTime.amount, 0),
  };
}

/**
 * The same for a day that nobody took down when it was over: the dates of contracts and lines still tell the MRR, and the
 * day on which the company left whether it was a client. Anything else of that day is not known any more, and left empty.
 */
export function reconstructedSnapshot(
  definitions: Definitions,
  facts: CompanyFacts,
  offboardedOn: Day | null,
  date: Day,
): Snapshot {
  const stillThere = facts.stage === 'offboarded' && offboardedOn !== null && offboardedOn > date;
  return {
    company: facts.id,
    stage: stillThere ? 'active' : facts.stage,
    mrr: companyRevenue(facts, definitions, date).mrr,
    employees: null,
    health: null,
    healthStatus: null,
    coverage: null,
    effort: null,
    segment: null,
    alignment: null,
    mrrOpportunity: null,
    oneTimeOpportunity: null,
  };
}

/** The snapshots of all companies of a workspace with their segments, by value. Who is no current client has none. */
export function withSegments({ workspace }: Definitions, snapshots: readonly Snapshot[]): Snapshot[] {
  const figures = snapshots.map((one) => ({ ...one, current: isCurrentClient(one.stage) }));
  const midpoint = valueMidpoint(workspace, figures, 'total');
  const effortMidpoint: Fraction = parseDecimal(workspace.effortMidpoint);
  return figures.map(({ current, ...one }) => ({
    ...one,
    segment: current
      ? (quadrantOf(companyValue(one, 'total'), one.effort, midpoint, effortMidpoint) ?? 'not_placed')
      : null,
  }));
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
