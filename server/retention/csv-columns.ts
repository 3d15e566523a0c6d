import type { Retention, RetentionRows } from '../../contract/retention.ts';
import type { Named } from '../../contract/values.ts';
import { type CsvColumn, csvMoney } from '../platform/csv.ts';

/** A month of the whole, or of a group of the breakdown. */
export type CsvMonth = Pick<Retention['months'][number], 'month' | 'start' | 'end' | 'figures' | 'csat'> & {
  readonly group: Pick<Retention['groups'][number], 'id' | 'name'> | null;
};

const AMOUNTS = [
  ['start', 'Starting'],
  ['new', 'New'],
  ['returning', 'Returning'],
  ['expansion', 'Expansion'],
  ['contraction', 'Contraction'],
  ['churn', 'Churn'],
  ['end', 'Ending'],
] as const;

/** Shares as they come, 0–1; what is not on record stays empty. */
export const monthColumns: readonly CsvColumn<CsvMonth>[] = [
  ['Month', (row) => row.month],
  ['From', (row) => row.start],
  ['To', (row) => row.end],
  ['Group id', (row) => row.group?.id ?? null],
  ['Group', (row) => row.group?.name ?? null],
  ...AMOUNTS.flatMap(([key, title]): CsvColumn<CsvMonth>[] => [
    [`${title} MRR`, ({ figures }) => csvMoney(figures?.[key].mrr ?? null)],
    [`${title} companies`, ({ figures }) => figures?.[key].companies ?? null],
  ]),
  ['Client retention', ({ figures }) => figures?.retention.logo ?? null],
  ['Gross revenue retention', ({ figures }) => figures?.retention.gross ?? null],
  ['Net revenue retention', ({ figures }) => figures?.retention.net ?? null],
  ['CSAT', ({ csat }) => csat.share],
  ['CSAT responses', ({ csat }) => csat.positive + csat.neutral + csat.negative],
];

type Row = RetentionRows['rows'][number];

const names = (where: readonly Named[] | null) => where?.map(({ name }) => name).join(', ') ?? null;

export const rowColumns: readonly CsvColumn<Row>[] = [
  ['Company id', (row) => row.company.id],
  ['Company', (row) => row.company.name],
  ['Starting MRR', (row) => csvMoney(row.start)],
  ['Ending MRR', (row) => csvMoney(row.end)],
  ['Movement', (row) => row.movement],
  ['Change', (row) => csvMoney(row.amount)],
  ['Kept MRR', (row) => csvMoney(row.kept)],
  ['Account managers', (row) => names(row.accountManager)],
  ['Account groups', (row) => names(row.accountGroup)],
  ['Segment', (row) => names(row.segment)],
  ['Health', (row) => names(row.health)],
  ['Positive responses', (row) => row.csat?.positive ?? null],
  ['Neutral responses', (row) => row.csat?.neutral ?? null],
  ['Negative responses', (row) => row.csat?.negative ?? null],
];
