import ChevronDown from 'lucide-react/icons/chevron-down';
import type { AlignmentRow } from '../../contract/alignment.ts';
import classes from './alignment.module.css';
import { cellText } from './cell-label.ts';
import type { GridColumn } from './grid-columns.ts';
import { useGrid } from './grid-context.ts';
import { SourceMark } from './SourceMark.tsx';

interface ValueCellProps {
  readonly row: AlignmentRow;
  readonly column: GridColumn;
}

/** A value that is edited in place: a product, an amount, a name; derived ones look different from those set by hand. */
export function ValueCell({ row, column }: ValueCellProps) {
  const { money, mayEdit } = useGrid();
  const { text, source } = cellText(row, column.id, money);
  const mark = column.field ? <SourceMark row={row} field={column.field} source={source} /> : null;
  return (
    <>
      {column.numeric ? mark : null}
      <span
        className={classes.text}
        data-source={source}
        data-derived={(source !== '' && source !== 'typed') || undefined}
        dir="auto"
      >
        {text}
      </span>
      {column.numeric ? null : mark}
      {column.kind === 'product' && source !== 'typed' && mayEdit && row.applicable ? (
        <ChevronDown size={18} className={classes.chevron} aria-hidden />
      ) : null}
    </>
  );
}
