import { formatDecimal } from '../ui/numbers.ts';
import classes from './assessments.module.css';

/** A score 0–100 as a bar with its figure; no score: a dash. */
export function ScoreBar({ score }: { readonly score: number | null }) {
  return (
    <span className={classes.scoreBar}>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${score ?? 0}%` }} />
      </span>
      <span className={classes.figure}>{formatDecimal(score)}</span>
    </span>
  );
}
