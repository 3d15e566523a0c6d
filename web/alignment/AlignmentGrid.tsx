// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which no table element is made for
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the cells, or in their controls
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useMemo, useRef } from 'react';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { formatCount } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { NotesHint, ServiceHint } from './CellHint.tsx';
import { cellHint } from './cell-hints.ts';
import type { Walk } from './cursor.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { GRID_COLUMNS } from './grid-columns.ts';
import { type GridContext, GridProvider } from './grid-context.ts';
import { gridKeys } from './grid-keys.ts';
import type { GridLine } from './grid-lines.ts';
import type { CellField } from './typed-values.ts';
import { type Editing, placeOf, useCursor } from './use-cursor.ts';
import { useHint } from './use-hint.tsx';

type FieldsByItem = ReadonlyMap<string, ReadonlySet<CellField>>;

interface AlignmentGridProps {
  readonly label: string;
  readonly lines: readonly GridLine[];
  readonly selected: ReadonlySet<string>;
  readonly onSelectAll: (all: boolean) => void;
  /** What others have just changed, and what the server did not take, by stack item. */
  readonly fresh: FieldsByItem;
  readonly unsaved: FieldsByItem;
  /** All of it but `leave`, which is the grid's own. */
  readonly context: Omit<GridContext, 'leave'>;
  readonly onRefused: (row: AlignmentRow) => void;
}

const ROW_HEIGHT = 42;
const HEADING_HEIGHT = 34;
const PAGE = 10;

/**
 * The editable grid: rows beyond those in sight are not in the page, and only the cell that is being edited has an editor.
 * One cell at a time can be reached with Tab; the arrows walk from there.
 */
export function AlignmentGrid(props: AlignmentGridProps) {
  const { label, lines, selected, onSelectAll, fresh, unsaved, context, onRefused } = props;
  const { mayEdit } = context;
  const frame = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => GRID_COLUMNS.filter(({ kind }) => mayEdit || kind !== 'choose'), [mayEdit]);
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const walk = useMemo(
    (): Walk => ({ lines: [...rows.keys()], columns: columns.map(({ id }) => id), page: PAGE }),
    [rows, columns],
  );
  const cursor = useCursor(frame, walk);
  const { at, editing, begin, leave } = cursor;
  const rowAt = (line: string) => rows.get(line);
  const cursorLine = at ? lines.findIndex(({ key }) => key === at.line) : -1;

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => ('heading' in lines[index]! ? HEADING_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => lines[index]!.key,
    overscan: 24,
    // the row with the focus stays in the page wherever one scrolls
    rangeExtractor: useCallback(
      (range: Range) => withLine(defaultRangeExtractor(range), cursorLine),
      [cursorLine],
    ),
  });

  const hint = useHint((anchor) => hintOf(anchor, rowAt, context));
  const whole = useMemo((): GridContext => ({ ...context, leave }), [context, leave]);
  const keys = gridKeys({
    at,
    walk,
    columns,
    mayEdit,
    rowAt,
    go: cursor.go,
    begin,
    save: context.save,
    onRefused,
  });
  const onClick = ({ target }: MouseEvent) => {
    hint.hide();
    const opened = openedBy(target as Element, rowAt);
    if (opened) begin(opened);
  };
  return (
    <GridProvider value={whole}>
      <div
        ref={frame}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable={mayEdit}
        className={classes.frame}
        data-readonly={!mayEdit || undefined}
        onKeyDown={(event) => {
          hint.hide();
          if (editing === null && placeOf(event.target as Element)) keys(event);
        }}
        onClick={onClick}
        onFocus={({ target }) => {
          cursor.focused(target);
          if (target.matches(':focus-visible') && editing === null) hint.approach(target);
        }}
        onBlur={({ relatedTarget }) => {
          cursor.blurred(relatedTarget);
          hint.hide();
        }}
        onScroll={hint.hide}
        onPointerOver={({ target, pointerType }) => {
          if (pointerType !== 'touch' && editing === null) hint.approach(target);
        }}
        onPointerLeave={hint.leave}
      >
        <GridHead columns={columns} rows={rows} selected={selected} onSelectAll={onSelectAll} />
        <div className={classes.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            if (line === undefined) return null;
            if ('heading' in line)
              return (
                <Heading key={key} line={line} top={start} rowIndex={index + 2} columns={columns.length} />
              );
            const item = line.row.stackItem.id;
            const holdsCursor = at?.line === line.key;
            return (
              <GridRow
                key={key}
                row={line.row}
                line={line.key}
                columns={columns}
                rowIndex={index + 2}
                top={start}
                activeColumn={holdsCursor ? at.column : null}
                editing={editing?.line === line.key ? editing : null}
                selected={selected.has(item)}
                fresh={fresh.get(item)}
                unsaved={unsaved.get(item)}
              />
            );
          })}
        </div>
      </div>
      {hint.hint}
    </GridProvider>
  );
}

interface HeadingProps {
  readonly line: Extract<GridLine, { heading: string }>;
  readonly top: number;
  readonly rowIndex: number;
  readonly columns: number;
}

function Heading({ line: { heading, count }, top, rowIndex, columns }: HeadingProps) {
  return (
    <div role="row" className={`${classes.line} ${classes.heading}`} style={{ top }} aria-rowindex={rowIndex}>
      <div role="gridcell" aria-colspan={columns} className={classes.headingText}>
        {heading} <small>{formatCount(count, 'item', 'items')}</small>
      </div>
    </div>
  );
}

function rowsOf(lines: readonly GridLine[]): ReadonlyMap<string, AlignmentRow> {
  return new Map(lines.flatMap((line) => ('row' in line ? [[line.key, line.row] as const] : [])));
}

function withLine(range: number[], line: number): number[] {
  return line < 0 || range.includes(line) ? range : [...range, line].sort((a, b) => a - b);
}

/** The cell that a click opens for editing. */
function openedBy(target: Element, rowAt: (line: string) => AlignmentRow | undefined): Editing | null {
  const opens = target.closest('[data-edit]') && !target.closest('button, input');
  const place = opens && placeOf(target);
  const seen = place ? rowAt(place.line) : undefined;
  return place && seen ? { ...place, seen, start: null } : null;
}

function hintOf(
  anchor: HTMLElement,
  rowAt: (line: string) => AlignmentRow | undefined,
  context: Omit<GridContext, 'leave'>,
) {
  const place = placeOf(anchor);
  const row = place && rowAt(place.line);
  if (!row) return null;
  const { hint = '' } = anchor.dataset;
  if (hint === 'notes') return <NotesHint notes={row.notes} />;
  if (hint === 'service') return <ServiceHint row={row} />;
  const lines = cellHint(row, hint, context);
  return lines.length > 0 ? lines.map((line) => <p key={line}>{line}</p>) : null;
}
