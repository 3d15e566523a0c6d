import { Modal, Text } from '@mantine/core';
import type { Day } from '../../domain/portfolio/values.ts';
import { type BudgetPeriod, budget, type Weighing } from '../../domain/recommendations/budget.ts';
import { type BudgetShare, budgetShares } from '../../domain/recommendations/budget-shares.ts';
import type { Planned } from '../../domain/recommendations/roadmap.ts';
import type { Worth } from '../../domain/recommendations/worth.ts';
import { useMoney } from '../me/queries.ts';
import { NONE } from '../ui/numbers.ts';
import { periodName } from '../ui/quarters.ts';
import type { BudgetWords } from './budget-words.ts';
import classes from './roadmap.module.css';

interface Step extends Planned, Worth {
  readonly id: string;
  readonly title: string;
}

interface BudgetSharesProps {
  /** A quarter or a year. */
  readonly period: string;
  readonly asOf: Day;
  readonly recommendations: readonly Step[];
  readonly weighing: Weighing;
  readonly words: BudgetWords;
  readonly onClose: () => void;
}

/** Which recommendations a quarter or a year is made of; their sum is its figure. */
export function BudgetShares(props: BudgetSharesProps) {
  const { period, asOf, recommendations, weighing, words, onClose } = props;
  const shares = budgetShares(recommendations, asOf, period, weighing);
  const { quarters, years } = budget(recommendations, asOf, weighing);
  const figures = [...quarters, ...years].find((one) => one.period === period);
  return (
    <Modal opened onClose={onClose} size="xl" title={`What ${periodName(period)} costs`}>
      {shares.length > 0 && figures ? (
        <SharesTable shares={shares} figures={figures} words={words} />
      ) : (
        <Text c="dimmed">Nothing is planned that is paid for in it.</Text>
      )}
    </Modal>
  );
}

interface SharesTableProps {
  readonly shares: readonly BudgetShare<Step>[];
  /** Of the period. */
  readonly figures: BudgetPeriod;
  readonly words: BudgetWords;
}

function SharesTable({ shares, figures, words }: SharesTableProps) {
  const money = useMoney();
  const name = periodName(figures.period);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label={`Recommendations in ${name}`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Recommendation</th>
            <th scope="col">Begins</th>
            <th scope="col">Months</th>
            <th scope="col">{words.recurring}</th>
            <th scope="col">{words.oneTime}</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ recommendation, months, recurring, oneTime, total }) => (
            <tr key={recommendation.id}>
              <th scope="row" dir="auto">
                {recommendation.title}
              </th>
              <td>{periodName(recommendation.targetQuarter!)}</td>
              <td>{recurring === 0 ? NONE : months}</td>
              <td>{money.full(recurring)}</td>
              <td>{money.full(oneTime)}</td>
              <td>{money.full(total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {name}
            </th>
            <td>{money.full(figures.recurring)}</td>
            <td>{money.full(figures.oneTime)}</td>
            <td>{money.full(figures.total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
