import type { Cents, Day } from '../portfolio/values.ts';
import { type Amounts, amountsOf, budgetQuarters, MONTHS, openOnes, type Weighing } from './budget.ts';
import { yearOf } from './quarter.ts';
import type { Planned } from './roadmap.ts';
import type { Worth } from './worth.ts';

/** What one recommendation adds to what a quarter, or a year, costs the client. */
export interface BudgetShare<R> extends Amounts {
  readonly recommendation: R;
  /** How often its monthly amount is paid within the period. */
  readonly months: number;
  readonly recurring: Cents;
  readonly total: Cents;
}

/**
 * Why a quarter (2026-Q4) or a year (2026) costs what it costs: each recommendation that is paid for in it, once or every
 * month, those that begin earlier included. `mrr` and `oneTime` are what begins in the period. Together the shares are the
 * figures of the period to the cent. In the order of the recommendations.
 */
export function budgetShares<R extends Planned & Worth>(
  recommendations: readonly R[],
  asOf: Day,
  period: string,
  weighing: Weighing = 'gross',
): BudgetShare<R>[] {
  const quarters = budgetQuarters(recommendations, asOf);
  const within = quarters.filter((quarter) => quarter === period || yearOf(quarter) === period);
  return openOnes(recommendations).flatMap((recommendation) => {
    const target = recommendation.targetQuarter;
    if (target === null || target < quarters[0]!) return [];
    const months = within.filter((quarter) => quarter >= target).length * MONTHS;
    if (months === 0) return [];
    const amounts = amountsOf([recommendation], weighing);
    const begins = within.includes(target);
    const recurring = amounts.mrr * months;
    const oneTime = begins ? amounts.oneTime : 0;
    if (recurring === 0 && oneTime === 0) return [];
    return [
      {
        recommendation,
        mrr: begins ? amounts.mrr : 0,
        oneTime,
        months,
        recurring,
        total: recurring + oneTime,
      },
    ];
  });
}
