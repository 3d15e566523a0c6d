import type { RetentionRows } from '../../contract/retention.ts';
import { EXPLAINED_NAMES } from '../../domain/retention/definitions.ts';
import type { RetentionFigure } from '../../domain/retention/figures.ts';
import type { StatusStyle } from '../charts/status-style.ts';
import { paths } from '../paths.ts';
import type { Column } from '../ui/DataTable.tsx';
import { AnchorLink } from '../ui/links.tsx';
import type { Money } from '../ui/money.ts';
import { formatCount, formatWhole, NONE } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import { BREAKDOWN_NAMES } from './figure-names.ts';

type Row = RetentionRows['rows'][number];

export interface RetentionRowColumn extends Column<Row> {
  readonly sortBy: (row: Row) => number | string | null;
}

interface Style {
  readonly money: Money;
  readonly statusNamed: (name: string) => StatusStyle | undefined;
}

/** What is said of each company behind a figure: the amounts or answers that the figure is made of, and where it stood. */
export function retentionRowColumns(
  { rows, totals }: RetentionRows,
  figure: RetentionFigure,
  { money, statusNamed }: Style,
): readonly RetentionRowColumn[] {
  return [
    {
      id: 'company',
      header: 'Company',
      width: 200,
      sortable: true,
      sortBy: ({ company }) => company.name,
      cell: ({ company: { id, name } }) => (
        <AnchorLink {...paths.customer(id)} fz="sm" fw={550} title={name}>
          {name}
        </AnchorLink>
      ),
      total: formatCount(rows.length, 'company', 'companies'),
    },
    ...(figure === 'csat' ? answerColumns(totals) : amountColumns(totals, figure, money)),
    {
      id: 'health',
      header: BREAKDOWN_NAMES.health,
      width: 140,
      sortable: true,
      sortBy: ({ health }) => health?.[0]?.name ?? null,
      cell: ({ health }) =>
        health?.[0] ? <StatusLabel name={health[0].name} status={statusNamed(health[0].name)} /> : NONE,
    },
    ...(['segment', 'accountManager'] as const).map((by) => ({
      id: by,
      header: BREAKDOWN_NAMES[by],
      width: 160,
      sortable: true,
      sortBy: (row: Row) => names(row[by]),
      cell: (row: Row) => names(row[by]) ?? NONE,
    })),
  ];
}

const names = (where: Row['segment']) => where?.map(({ name }) => name).join(', ') || null;

function amountColumns(
  totals: RetentionRows['totals'],
  figure: RetentionFigure,
  money: Money,
): RetentionRowColumn[] {
  const amounts = [
    ['start', EXPLAINED_NAMES.start],
    ['end', EXPLAINED_NAMES.end],
    ['amount', 'Change'],
    ...(figure === 'retention' ? ([['kept', 'Kept']] as const) : []),
  ] as const;
  return amounts.map(([key, header]) => ({
    id: key,
    header,
    width: 116,
    numeric: true,
    sortable: true,
    sortBy: (row) => row[key],
    cell: (row) => money.full(row[key]),
    total: money.full(totals[key]),
  }));
}

function answerColumns({ csat }: RetentionRows['totals']): RetentionRowColumn[] {
  return (['positive', 'neutral', 'negative'] as const).map((rating) => ({
    id: rating,
    header: rating[0]!.toUpperCase() + rating.slice(1),
    width: 90,
    numeric: true,
    sortable: true,
    sortBy: (row) => row.csat?.[rating] ?? null,
    cell: (row) => formatWhole(row.csat?.[rating] ?? null),
    total: formatWhole(csat[rating]),
  }));
}
