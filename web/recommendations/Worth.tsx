import type { Worth as Sums } from '../../domain/recommendations/worth.ts';
import { useMoney } from '../me/queries.ts';
import { formatDecimal } from '../ui/numbers.ts';
import classes from './recommendations.module.css';

interface WorthProps {
  readonly worth: Sums;
  /** Percent. */
  readonly winProbability: number;
}

/** What a recommendation comes to, gross and weighted. */
export function Worth({ worth, winProbability }: WorthProps) {
  const money = useMoney();
  return (
    <dl className={classes.worth} aria-label="What it comes to">
      <div>
        <dt>MRR</dt>
        <dd>{money.full(worth.mrr)}</dd>
      </div>
      <div>
        <dt>One-time (NRR)</dt>
        <dd>{money.full(worth.oneTime)}</dd>
      </div>
      <div>
        <dt>Weighted ({formatDecimal(winProbability)}%)</dt>
        <dd>
          {money.full(worth.weightedMrr)} <span className={classes.quiet}>MRR</span>{' '}
          {money.full(worth.weightedOneTime)} <span className={classes.quiet}>one-time</span>
        </dd>
      </div>
    </dl>
  );
}
