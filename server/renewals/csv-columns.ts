import type { Renewal } from '../../contract/renewals.ts';
import { type CsvColumn, csvMoney } from '../platform/csv.ts';

export const csvColumns: readonly CsvColumn<Renewal>[] = [
  ['Company id', (row) => row.company.id],
  ['Company', (row) => row.company.name],
  ['Health', (row) => row.status],
  ['Contract id', (row) => row.contract.id],
  ['Contract', (row) => row.contract.name],
  ['Vendor', (row) => row.vendor],
  ['End', (row) => row.end],
  ['Days', (row) => row.days],
  ['MRR at stake', (row) => csvMoney(row.mrr)],
];
