import type { Cents, Day } from '../portfolio/values.ts';
import { addQuarters, type Quarter, quarterOf, quartersBetween, yearOf } from './quarter.ts';
import type { Planned } from './roadmap.ts';
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
  /** Everything that is open: the quarters, what is overdue and what is unplanned. */
  readonly whole: Amounts;
}

const MONTHS = 3;
const AHEAD = 3;

/**
 * What a client's roadmap costs them: what is paid once in its quarter, and what is paid every month from the first month
 * of its quarter on, also in all quarters after it. It runs over the present quarter and the
 * three after it, or as far as anything is planned. Only open recommendations count: a completed one is in the contracts.
 */
export function budget(
  recommendations: readonly (Planned & Worth)[],
  asOf: Day,
  weighing: Weighing = 'gross',
): Budget {
  const present = quarterOf(asOf);
  const open = recommendations.filter(({ state }) => state === 'not_started' || state === 'started');
  const sum = (which: (quarter: Quarter | null) => boolean) =>
    sumOf(
      open.filter(({ targetQuarter }) => which(targetQuarter)),
      weighing,
    );
  const last = open.reduce(
    (latest, { targetQuarter }) =>
      targetQuarter !== null && targetQuarter > latest ? targetQuarter : latest,
    addQuarters(present, AHEAD),
  );
  const quarters = carriedOn(
    quartersBetween(present, last).map((period) => ({
      period,
      ...sum((quarter) => quarter === period),
    })),
  );
  return {
    quarters,
    years: byYear(quarters),
    overdue: sum((quarter) => quarter !== null && quarter < present),
    unplanned: sum((quarter) => quarter === null),
    whole: sum(() => true),
  };
}

function sumOf(recommendations: readonly Worth[], weighing: Weighing): Amounts {
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
