import type { AlignmentRow } from '../../contract/alignment.ts';
import { isAlignmentStale } from '../../domain/alignment/stale.ts';
import { formatDay } from '../ui/days.ts';
import { NONE } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { useGrid } from './grid-context.ts';

/** Who set something in a row last, and when. */
export function SetCell({ row: { setOn, setByName, setBy } }: { readonly row: AlignmentRow }) {
  const { asOf, staleAfterDays } = useGrid();
  if (setOn === null && setBy === null) return <span className={classes.text}>{NONE}</span>;
  return (
    <>
      <span className={classes.set}>
        <span>{setOn === null ? 'Day unknown' : formatDay(setOn)}</span>
        <span>{setByName ?? setBy ?? 'by an import'}</span>
      </span>
      {isAlignmentStale(setOn, asOf, staleAfterDays) ? <span className={classes.stale}>stale</span> : null}
    </>
  );
}
