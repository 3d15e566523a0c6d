import type { AlignmentGrid } from '../../contract/alignment.ts';
import { useMoney } from '../me/queries.ts';
import { formatCount, formatPercent, formatWhole } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { isGap } from './grid-lines.ts';

/** The company's figures over the rows that count; they follow every change. */
export function AlignmentTotals({ totals, rows }: Pick<AlignmentGrid, 'totals' | 'rows'>) {
  const money = useMoney();
  const stack = rows.filter(({ retired }) => !retired);
  const applicable = stack.filter((row) => row.applicable).length;
  return (
    <dl className={classes.totals} aria-label="Totals">
      <Total term="Alignment">{formatPercent(totals.percent)}</Total>
      <Total term="MRR Opportunity">{money.full(totals.mrrOpportunity)}</Total>
      <Total term="One-time (NRR) Opportunity">{money.full(totals.oneTimeOpportunity)}</Total>
      <Total term="Applicable">
        {formatWhole(applicable)} <small>of {formatCount(stack.length, 'item', 'items')}</small>
      </Total>
      <Total term="Gaps">{formatWhole(rows.filter(isGap).length)}</Total>
    </dl>
  );
}

function Total({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div className={classes.total}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
