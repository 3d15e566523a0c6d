// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out cells both down and across
// biome-ignore-all lint/a11y/useFocusableInteractive: the one tab stop of a grid is its active cell
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { BandMark } from '../alignment/band-mark.ts';
import type { Axes, Head } from './axes.ts';
import classes from './matrix.module.css';
import { gapWords, percentOf } from './matrix-words.ts';
import { HEAD } from './selection.ts';

interface MatrixRowProps {
  readonly axes: Axes;
  readonly row: number;
  /** Pixels from the top of the matrix. */
  readonly top: number;
  readonly columns: readonly VirtualItem[];
  readonly bands: readonly BandMark[];
  readonly short: (cents: number) => string;
  /** The column of the active cell, if it is in this row. */
  readonly active: number | null;
  /** The selected columns of this row, if any: the bounds are in. */
  readonly from: number | null;
  readonly to: number | null;
}

/** One line of the matrix: its head, and those of its cells that are in sight. A cell is as few elements as can be. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { axes, row, top, columns, bands, short, active, from, to } = props;
  const head = axes.rows[row];
  if (!head) return null;
  return (
    <div role="row" aria-rowindex={row + 2} className={classes.row} style={{ top }}>
      <RowHead head={head} short={short} active={active === HEAD} />
      {columns.map(({ index, start }) => {
        const { band, mrr, oneTime } = axes.cell(row, index);
        const amount = mrr + oneTime;
        return (
          <div
            key={index}
            role="gridcell"
            aria-colindex={index + 2}
            aria-selected={from !== null && to !== null && index >= from && index <= to ? true : undefined}
            tabIndex={index === active ? 0 : undefined}
            className={classes.cell}
            style={{ left: start, background: band < 0 ? undefined : `var(--band-${band})` }}
          >
            {band < 0 ? null : <b>{bands[band]?.letter}</b>}
            {amount === 0 ? null : short(amount)}
          </div>
        );
      })}
    </div>
  );
});

interface HeadProps {
  readonly head: Head;
  readonly short: (cents: number) => string;
  readonly active: boolean;
}

function RowHead({ head, short, active }: HeadProps) {
  return (
    <div role="rowheader" aria-colindex={1} tabIndex={active ? 0 : undefined} className={classes.rowHead}>
      <span className={classes.name}>{head.name}</span>
      <b>{short(head.mrr + head.oneTime)}</b>
      <span className={classes.gaps}>{gapWords(head)}</span>
      <span className={classes.figures}>{percentOf(head)}</span>
    </div>
  );
}
