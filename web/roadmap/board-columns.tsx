import type { Recommendation } from '../../contract/recommendations.ts';
import { amountsOf, openOnes } from '../../domain/recommendations/budget.ts';
import { quarterOf } from '../../domain/recommendations/quarter.ts';
import { type RoadmapColumn, roadmap } from '../../domain/recommendations/roadmap.ts';
import type { BoardColumn } from '../ui/board/board-props.ts';
import type { Money } from '../ui/money.ts';
import { periodName } from '../ui/quarters.ts';
import { CompletedEarlier } from './CompletedEarlier.tsx';
import classes from './roadmap.module.css';

export const UNPLANNED = 'unplanned';

interface BoardOf {
  readonly recommendations: readonly Recommendation[];
  readonly asOf: string;
  readonly quartersAhead: number;
  readonly money: Money;
}

/**
 * The columns of the board. What is over cannot be planned into; of it only what is still open is a card. Without anything
 * from earlier quarters that column is left out.
 */
export function boardColumns({
  recommendations,
  asOf,
  quartersAhead,
  money,
}: BoardOf): BoardColumn<Recommendation>[] {
  return roadmap(recommendations, asOf, quartersAhead)
    .filter(({ kind, recommendations: own }) => kind !== 'past' || own.length > 0)
    .map((column) => boardColumn(column, quarterOf(asOf), money));
}

function boardColumn(
  { kind, quarter, recommendations }: RoadmapColumn<Recommendation>,
  present: string,
  money: Money,
): BoardColumn<Recommendation> {
  const open = openOnes(recommendations);
  const note = <ColumnTotals recommendations={open} money={money} />;
  if (kind === 'past') {
    const completed = recommendations.filter(({ state }) => state === 'completed');
    return {
      id: 'past',
      title: 'Earlier quarters',
      note,
      cards: open,
      accepts: false,
      empty: 'Nothing is left open.',
      foot: <CompletedEarlier recommendations={completed} />,
    };
  }
  return {
    id: quarter ?? UNPLANNED,
    title:
      quarter === null ? 'No quarter yet' : `${periodName(quarter)}${quarter === present ? ', now' : ''}`,
    note,
    cards: recommendations,
    accepts: true,
    empty: quarter === null ? 'Everything has a quarter.' : 'Nothing planned.',
  };
}

interface ColumnTotalsProps {
  /** The open ones. */
  readonly recommendations: readonly Recommendation[];
  readonly money: Money;
}

/** What the open recommendations of a column come to, gross and weighted by their win probability. */
function ColumnTotals({ recommendations, money }: ColumnTotalsProps) {
  const [gross, weighted] = [amountsOf(recommendations, 'gross'), amountsOf(recommendations, 'weighted')];
  return (
    <table className={classes.columnTotals}>
      <thead>
        <tr>
          <td />
          <th scope="col">Gross</th>
          <th scope="col">Weighted</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">MRR</th>
          <td>{money.full(gross.mrr)}</td>
          <td>{money.full(weighted.mrr)}</td>
        </tr>
        <tr>
          <th scope="row">One-time</th>
          <td>{money.full(gross.oneTime)}</td>
          <td>{money.full(weighted.oneTime)}</td>
        </tr>
      </tbody>
    </table>
  );
}
