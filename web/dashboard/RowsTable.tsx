import { type ReactNode, useMemo, useState } from 'react';
import type { DashboardRows } from '../../contract/dashboard-rows.ts';
import type { Figure } from '../../domain/dashboard/rows.ts';
import type { ValueKind } from '../../domain/segments/midpoint.ts';
import { useMoney } from '../me/queries.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { cellColumns, companyColumns, type RowColumn, revenueColumns } from './row-columns.tsx';
import { useStatusNamed } from './use-statuses.ts';

interface RowsTableProps {
  readonly data: DashboardRows;
  /** The figure that was opened, which the rows are first sorted by. */
  readonly figure: Figure | null;
  readonly value: ValueKind;
}

/** The rows behind a figure, in the table that fits their kind. */
export function RowsTable({ data, figure, value }: RowsTableProps) {
  const money = useMoney();
  const statusNamed = useStatusNamed();
  switch (data.kind) {
    case 'companies':
      return (
        <SortedTable
          rows={data.rows}
          rowKey={({ id }) => id}
          columns={companyColumns(data.totals, money, statusNamed, value)}
          start={{ column: 'total', order: 'desc' }}
        />
      );
    case 'cells':
      return (
        <SortedTable
          rows={data.rows}
          rowKey={({ company, stackItem }) => JSON.stringify([company.id, stackItem.id])}
          columns={cellColumns(data.totals, money)}
          start={{ column: cellColumnOf(figure), order: 'desc' }}
        />
      );
    case 'revenue':
      return (
        <SortedTable
          rows={data.rows}
          rowKey={({ contract, line }) => JSON.stringify([contract.id, line?.id ?? null])}
          columns={revenueColumns(data.totals, money)}
          start={{ column: 'counts', order: 'desc' }}
        />
      );
  }
}

function cellColumnOf(figure: Figure | null): string {
  switch (figure) {
    case 'mrr':
      return 'currentMrr';
    case 'mrrOpportunity':
    case 'oneTimeOpportunity':
      return figure;
    case 'alignment':
    case 'aligned':
      return 'alignment';
    default:
      return 'total';
  }
}

interface SortedTableProps<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly RowColumn<Row>[];
  readonly start: Sort;
}

function SortedTable<Row>({ rows, rowKey, columns, start }: SortedTableProps<Row>): ReactNode {
  const [sort, setSort] = useState(start);
  const by = columns.find(({ id }) => id === sort.column)?.sortBy;
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are made anew each time; what they sort by hangs on the column alone
  const sorted = useMemo(() => (by ? sortRows(rows, by, sort.order) : rows), [rows, sort]);
  return (
    <DataTable
      label="Rows behind the figure"
      columns={columns}
      rows={sorted}
      rowKey={rowKey}
      sort={sort}
      onSort={setSort}
      maxHeight="calc(100vh - 170px)"
    />
  );
}
