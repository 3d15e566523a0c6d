import { type CSSProperties, useCallback, useRef, useState } from 'react';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { sourceWords } from '../companies/source-words.ts';
import { formatDecimal } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { useGrid } from './grid-context.ts';
import { SourceMark } from './SourceMark.tsx';

interface SliderCellProps {
  readonly row: AlignmentRow;
  readonly active: boolean;
}

/** How far a cell is aligned: a slider with the band's colour and letter, which is saved when it is let go. */
export function SliderCell({ row, active }: SliderCellProps) {
  const { bands, mayEdit } = useGrid();
  const slider = useSlider(row);
  const value = slider.dragged ?? row.alignment;
  const band = bands.at(value);
  const editable = mayEdit && row.applicable;
  if (!row.applicable) return <span className={classes.text}>{formatDecimal(value)}%</span>;
  return (
    <div
      className={classes.cellParts}
      data-edit={editable ? 'text' : undefined}
      style={{ '--band': band.color, '--at': `${value}%` } as CSSProperties}
    >
      <input
        ref={slider.ref}
        type="range"
        min={0}
        max={100}
        step="any"
        className={classes.slider}
        value={value}
        disabled={!editable}
        data-stop={editable || undefined}
        tabIndex={editable && active ? 0 : -1}
        aria-label={`Alignment: ${row.stackItem.name}`}
        aria-valuetext={`${formatDecimal(value)}%, ${band.name}, ${sourceWords(row.alignmentSource)}`}
        onChange={(event) => slider.drag(Math.round(event.currentTarget.valueAsNumber))}
      />
      <span className={`${classes.percent} ${classes.text}`} data-source={row.alignmentSource}>
        {formatDecimal(value)}%
      </span>
      <span className={classes.band} aria-hidden>
        {band.letter}
      </span>
      <SourceMark row={row} field="alignment" source="" />
    </div>
  );
}

/** Where a slider has been dragged to, until the browser says that it was let go (its `change`, which React hides). */
function useSlider(row: AlignmentRow) {
  const { save } = useGrid();
  const [dragged, setDragged] = useState<number | null>(null);
  const drag = useRef<{ readonly seen: AlignmentRow; readonly to: number } | null>(null);
  const ref = useCallback(
    (input: HTMLInputElement | null) => {
      const letGo = () => {
        const { seen, to } = drag.current ?? { seen: null, to: 0 };
        drag.current = null;
        setDragged(null);
        if (seen && to !== seen.alignment) save(seen, { alignment: to });
      };
      input?.addEventListener('change', letGo);
      return () => input?.removeEventListener('change', letGo);
    },
    [save],
  );
  return {
    ref,
    dragged,
    drag: (to: number) => {
      drag.current = { seen: drag.current?.seen ?? row, to };
      setDragged(to);
    },
  };
}
