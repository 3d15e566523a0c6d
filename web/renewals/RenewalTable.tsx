import { useMemo } from 'react';
import type { Renewals } from '../../contract/renewals.ts';
import { useStatusNamed } from '../dashboard/use-statuses.ts';
import { useMoney } from '../me/queries.ts';
import { DataTable } from '../ui/DataTable.tsx';
import panel from '../ui/Panel.module.css';
import { sortRows } from '../ui/sort-rows.ts';
import { renewalColumns, SORT_BY } from './renewal-columns.tsx';
import type { RenewalSort, RenewalsView } from './renewals-view.ts';

interface RenewalTableProps {
  readonly renewals: Renewals;
  readonly view: RenewalsView;
  readonly onSort: (sort: RenewalsView['sort']) => void;
}

/** The renewals, a row each, in the order asked for. */
export function RenewalTable({ renewals, view, onSort }: RenewalTableProps) {
  const money = useMoney();
  const statusNamed = useStatusNamed();
  const { column, order } = view.sort;
  const rows = useMemo(() => sortRows(renewals.items, SORT_BY[column], order), [renewals, column, order]);
  const total = renewals.totals.find(({ within }) => String(within) === view.within);
  return (
    <div className={panel.panel}>
      <DataTable
        label="Renewals"
        columns={renewalColumns(total, money, statusNamed)}
        rows={rows}
        rowKey={({ contract }) => contract.id}
        sort={view.sort}
        onSort={(sort) => onSort({ column: sort.column as RenewalSort, order: sort.order })}
        maxHeight="calc(100vh - 240px)"
      />
    </div>
  );
}
