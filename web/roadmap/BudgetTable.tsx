import { UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import type { Amounts, Budget, BudgetPeriod } from '../../domain/recommendations/budget.ts';
import { yearOf } from '../../domain/recommendations/quarter.ts';
import { useMoney } from '../me/queries.ts';
import { periodName } from '../ui/quarters.ts';
import type { BudgetWords } from './budget-words.ts';
import classes from './roadmap.module.css';

interface BudgetTableProps {
  readonly budget: Budget;
  readonly words: BudgetWords;
  /** Shows what a quarter or year is made of. */
  readonly onOpen: (period: string) => void;
}

/** A budget by quarter, each year after its quarters; then what is in no quarter, as far as there is any. */
export function BudgetTable({ budget, words, onOpen }: BudgetTableProps) {
  const { quarters, years, overdue, later, unplanned, whole } = budget;
  const apart = [
    ['Carried over', overdue],
    ['Later', later],
    ['No quarter yet', unplanned],
  ] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label="Budget by quarter and year">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col">{words.begins}</th>
            <th scope="col">{words.oneTime}</th>
            <th scope="col">{words.byThen}</th>
            <th scope="col">{words.recurring}</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        {years.map((year) => (
          <tbody key={year.period}>
            {quarters
              .filter(({ period }) => yearOf(period) === year.period)
              .map((quarter) => (
                <PeriodRow key={quarter.period} period={quarter} onOpen={onOpen} />
              ))}
            <PeriodRow period={year} onOpen={onOpen} year />
          </tbody>
        ))}
        <tfoot>
          {apart.map(([name, amounts]) => (
            <Fragment key={name}>
              {amounts.mrr !== 0 || amounts.oneTime !== 0 ? <ApartRow name={name} amounts={amounts} /> : null}
            </Fragment>
          ))}
          <ApartRow name="Everything planned" amounts={whole} />
        </tfoot>
      </table>
    </section>
  );
}

interface PeriodRowProps {
  readonly period: BudgetPeriod;
  readonly onOpen: (period: string) => void;
  readonly year?: boolean;
}

function PeriodRow({ period, onOpen, year = false }: PeriodRowProps) {
  const money = useMoney();
  const name = periodName(period.period);
  return (
    <tr data-year={year || undefined}>
      <th scope="row">
        <UnstyledButton className={classes.opener ?? ''} onClick={() => onOpen(period.period)}>
          {name}
        </UnstyledButton>
      </th>
      <td>{money.full(period.mrr)}</td>
      <td>{money.full(period.oneTime)}</td>
      <td>{money.full(period.mrrByThen)}</td>
      <td>{money.full(period.recurring)}</td>
      <td>{money.full(period.total)}</td>
    </tr>
  );
}

function ApartRow({ name, amounts }: { readonly name: string; readonly amounts: Amounts }) {
  const money = useMoney();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{money.full(amounts.mrr)}</td>
      <td>{money.full(amounts.oneTime)}</td>
      <td colSpan={3} />
    </tr>
  );
}
