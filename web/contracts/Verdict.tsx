import CircleCheck from 'lucide-react/icons/circle-check';
import CircleMinus from 'lucide-react/icons/circle-minus';
import classes from './contracts.module.css';

interface VerdictProps {
  readonly counts: boolean;
  /** Why, in words. */
  readonly reason: string;
}

/** Whether something is in the company's revenue or out, and why. */
export function Verdict({ counts, reason }: VerdictProps) {
  return (
    <span className={classes.verdict}>
      {counts ? (
        <CircleCheck size={16} color="var(--mantine-color-anchor)" aria-hidden />
      ) : (
        <CircleMinus size={16} aria-hidden />
      )}
      <span>
        {counts ? 'In' : 'Out'} <span className={classes.reason}>{reason}</span>
      </span>
    </span>
  );
}
