import type { Amounts, Budget, BudgetPeriod } from '../../domain/recommendations/budget.ts';
import { yearOf } from '../../domain/recommendations/quarter.ts';
import { type CsvColumn, csvMoney } from '../platform/csv.ts';

/** A row of the budget as a file; what is in no quarter has only what begins. */
interface BudgetRow extends Amounts, Partial<Omit<BudgetPeriod, keyof Amounts>> {
  readonly name: string;
  readonly kind: string;
}

export const budgetColumns: readonly CsvColumn<BudgetRow>[] = [
  ['Period', (row) => row.name],
  ['Kind', (row) => row.kind],
  ['New monthly', (row) => csvMoney(row.mrr)],
  ['One-time', (row) => csvMoney(row.oneTime)],
  ['Monthly by then', (row) => csvMoney(row.mrrByThen ?? null)],
  ['Recurring', (row) => csvMoney(row.recurring ?? null)],
  ['Total', (row) => csvMoney(row.total ?? null)],
];

/** Each year after its quarters; then what is in none of them, as far as there is any, and everything that is open. */
export function budgetRows(budget: Budget): BudgetRow[] {
  const apart = [
    { name: 'Carried over from earlier quarters', kind: 'Not in a quarter', ...budget.overdue },
    { name: 'Later', kind: 'Not in a quarter', ...budget.later },
    { name: 'No quarter yet', kind: 'Not in a quarter', ...budget.unplanned },
  ];
  return [
    ...budget.years.flatMap((year) => [
      ...budget.quarters
        .filter(({ period }) => yearOf(period) === year.period)
        .map((quarter) => ({ ...quarter, name: quarter.period, kind: 'Quarter' })),
      { ...year, name: year.period, kind: 'Year' },
    ]),
    ...apart.filter(({ mrr, oneTime }) => mrr !== 0 || oneTime !== 0),
    { name: 'Everything planned', kind: 'Sum', ...budget.whole },
  ];
}
