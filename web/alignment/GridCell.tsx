// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which no table element is made for
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the cells, or in their controls
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the linter does not see which of the two roles a cell has
import type { AlignmentRow } from '../../contract/alignment.ts';
import classes from './alignment.module.css';
import { CheckCell } from './CheckCell.tsx';
import { cellLabel } from './cell-label.ts';
import type { GridColumn } from './grid-columns.ts';
import { useGrid } from './grid-context.ts';
import { LinksCell } from './LinksCell.tsx';
import { ProductEditor } from './ProductEditor.tsx';
import { ServiceCell } from './ServiceCell.tsx';
import { SetCell } from './SetCell.tsx';
import { SliderCell } from './SliderCell.tsx';
import { TextEditor } from './TextEditor.tsx';
import type { Editing } from './use-cursor.ts';
import { ValueCell } from './ValueCell.tsx';

export interface GridCellProps {
  readonly row: AlignmentRow;
  readonly column: GridColumn;
  readonly columnIndex: number;
  /** The keyboard is in it. */
  readonly active: boolean;
  /** Null: its editor is not open. */
  readonly editing: Editing | null;
  /** Somebody else has just changed it. */
  readonly fresh: boolean;
  /** The server has not taken it. */
  readonly unsaved: boolean;
  readonly children?: React.ReactNode;
}

/** Kinds whose cells are edited as text or by a list. */
const OPENED = { product: 'product', money: 'text', text: 'text', slider: 'text' } as const;

/** One cell of the grid, with its editor while it is being edited. */
export function GridCell(props: GridCellProps) {
  const { row, column, columnIndex, active, editing, fresh, unsaved, children } = props;
  const { money, mayEdit } = useGrid();
  const { kind } = column;
  const editable = mayEdit && (row.applicable || column.field === 'applicable');
  const opens = kind in OPENED ? OPENED[kind as keyof typeof OPENED] : undefined;
  const hasControl =
    kind === 'service' ||
    kind === 'choose' ||
    (kind === 'links' && (row.links.length > 0 || editable)) ||
    ((kind === 'check' || kind === 'slider') && editable);
  return (
    <div
      role={kind === 'service' ? 'rowheader' : 'gridcell'}
      className={classes.cell}
      data-column={column.id}
      data-kind={kind}
      data-hint={column.id}
      data-numeric={column.numeric}
      data-edit={(editable && kind !== 'slider' && opens) || undefined}
      data-fresh={fresh || undefined}
      data-unsaved={unsaved || undefined}
      tabIndex={hasControl || editing ? undefined : active ? 0 : -1}
      aria-colindex={columnIndex}
      aria-readonly={opens && !editable ? true : undefined}
      aria-haspopup={opens === 'product' && editable ? 'listbox' : undefined}
      aria-label={hasControl || kind === 'said' ? undefined : cellLabel(row, column, money)}
    >
      {children ??
        (editing ? (
          kind === 'product' ? (
            <ProductEditor editing={editing} column={column} />
          ) : (
            <TextEditor editing={editing} column={column} />
          )
        ) : (
          <Content row={row} column={column} active={active} />
        ))}
    </div>
  );
}

function Content({ row, column, active }: Pick<GridCellProps, 'row' | 'column' | 'active'>) {
  switch (column.kind) {
    case 'service':
      return <ServiceCell row={row} active={active} />;
    case 'check':
      return <CheckCell row={row} column={column} active={active} />;
    case 'slider':
      return <SliderCell row={row} active={active} />;
    case 'links':
      return <LinksCell row={row} active={active} />;
    case 'said':
      return <SetCell row={row} />;
    default:
      return <ValueCell row={row} column={column} />;
  }
}
