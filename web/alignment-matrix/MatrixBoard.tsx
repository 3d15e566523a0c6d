import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useState } from 'react';
import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';
import type { BandMark } from '../alignment/band-mark.ts';
import { useMay, useMoney } from '../me/queries.ts';
import { type Axes, alignedPercent } from './axes.ts';
import { bandTints } from './band-tints.ts';
import { NARROW, WIDE } from './grid-sizes.ts';
import { Legend } from './Legend.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import classes from './matrix.module.css';
import { gapWords, percentOf } from './matrix-words.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { moveTo, type Place, type Range, startOf } from './selection.ts';

interface MatrixBoardProps {
  /** The grid's element. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly axes: Axes;
  readonly bands: readonly BandMark[];
  readonly totals: AlignmentMatrix['totals'];
  readonly onOpen: (place: Place) => void;
  readonly onOpenRange: (range: Range) => void;
}

/** The matrix with its selection, its legend, and what is said of the selection. */
export function MatrixBoard({ frame, axes, bands, totals, onOpen, onOpenRange }: MatrixBoardProps) {
  const money = useMoney();
  const canEdit = useMay('edit_companies');
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const size = { rows: axes.rows.length, columns: axes.columns.length };
  const [selection, setSelection] = useState(() => startOf(size));
  const { range } = selection;
  const openRange = () => {
    if (range && canEdit) onOpenRange(range);
  };
  return (
    <div className={classes.board} style={bandTints(bands)}>
      <MatrixGrid
        key={narrow ? 'narrow' : 'wide'}
        frame={frame}
        axes={axes}
        size={size}
        sizes={narrow ? NARROW : WIDE}
        bands={bands}
        money={money}
        selection={selection}
        onSelect={setSelection}
        onOpen={onOpen}
        onOpenRange={openRange}
      >
        <span className={classes.name}>All cells</span>
        <b>{money.short(totals.mrr + totals.oneTime)}</b>
        <span className={classes.figures}>{percentOf({ alignment: alignedPercent(totals) })}</span>
        <span className={classes.gaps}>{gapWords(totals)}</span>
      </MatrixGrid>
      <div className={classes.foot}>
        <SelectionBar
          axes={axes}
          bands={bands}
          money={money}
          selection={selection}
          canEdit={canEdit}
          onEdit={openRange}
          onClear={() => setSelection(({ active }) => moveTo(active))}
        />
        <Legend bands={bands} />
      </div>
    </div>
  );
}
