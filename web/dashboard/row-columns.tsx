import { Text } from '@mantine/core';
import type { DashboardRows } from '../../contract/dashboard-rows.ts';
import type { ValueKind } from '../../domain/segments/midpoint.ts';
import type { StatusStyle } from '../charts/status-style.ts';
import { paths } from '../paths.ts';
import type { Column } from '../ui/DataTable.tsx';
import { AnchorLink } from '../ui/links.tsx';
import type { Money } from '../ui/money.ts';
import { formatCount, formatPercent, formatWhole, NONE } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';

type Rows<Kind extends DashboardRows['kind']> = Extract<DashboardRows, { kind: Kind }>;
type Row<Kind extends DashboardRows['kind']> = Rows<Kind>['rows'][number];

export interface RowColumn<R> extends Column<R> {
  readonly sortBy: (row: R) => number | string | null;
}

const column = <R,>(column: Omit<RowColumn<R>, 'sortable'>): RowColumn<R> => ({ ...column, sortable: true });

function moneyColumn<R>(
  id: string,
  header: string,
  amount: (row: R) => number | null,
  money: Money,
  total?: number,
): RowColumn<R> {
  return column({
    id,
    header,
    width: 118,
    numeric: true,
    cell: (row) => {
      const cents = amount(row);
      return cents === null ? NONE : money.full(cents);
    },
    sortBy: amount,
    ...(total === undefined ? {} : { total: money.full(total) }),
  });
}

const companyLink = ({ id, name }: { id: string; name: string }) => (
  <AnchorLink {...paths.customer(id)} fz="sm" title={name}>
    {name}
  </AnchorLink>
);

export function companyColumns(
  totals: Rows<'companies'>['totals'],
  money: Money,
  statusNamed: (name: string) => StatusStyle | undefined,
  value: ValueKind,
): readonly RowColumn<Row<'companies'>>[] {
  type R = Row<'companies'>;
  return [
    column<R>({
      id: 'name',
      header: 'Company',
      width: 190,
      cell: companyLink,
      sortBy: ({ name }) => name,
      total: formatCount(totals.companies, 'company', 'companies'),
    }),
    column<R>({
      id: 'status',
      header: 'Health',
      width: 150,
      cell: ({ status }) => <StatusLabel name={status} status={statusNamed(status)} />,
      sortBy: ({ health }) => health,
    }),
    column<R>({
      id: 'effort',
      header: 'Effort',
      width: 72,
      numeric: true,
      cell: ({ effort }) => formatWhole(effort),
      sortBy: ({ effort }) => effort,
    }),
    ...(value === 'perSeat' ? [moneyColumn<R>('value', 'MRR per seat', (row) => row.value, money)] : []),
    moneyColumn<R>('mrr', 'MRR', ({ mrr }) => mrr, money),
    moneyColumn<R>('mrrOpportunity', 'MRR opp.', (row) => row.mrrOpportunity, money, totals.mrrOpportunity),
    moneyColumn<R>(
      'oneTimeOpportunity',
      'One-time opp.',
      (row) => row.oneTimeOpportunity,
      money,
      totals.oneTimeOpportunity,
    ),
    moneyColumn<R>('total', 'Opportunity', ({ total }) => total, money, totals.total),
  ];
}

export function cellColumns(
  totals: Rows<'cells'>['totals'],
  money: Money,
): readonly RowColumn<Row<'cells'>>[] {
  type R = Row<'cells'>;
  return [
    column<R>({
      id: 'company',
      header: 'Company',
      width: 180,
      cell: ({ company }) => companyLink(company),
      sortBy: ({ company }) => company.name,
      total: formatCount(totals.cells, 'row', 'rows'),
    }),
    column<R>({
      id: 'stackItem',
      header: 'Stack item',
      width: 160,
      cell: ({ stackItem }) => stackItem.name,
      sortBy: ({ stackItem }) => stackItem.name,
    }),
    column<R>({
      id: 'alignment',
      header: 'Alignment',
      width: 118,
      numeric: true,
      cell: ({ alignment, aligned }) => `${formatPercent(alignment)}${aligned ? ' aligned' : ''}`,
      sortBy: ({ alignment }) => alignment,
      total: `${formatWhole(totals.aligned)} aligned`,
    }),
    moneyColumn<R>('currentMrr', 'Current MRR', (row) => row.currentMrr, money, totals.currentMrr),
    moneyColumn<R>('mrrOpportunity', 'MRR opp.', (row) => row.mrrOpportunity, money, totals.mrrOpportunity),
    moneyColumn<R>(
      'oneTimeOpportunity',
      'One-time opp.',
      (row) => row.oneTimeOpportunity,
      money,
      totals.oneTimeOpportunity,
    ),
    moneyColumn<R>('total', 'Opportunity', ({ total }) => total, money, totals.total),
  ];
}

export function revenueColumns(
  totals: Rows<'revenue'>['totals'],
  money: Money,
): readonly RowColumn<Row<'revenue'>>[] {
  type R = Row<'revenue'>;
  return [
    column<R>({
      id: 'contract',
      header: 'Contract',
      width: 200,
      cell: ({ contract, line }) =>
        line ? `${contract.name}: ${line.description ?? line.id}` : contract.name,
      sortBy: ({ contract, line }) => `${contract.name}: ${line?.description ?? ''}`,
      total: totals.override === null ? 'Sum of what counts' : 'Set by hand',
    }),
    column<R>({
      id: 'vendor',
      header: 'Vendor',
      width: 110,
      cell: ({ vendor }) => vendor ?? NONE,
      sortBy: ({ vendor }) => vendor,
    }),
    column<R>({
      id: 'counts',
      header: 'Counts',
      width: 72,
      cell: ({ counts }) => (counts ? 'Yes' : 'No'),
      sortBy: ({ counts }) => Number(counts),
    }),
    column<R>({
      id: 'reason',
      header: 'Why',
      width: 260,
      cell: ({ reason }) => <span title={reason}>{reason}</span>,
      sortBy: ({ reason }) => reason,
      ...(totals.override === null ? {} : { total: `Contracts give ${money.full(totals.fromContracts)}` }),
    }),
    column<R>({
      id: 'amount',
      header: 'Amount',
      width: 118,
      numeric: true,
      cell: ({ amount, counts }) => (
        <Text span fz="sm" c={counts ? '' : 'dimmed'} td={counts ? '' : 'line-through'}>
          {money.full(amount)}
        </Text>
      ),
      sortBy: ({ amount }) => amount,
      total: money.full(totals.amount),
    }),
  ];
}
