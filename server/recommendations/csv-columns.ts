import type { Recommendation } from '../../contract/recommendations.ts';
import { type CsvColumn, csvMoney } from '../platform/csv.ts';

export const csvColumns: readonly CsvColumn<Recommendation>[] = [
  ['Recommendation id', (row) => row.id],
  ['Recommendation', (row) => row.title],
  ['Company id', (row) => row.company.id],
  ['Company', (row) => row.company.name],
  ['Status', (row) => row.status],
  ['Open', (row) => row.open],
  ['Category', (row) => row.category],
  ['Priority', (row) => row.priority],
  ['Owner', (row) => row.owner?.name ?? null],
  ['Target quarter', (row) => row.targetQuarter],
  ['Win probability', (row) => row.winProbability],
  ['MRR', (row) => csvMoney(row.mrr)],
  ['One-time', (row) => csvMoney(row.oneTime)],
  ['Weighted MRR', (row) => csvMoney(row.weightedMrr)],
  ['Weighted one-time', (row) => csvMoney(row.weightedOneTime)],
  ['Stack items', (row) => row.lines.flatMap(({ stackItem }) => stackItem?.name ?? []).join(', ')],
  ['Description', (row) => row.description],
];
