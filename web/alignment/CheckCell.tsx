import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import classes from './alignment.module.css';
import type { GridColumn } from './grid-columns.ts';
import { useGrid } from './grid-context.ts';
import { SourceMark } from './SourceMark.tsx';

interface CheckCellProps {
  readonly row: AlignmentRow;
  readonly column: GridColumn;
  readonly active: boolean;
}

type CheckField = 'applicable' | 'agreementInclusion' | 'threat';

/** A yes or no of a row. */
export function CheckCell({ row, column, active }: CheckCellProps) {
  const { mayEdit, save } = useGrid();
  const field = column.field as CheckField;
  const editable = mayEdit && (row.applicable || field === 'applicable');
  const source = field === 'threat' ? '' : row[`${field}Source`];
  const by = source === 'typed' ? ', by hand' : source === 'tag' ? ', by tag' : '';
  return (
    <>
      <input
        type="checkbox"
        className={classes.check}
        checked={row[field]}
        disabled={!editable}
        data-stop={editable || undefined}
        tabIndex={editable && active ? 0 : -1}
        aria-label={`${column.header}: ${row.stackItem.name}${by}`}
        onChange={(event) => save(row, { [field]: event.currentTarget.checked } as AlignmentChange)}
      />
      <SourceMark row={row} field={field} source={source} />
    </>
  );
}
