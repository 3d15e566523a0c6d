import type { Budget } from '../../../domain/recommendations/budget.ts';
import { yearOf } from '../../../domain/recommendations/quarter.ts';
import { useMoney } from '../../me/queries.ts';
import classes from './client.module.css';

/** What each year costs, at a glance. */
export function YearTiles({ budget: { years, quarters } }: { readonly budget: Budget }) {
  const money = useMoney();
  return (
    <div className={classes.tiles}>
      {years.map(({ period, total, oneTime, recurring, mrrByThen }) => {
        const first = quarters.find((quarter) => yearOf(quarter.period) === period)!.period.slice(5);
        return (
          <dl key={period} className={classes.tile}>
            <dt>
              {period}
              {first === 'Q1' ? '' : ` from ${first} on`}
            </dt>
            <dd className={classes.figure}>{money.full(total)}</dd>
            <dd className={classes.quiet}>
              {money.full(oneTime)} once, {money.full(recurring)} recurring
              <br />
              {money.full(mrrByThen)} a month at its end
            </dd>
          </dl>
        );
      })}
    </div>
  );
}
