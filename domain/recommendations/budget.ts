import type { Cents, Day } from '../portfolio/values.ts';
import { addQuarters, type Quarter, quarterOf, quartersBetween, yearOf } from './quarter.ts';
import { type Planned, QUARTERS_AHEAD } from './roadmap.ts';
import type { Worth } from './worth.ts';

/** Gross, or weighted by the win probability. */
export type Weighing = 'gross' | 'weighted';

/** What open recommendations come to. */
export interface Amounts {
  /** What begins to be paid every month. */
  readonly mrr: Cents;
  readonly oneTime: Cents;
}

/** What a quarter, or a year, costs the client. */
export interface BudgetPeriod extends Amounts {
  /** 2026-Q4, or 2026. */
  readonly period: string;
  /** What is paid every month at its end, with what began before. */
  readonly mrrByThen: Cents;
  /** What is paid every month, over its months. */
  readonly recurring: Cents;
  /** Recurring and one-time. */
  readonly total: Cents;
}

export interface Budget {
  readonly quarters: readonly BudgetPeriod[];
  readonly years: readonly BudgetPeriod[];
  /** Meant for a quarter that is over, and still open: in no quarter. */
  readonly overdue: Amounts;
  readonly unplanned: Amounts;
  /** Planned for so far ahead that no budget is made for it yet. */
  readonly later: Amounts;
  /** Everything that is open: the quarters, what is overdue, what is unplanned and what comes later. */
  readonly whole: Amounts;
}

/** A recurring amount is paid this often in a quarter. */
export const MONTHS = 3;
const YEARS_AHEAD = 4;

/**
 * What a client's roadmap costs them: what is paid once in its quarter, and what is paid every month from the first month
 * of its quarter on, also in all quarters after it. It runs from the present quarter over the three after it, or as far as
 * anything is planned, and then to the end of that year, so that every year but the first is whole; what is planned for
 * more than four years after this one is not spread over quarters. Only open recommendations count: a completed one is in
 * the contracts.
 */
export function budget(
  recommendations: readonly (Planned & Worth)[],
  asOf: Day,
  weighing: Weighing = 'gross',
): Budget {
  const open = openOnes(recommendations);
  const sum = (which: (quarter: Quarter | null) => boolean) =>
    amountsOf(
      open.filter(({ targetQuarter }) => which(targetQuarter)),
      weighing,
    );
  const periods = budgetQuarters(recommendations, asOf);
  const [first, last] = [periods[0]!, periods.at(-1)!];
  const quarters = carriedOn(
    periods.map((period) => ({
      period,
      ...sum((quarter) => quarter === period),
    })),
  );
  return {
    quarters,
    years: byYear(quarters),
    overdue: sum((quarter) => quarter !== null && quarter < first),
    unplanned: sum((quarter) => quarter === null),
    later: sum((quarter) => quarter !== null && quarter > last),
    whole: sum(() => true),
  };
}

/** The quarters that a budget is made for. */
export function budgetQuarters(recommendations: readonly Planned[], asOf: Day): Quarter[] {
  const present = quarterOf(asOf);
  const furthest = endOfYear(addQuarters(present, YEARS_AHEAD * 4));
  const planned = openOnes(recommendations).flatMap(({ targetQuarter }) =>
    targetQuarter !== null && targetQuarter <= furthest ? [targetQuarter] : [],
  );
  const last = [addQuarters(present, QUARTERS_AHEAD), ...planned].sort().at(-1)!;
  return quartersBetween(present, endOfYear(last));
}

const endOfYear = (quarter: Quarter): Quarter => `${yearOf(quarter)}-Q4`;

/** Those that a budget counts: neither completed nor declined. */
export const openOnes = <R extends Planned>(recommendations: readonly R[]): R[] =>
  recommendations.filter(({ state }) => state === 'not_started' || state === 'started');

/** What recommendations come to together. */
export function amountsOf(recommendations: readonly Worth[], weighing: Weighing): Amounts {
  const gross = weighing === 'gross';
  return {
    mrr: recommendations.reduce((sum, worth) => sum + (gross ? worth.mrr : worth.weightedMrr), 0),
    oneTime: recommendations.reduce((sum, worth) => sum + (gross ? worth.oneTime : worth.weightedOneTime), 0),
  };
}

function carriedOn(quarters: readonly (Amounts & { readonly period: Quarter })[]): BudgetPeriod[] {
  let mrrByThen = 0;
  return quarters.map((quarter) => {
    mrrByThen += quarter.mrr;
    const recurring = mrrByThen * MONTHS;
    return { ...quarter, mrrByThen, recurring, total: recurring + quarter.oneTime };
  });
}

function byYear(quarters: readonly BudgetPeriod[]): BudgetPeriod[] {
  const years = [...new Set(quarters.map(({ period }) => yearOf(period)))];
  return years.map((period) => {
    const own = quarters.filter((quarter) => yearOf(quarter.period) === period);
    const add = (amount: (quarter: BudgetPeriod) => Cents) => own.reduce((sum, one) => sum + amount(one), 0);
    return {
      period,
      mrr: add(({ mrr }) => mrr),
      oneTime: add(({ oneTime }) => oneTime),
      mrrByThen: own.at(-1)!.mrrByThen,
      recurring: add(({ recurring }) => recurring),
      total: add(({ total }) => total),
    };
  });
}
