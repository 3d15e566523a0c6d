import type { Recommendation } from '../../contract/recommendations.ts';
import { formatCount } from '../ui/numbers.ts';
import { periodName } from '../ui/quarters.ts';
import classes from './roadmap.module.css';

/** What was completed in quarters that are over, the latest first; shown when asked for. */
export function CompletedEarlier({
  recommendations,
}: {
  readonly recommendations: readonly Recommendation[];
}) {
  if (recommendations.length === 0) return null;
  const latestFirst = recommendations.toSorted((a, b) => (a.targetQuarter! < b.targetQuarter! ? 1 : -1));
  return (
    <details className={classes.completed}>
      <summary>{formatCount(recommendations.length, 'completed', 'completed')}</summary>
      <ul>
        {latestFirst.map(({ id, title, targetQuarter }) => (
          <li key={id} dir="auto">
            {title} <span className={classes.quiet}>{periodName(targetQuarter!)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
