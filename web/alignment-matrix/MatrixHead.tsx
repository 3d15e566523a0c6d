// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out cells both down and across
// biome-ignore-all lint/a11y/useFocusableInteractive: the one tab stop of a grid is its active cell
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo, type ReactNode } from 'react';
import type { Head } from './axes.ts';
import classes from './matrix.module.css';
import { gapWords, percentOf } from './matrix-words.ts';
import { HEAD } from './selection.ts';

interface MatrixHeadProps {
  readonly heads: readonly Head[];
  readonly columns: readonly VirtualItem[];
  readonly short: (cents: number) => string;
  /** The column of the active head, if it is one of these. */
  readonly active: number | null;
  /** What stands in the corner. */
  readonly children: ReactNode;
}

/** The top line of the matrix, which stays in sight: the corner, and the heads of the columns. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { heads, columns, short, active, children } = props;
  return (
    <div role="row" aria-rowindex={1} className={classes.headRow}>
      <div
        role="columnheader"
        aria-colindex={1}
        tabIndex={active === HEAD ? 0 : undefined}
        className={classes.corner}
      >
        {children}
      </div>
      {columns.map(({ index, start }) => {
        const head = heads[index];
        return head ? (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 2}
            tabIndex={index === active ? 0 : undefined}
            className={classes.columnHead}
            style={{ left: start }}
          >
            <span className={classes.name}>{head.name}</span>
            <b>{short(head.mrr + head.oneTime)}</b>
            <span className={classes.figures}>{percentOf(head)}</span>
            <span className={classes.gaps}>{gapWords(head)}</span>
          </div>
        ) : null;
      })}
    </div>
  );
});
