import { Anchor } from '@mantine/core';
import CloudCheck from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import { formatCount } from '../../ui/numbers.ts';
import classes from './taking.module.css';

interface SaveStateProps {
  readonly waiting: number;
  /** Why saving does not work; null: it does. */
  readonly problem: string | null;
  readonly onRetry: () => void;
}

/** Whether everything that was answered is saved, and what is done about what is not. */
export function SaveState({ waiting, problem, onRetry }: SaveStateProps) {
  if (waiting === 0)
    return (
      <div className={classes.state} role="status">
        <CloudCheck size={16} aria-hidden />
        Every answer is saved
      </div>
    );
  if (problem === null)
    return (
      <div className={classes.state} role="status">
        Saving…
      </div>
    );
  return (
    <div className={classes.state} role="status">
      <CloudOff size={16} aria-hidden />
      <span>
        {formatCount(waiting, 'answer is', 'answers are')} kept on this device and saved as soon as it works.{' '}
        <Anchor component="button" type="button" fz="sm" onClick={onRetry}>
          Try now
        </Anchor>
      </span>
    </div>
  );
}
