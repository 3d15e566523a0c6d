// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out cells both down and across
// biome-ignore-all lint/a11y/useFocusableInteractive: the one tab stop of a grid is its active cell
import { defaultRangeExtractor, type Range as IndexRange, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react';
import type { BandMark } from '../alignment/band-mark.ts';
import type { Money } from '../ui/money.ts';
import type { Axes } from './axes.ts';
import { placeAfter } from './grid-keys.ts';
import type { GridSizes } from './grid-sizes.ts';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import classes from './matrix.module.css';
import { placeWords } from './matrix-words.ts';
import { extendTo, HEAD, moveTo, type Place, type Selection, type Size, take } from './selection.ts';
import { placeOf, useGridPointer } from './use-grid-pointer.ts';
import { useShorten } from './use-shorten.ts';

interface MatrixGridProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly axes: Axes;
  readonly size: Size;
  readonly sizes: GridSizes;
  readonly bands: readonly BandMark[];
  readonly money: Money;
  readonly selection: Selection;
  readonly onSelect: (change: (selection: Selection) => Selection) => void;
  readonly onOpen: (place: Place) => void;
  /** Enter on a selection of several cells. */
  readonly onOpenRange: () => void;
  /** What stands in the corner. */
  readonly children: ReactNode;
}

/** The matrix itself: frozen heads, and only what is in sight in the page, down and across. */
export function MatrixGrid(props: MatrixGridProps) {
  const { frame, axes, size, sizes, bands, money, selection, onSelect, onOpen, children } = props;
  const { active, range } = selection;
  const short = useShorten(money);
  const rows = useVirtualizer({
    count: size.rows,
    getScrollElement: () => frame.current,
    estimateSize: () => sizes.cellHeight,
    paddingStart: sizes.headHeight,
    scrollPaddingStart: sizes.headHeight,
    overscan: 3,
    rangeExtractor: useKeeping(active.row),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: size.columns,
    getScrollElement: () => frame.current,
    estimateSize: () => sizes.cellWidth,
    paddingStart: sizes.headWidth,
    scrollPaddingStart: sizes.headWidth,
    overscan: 2,
    rangeExtractor: useKeeping(active.column),
  });

  const takesFocus = useRef(false);
  const select = (change: (selection: Selection) => Selection) => {
    takesFocus.current = true;
    onSelect(change);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes where the active cell goes, and nowhere else
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    if (active.row !== HEAD) rows.scrollToIndex(active.row);
    if (active.column !== HEAD) columns.scrollToIndex(active.column);
    focusActive(frame);
  }, [selection]);

  const pointer = useGridPointer({ frame, sizes, size, onSelect: select, onOpen });

  const onKeyDown = (event: KeyboardEvent) => {
    const far = event.ctrlKey || event.metaKey;
    const sight = (frame.current?.clientHeight ?? 0) - sizes.headHeight;
    const page = Math.max(1, Math.floor(sight / sizes.cellHeight) - 1);
    const place = placeAfter({ key: event.key, far }, active, size, page);
    if (place) {
      select((now) => (event.shiftKey ? extendTo(now, place, size) : moveTo(place)));
    } else if (event.key === 'Enter') {
      if (range) props.onOpenRange();
      else if (active.row !== HEAD && active.column !== HEAD) onOpen(active);
      else select(() => take(active, size));
    } else if (event.key === ' ') {
      const from = {
        row: far ? HEAD : active.row,
        column: event.shiftKey ? HEAD : active.column,
      };
      select(() => ({ ...take(from, size), active }));
    } else if (event.key === 'a' && far) {
      select(() => ({ ...take({ row: HEAD, column: HEAD }, size), active }));
    } else if (event.key === 'Escape') {
      select(() => moveTo(active));
    } else return;
    event.preventDefault();
  };

  /** What hovering says is written when it is asked for: there are too many cells to write it for all. */
  const onPointerOver = (event: PointerEvent) => {
    const place = placeOf(event.target);
    const element = (event.target as Element).closest<HTMLElement>('[aria-colindex]');
    if (place && element) element.title = placeWords(axes, place, bands, money);
  };

  const shown = columns.getVirtualItems();
  return (
    <div
      ref={frame}
      role="grid"
      aria-label="Stack alignment"
      aria-multiselectable
      aria-rowcount={size.rows + 1}
      aria-colcount={size.columns + 1}
      className={classes.frame}
      style={measures(sizes)}
      onKeyDown={onKeyDown}
      onPointerOver={onPointerOver}
      {...pointer}
    >
      <div
        role="rowgroup"
        className={classes.sheet}
        style={{ height: rows.getTotalSize(), width: columns.getTotalSize() }}
      >
        <MatrixHead
          heads={axes.columns}
          columns={shown}
          short={short}
          active={active.row === HEAD ? active.column : null}
        >
          {children}
        </MatrixHead>
        {rows.getVirtualItems().map(({ index, start }) => {
          const chosen = range && index >= range.top && index <= range.bottom ? range : null;
          return (
            <MatrixRow
              key={index}
              axes={axes}
              row={index}
              top={start}
              columns={shown}
              bands={bands}
              short={short}
              active={index === active.row ? active.column : null}
              from={chosen?.left ?? null}
              to={chosen?.right ?? null}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Brings the focus to the active cell. */
export const focusActive = (frame: RefObject<HTMLDivElement | null>): void =>
  frame.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });

/** What is in sight, and the active row or column wherever it is, so that it keeps the focus. */
function useKeeping(active: number) {
  return useCallback(
    (range: IndexRange) => {
      const shown = defaultRangeExtractor(range);
      if (active === HEAD || active >= range.count || shown.includes(active)) return shown;
      return active < range.startIndex ? [active, ...shown] : [...shown, active];
    },
    [active],
  );
}

const measures = (sizes: GridSizes): CSSProperties =>
  ({
    '--head-width': `${sizes.headWidth}px`,
    '--head-height': `${sizes.headHeight}px`,
    '--cell-width': `${sizes.cellWidth}px`,
    '--cell-height': `${sizes.cellHeight}px`,
  }) as CSSProperties;
