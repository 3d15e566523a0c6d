import type { Segment } from '../dashboard/query.ts';
import { type Fraction, parseDecimal, toNumber } from '../money/fraction.ts';
import type { Definitions } from '../portfolio/definitions.ts';
import type { Cents } from '../portfolio/values.ts';
import { companyValue, type ValueKind, valueMidpoint } from '../segments/midpoint.ts';
import { quadrantOf } from '../segments/quadrant.ts';
import type { Ground } from './ground.ts';
import type { Scored } from './scored.ts';

/** Where a company stands by some definitions: the figures that lists and dashboard show of it. */
export interface Outcome extends Scored {
  readonly id: string;
  readonly name: string;
  /** In stage onboarding or active: only these are on the dashboard. */
  readonly current: boolean;
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly employees: number | null;
  /** 0–100, not rounded; null without a cell that counts. */
  readonly alignment: number | null;
  /** By total value, and by value per seat. */
  readonly segment: Readonly<Record<ValueKind, Segment>>;
}

/** Where high value begins, in cents, by total value and per seat; null: nowhere. */
export type Midpoints = Readonly<Record<ValueKind, Fraction | null>>;

export interface WorkedCompany {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
  readonly ground: Ground;
  readonly scored: Scored;
}

/** The midpoints by these definitions; `held` stand for medians that cannot be taken, as not every company is there. */
export function midpointsOf(
  { workspace }: Definitions,
  companies: readonly WorkedCompany[],
  held: Midpoints | null,
): Midpoints {
  const clients = companies.map(({ current, ground: { mrr, employees } }) => ({ current, mrr, employees }));
  const midpoint = (kind: ValueKind) => {
    const fixed = kind === 'total' ? workspace.valueMidpoint : workspace.seatValueMidpoint;
    return fixed === null && held ? held[kind] : valueMidpoint(workspace, clients, kind);
  };
  return { total: midpoint('total'), perSeat: midpoint('perSeat') };
}

export function outcomesOf(
  { workspace }: Definitions,
  companies: readonly WorkedCompany[],
  midpoints: Midpoints,
): Outcome[] {
  const effortMidpoint = parseDecimal(workspace.effortMidpoint);
  return companies.map(({ id, name, current, ground, scored }) => {
    const segment = (kind: ValueKind): Segment =>
      quadrantOf(companyValue(ground, kind), scored.effort, midpoints[kind], effortMidpoint) ?? 'not_placed';
    const { mrr, oneTime, mrrOpportunity, oneTimeOpportunity, employees, alignment } = ground;
    return {
      id,
      name,
      current,
      ...scored,
      mrr,
      oneTime,
      mrrOpportunity,
      oneTimeOpportunity,
      employees,
      alignment: alignment && toNumber(alignment),
      segment: { total: segment('total'), perSeat: segment('perSeat') },
    };
  });
}
