import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './DataTable.module.css';
import type { Sort } from './sort-rows.ts';
import { type HeadColumn, TableHead } from './TableHead.tsx';

export interface Column<Row> extends HeadColumn {
  /** Pixels; columns share what room there is in this proportion, and the table scrolls below their sum. */
  readonly width: number;
  readonly cell: (row: Row) => ReactNode;
  /** What stands at the bottom. */
  readonly total?: ReactNode;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** How high it may grow before it scrolls. */
  readonly maxHeight: string;
  /** The last row has come near. */
  readonly onEnd?: () => void;
}

const ROW_HEIGHT = 34;

/** A dense, sortable table of any length: only the rows in sight are in the page. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, maxHeight, onEnd } = props;
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const nearEnd = rows.length > 0 && last >= rows.length - 20;
  useEffect(() => {
    if (nearEnd) onEnd?.();
  }, [nearEnd, onEnd]);

  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section ref={frame} className={classes.frame} style={{ maxHeight }} tabIndex={0} aria-label={label}>
      <table
        className={classes.table}
        aria-rowcount={rows.length + 1}
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} sort={props.sort} onSort={props.onSort} />
        <tbody>
          <Spacer height={before} columns={columns.length} />
          {shown.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Line key={props.rowKey(row)} row={row} index={index} columns={columns} />
            );
          })}
          <Spacer height={after} columns={columns.length} />
        </tbody>
        <Foot columns={columns} />
      </table>
    </section>
  );
}

interface LineProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
}

function Line<Row>({ row, index, columns }: LineProps<Row>) {
  return (
    <tr aria-rowindex={index + 2}>
      {columns.map(({ id, numeric, cell }) => {
        const content = cell(row);
        const title = typeof content === 'string' ? content : undefined;
        return (
          <td key={id} className={numeric ? classes.numeric : undefined} title={title}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function Foot<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  if (!columns.some(({ total }) => total !== undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map(({ id, numeric, total }, index) => {
          const className = numeric ? classes.numeric : undefined;
          return index === 0 ? (
            <th key={id} scope="row" className={className}>
              {total}
            </th>
          ) : (
            <td key={id} className={className}>
              {total}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height > 0 ? (
    <tr className={classes.spacer} aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null;
}
