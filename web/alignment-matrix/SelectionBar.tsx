import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { BandMark } from '../alignment/band-mark.ts';
import type { Money } from '../ui/money.ts';
import { formatCount, formatWhole } from '../ui/numbers.ts';
import type { Axes } from './axes.ts';
import { figuresIn } from './chosen-cells.ts';
import classes from './matrix.module.css';
import { placeWords, rangeWords } from './matrix-words.ts';
import { type Range, type Selection, sizeOf } from './selection.ts';

interface SelectionBarProps {
  readonly axes: Axes;
  readonly bands: readonly BandMark[];
  readonly money: Money;
  readonly selection: Selection;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onClear: () => void;
}

/** What the selection holds and what can be done with it; without one, what the active cell says. */
export function SelectionBar(props: SelectionBarProps) {
  const { axes, bands, money, selection, canEdit, onEdit, onClear } = props;
  const { range, active } = selection;
  if (!range) return <p className={classes.said}>{placeWords(axes, active, bands, money)}</p>;
  const size = sizeOf(range);
  return (
    <div className={classes.said}>
      <RangeWords axes={axes} range={range} money={money} />
      {canEdit ? (
        <Button size="compact-sm" onClick={onEdit}>
          Edit {formatCount(size.rows * size.columns, 'cell', 'cells')}
        </Button>
      ) : null}
      <Button size="compact-sm" variant="default" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
}

interface RangeWordsProps {
  readonly axes: Axes;
  readonly range: Range;
  readonly money: Money;
}

function RangeWords({ axes, range, money }: RangeWordsProps) {
  const { counted, amount } = useMemo(() => figuresIn(axes, range), [axes, range]);
  return (
    <span role="status">
      {rangeWords(axes, range)}; {formatWhole(counted)} in the figures, {money.full(amount)}
    </span>
  );
}
