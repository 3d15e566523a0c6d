// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which no table element is made for
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the cells, or in their controls
import { memo } from 'react';
import type { AlignmentRow } from '../../contract/alignment.ts';
import classes from './alignment.module.css';
import { GridCell } from './GridCell.tsx';
import type { GridColumn } from './grid-columns.ts';
import { useGrid } from './grid-context.ts';
import type { CellField } from './typed-values.ts';
import type { Editing } from './use-cursor.ts';

export interface GridRowProps {
  readonly row: AlignmentRow;
  readonly line: string;
  readonly columns: readonly GridColumn[];
  /** Among all lines of the grid, from 2: the head is the first. */
  readonly rowIndex: number;
  /** Pixels from the head. */
  readonly top: number;
  /** The column that the keyboard is in; null: it is in another row. */
  readonly activeColumn: string | null;
  readonly editing: Editing | null;
  readonly selected: boolean;
  readonly fresh: ReadonlySet<CellField> | undefined;
  readonly unsaved: ReadonlySet<CellField> | undefined;
}

/** One row of the grid; only those that something has changed for are drawn anew. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, line, columns, rowIndex, top, activeColumn, editing, selected, fresh, unsaved } = props;
  const { mayEdit, select } = useGrid();
  return (
    <div
      role="row"
      className={classes.line}
      style={{ top }}
      data-line={line}
      data-off={!row.applicable || undefined}
      data-selected={selected || undefined}
      data-editing={editing !== null || undefined}
      aria-rowindex={rowIndex}
      aria-selected={mayEdit ? selected : undefined}
    >
      {columns.map((column, index) => {
        const active = activeColumn === column.id;
        return (
          <GridCell
            key={column.id}
            row={row}
            column={column}
            columnIndex={index + 1}
            active={active}
            editing={editing?.column === column.id ? editing : null}
            fresh={column.field !== undefined && fresh?.has(column.field) === true}
            unsaved={column.field !== undefined && unsaved?.has(column.field) === true}
          >
            {column.kind === 'choose' ? (
              <input
                type="checkbox"
                className={classes.check}
                checked={selected}
                data-stop
                tabIndex={active ? 0 : -1}
                aria-label={`Select ${row.stackItem.name}`}
                onChange={(event) => select(line, (event.nativeEvent as MouseEvent).shiftKey === true)}
              />
            ) : undefined}
          </GridCell>
        );
      })}
    </div>
  );
});
