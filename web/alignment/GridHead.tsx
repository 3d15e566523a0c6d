// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which no table element is made for
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the cells, or in their controls
import type { AlignmentRow } from '../../contract/alignment.ts';
import classes from './alignment.module.css';
import type { GridColumn } from './grid-columns.ts';

interface GridHeadProps {
  readonly columns: readonly GridColumn[];
  readonly rows: ReadonlyMap<string, AlignmentRow>;
  readonly selected: ReadonlySet<string>;
  readonly onSelectAll: (all: boolean) => void;
}

/** The columns' names, and the box that selects every row in view. */
export function GridHead({ columns, rows, selected, onSelectAll }: GridHeadProps) {
  const inView = [...rows.values()];
  const count = inView.filter(({ stackItem }) => selected.has(stackItem.id)).length;
  const all = count > 0 && count === inView.length;
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {columns.map(({ id, header, kind, numeric }, index) => (
          <div
            key={id}
            role="columnheader"
            className={classes.cell}
            data-kind={kind}
            data-numeric={numeric}
            aria-colindex={index + 1}
          >
            {kind === 'choose' ? (
              <input
                type="checkbox"
                className={classes.check}
                checked={all}
                ref={(box) => {
                  if (box) box.indeterminate = count > 0 && !all;
                }}
                aria-label="Select all rows in view"
                onChange={(event) => onSelectAll(event.currentTarget.checked)}
              />
            ) : (
              header
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
