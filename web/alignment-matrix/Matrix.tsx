import { useEffect, useMemo, useRef, useState } from 'react';
import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';
import { bandMarks } from '../alignment/band-mark.ts';
import { axesOf, crossing } from './axes.ts';
import { type BulkCells, BulkModal } from './BulkModal.tsx';
import { CellEditor } from './CellEditor.tsx';
import { chosenCells } from './chosen-cells.ts';
import { MatrixBoard } from './MatrixBoard.tsx';
import { focusActive } from './MatrixGrid.tsx';
import classes from './matrix.module.css';
import type { MatrixView } from './matrix-view.ts';
import { rangeWords } from './matrix-words.ts';
import type { OpenedCell } from './opened-cell.ts';
import type { Place, Range } from './selection.ts';
import { useOrder } from './use-order.ts';

interface MatrixProps {
  readonly matrix: AlignmentMatrix;
  readonly view: MatrixView;
  /** The matrix is that of the view; otherwise that is still on the way. */
  readonly settled: boolean;
}

/** The matrix as it lies, and the dialogs over it. */
export function Matrix({ matrix, view, settled }: MatrixProps) {
  const order = useOrder(matrix, view, settled);
  const axes = useMemo(() => axesOf(matrix, order, view.swapped), [matrix, order, view.swapped]);
  const bands = useMemo(() => bandMarks(matrix.bands), [matrix.bands]);
  const [opened, setOpened] = useState<OpenedCell | null>(null);
  const [chosen, setChosen] = useState<BulkCells | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpened(null);
    setChosen(null);
  };
  const inDialog = opened !== null || chosen !== null;
  const wasInDialog = useRef(inDialog);
  useEffect(() => {
    if (wasInDialog.current && !inDialog) focusActive(frame);
    wasInDialog.current = inDialog;
  }, [inDialog]);
  const open = ({ row, column }: Place) => {
    const [down, across] = [axes.rows[row], axes.columns[column]];
    if (down && across) setOpened(crossing(down, across));
  };
  const openRange = (range: Range) =>
    setChosen({ cells: chosenCells(axes, range), words: rangeWords(axes, range) });
  return (
    <div className={settled ? undefined : classes.stale} aria-busy={!settled}>
      <MatrixBoard
        // places mean other cells then: nothing stays selected
        key={`${order.version} ${view.swapped}`}
        frame={frame}
        axes={axes}
        bands={bands}
        totals={matrix.totals}
        onOpen={open}
        onOpenRange={openRange}
      />
      {opened ? <CellEditor cell={opened} onClose={close} /> : null}
      {chosen ? <BulkModal {...chosen} onClose={close} /> : null}
    </div>
  );
}
