import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './what-if.module.css';

interface FromToProps {
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** "12 → 15", read out as "12 to 15". */
export const FromTo = ({ before, after }: FromToProps) => (
  <>
    {before}
    <span className={classes.arrow} aria-hidden>
      →
    </span>
    <VisuallyHidden> to </VisuallyHidden>
    {after}
  </>
);
