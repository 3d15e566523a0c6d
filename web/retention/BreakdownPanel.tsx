import { Anchor, Select, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Retention } from '../../contract/retention.ts';
import { EXPLAINED_NAMES } from '../../domain/retention/definitions.ts';
import type { RetentionFigure } from '../../domain/retention/figures.ts';
import { BREAKDOWNS, type Breakdown } from '../../domain/retention/history.ts';
import { useMoney } from '../me/queries.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import type { Money } from '../ui/money.ts';
import { formatShare, formatWhole, NONE } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { BREAKDOWN_NAMES, definitionOf, LEDGER, RATES } from './figure-names.ts';
import type { RetentionOpening } from './queries.ts';

type Month = Pick<Retention['months'][number], 'figures' | 'csat'>;

interface GroupRow extends Month {
  readonly id: string | null;
  readonly name: string;
}

interface BreakdownPanelProps {
  readonly by: Breakdown;
  readonly onBy: (by: Breakdown) => void;
  /** Of the month in focus, in order. */
  readonly groups: readonly GroupRow[];
  /** All companies together. */
  readonly whole: Month;
  readonly onOpen: (opening: Omit<RetentionOpening, 'month'>) => void;
}

/** The month's figures for each account manager, group, segment or health status, as it was at the time. */
export function BreakdownPanel({ by, onBy, groups, whole, onOpen }: BreakdownPanelProps) {
  const money = useMoney();
  const [sort, setSort] = useState<Sort>({ column: 'name', order: 'asc' });
  const columns = breakdownColumns(by, whole, money, onOpen);
  const shown = groups.filter(({ figures, csat }) => hasFigures(figures) || csat.share !== null);
  const rows = useMemo(() => sorted(shown, sort), [shown, sort]);
  return (
    <Panel
      title="Where"
      actions={
        <Select
          aria-label="Break down by"
          size="xs"
          w={170}
          allowDeselect={false}
          data={BREAKDOWNS.map((value) => ({ value, label: BREAKDOWN_NAMES[value] }))}
          value={by}
          onChange={(value) => value && onBy(value)}
        />
      }
    >
      <Text fz="sm" c="dimmed" mb="xs">
        {definitionOf('standing')}
      </Text>
      <DataTable
        label={`By ${BREAKDOWN_NAMES[by].toLowerCase()}`}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => JSON.stringify(id)}
        sort={sort}
        onSort={setSort}
        maxHeight="460px"
      />
    </Panel>
  );
}

const hasFigures = (figures: Month['figures']) =>
  figures !== null && LEDGER.some((line) => figures[line].companies > 0 || figures[line].mrr !== 0);

/** By name means: in the order in which they came, which is that of bands and quadrants. */
function sorted(rows: readonly GroupRow[], { column, order }: Sort): readonly GroupRow[] {
  if (column === 'name') return order === 'asc' ? rows : [...rows].reverse();
  return sortRows(rows, (row) => figureIn(row, column), order);
}

function figureIn({ figures, csat }: Month, column: string): number | null {
  if (column === 'csat') return csat.share;
  if (figures === null) return null;
  if (column === 'clients') return figures.end.companies;
  const rate = RATES.find((one) => one === column);
  if (rate) return figures.retention[rate];
  const line = LEDGER.find((one) => one === column);
  return line ? figures[line].mrr : null;
}

function breakdownColumns(
  by: Breakdown,
  whole: Month,
  money: Money,
  onOpen: BreakdownPanelProps['onOpen'],
): readonly Column<GroupRow>[] {
  const opener = (row: GroupRow, figure: RetentionFigure, text: string, empty: boolean): ReactNode =>
    empty ? (
      <Text span inherit c="dimmed">
        {text}
      </Text>
    ) : (
      <Anchor
        component="button"
        type="button"
        inherit
        c="inherit"
        aria-label={`${row.name}, ${figure}: ${text}`}
        onClick={() => onOpen({ figure, group: { id: row.id, name: row.name } })}
      >
        {text}
      </Anchor>
    );
  const amount = (month: Month, line: (typeof LEDGER)[number]) =>
    month.figures ? money.full(month.figures[line].mrr) : NONE;
  return [
    {
      id: 'name',
      header: BREAKDOWN_NAMES[by],
      width: 150,
      sortable: true,
      cell: ({ name }) => name,
      total: 'All companies',
    },
    ...LEDGER.map((line) => ({
      id: line,
      header: EXPLAINED_NAMES[line],
      width: 106,
      numeric: true,
      sortable: true,
      cell: (row: GroupRow) => opener(row, line, amount(row, line), !row.figures?.[line].companies),
      total: amount(whole, line),
    })),
    {
      id: 'clients',
      header: 'Clients',
      width: 66,
      numeric: true,
      sortable: true,
      cell: ({ figures }: GroupRow) => formatWhole(figures?.end.companies ?? null),
      total: formatWhole(whole.figures?.end.companies ?? null),
    },
    ...RATES.map((rate) => ({
      id: rate,
      header: { net: 'Net', gross: 'Gross', logo: 'Logo' }[rate],
      width: 76,
      numeric: true,
      sortable: true,
      cell: (row: GroupRow) => {
        const share = row.figures?.retention[rate] ?? null;
        return opener(row, 'retention', formatShare(share), share === null);
      },
      total: formatShare(whole.figures?.retention[rate] ?? null),
    })),
    {
      id: 'csat',
      header: 'CSAT',
      width: 72,
      numeric: true,
      sortable: true,
      cell: (row: GroupRow) => opener(row, 'csat', formatShare(row.csat.share), row.csat.share === null),
      total: formatShare(whole.csat.share),
    },
  ];
}
