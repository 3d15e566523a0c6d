import type { z } from 'zod';
import type { RevenueRow } from '../../contract/explanation.ts';
import type { CellRow, CompanyRow } from '../../domain/dashboard/rows.ts';
import { type CsvColumn, csvMoney } from '../platform/csv.ts';

export const companyColumns: readonly CsvColumn<CompanyRow>[] = [
  ['Company id', (row) => row.id],
  ['Company', (row) => row.name],
  ['Value', (row) => csvMoney(row.value)],
  ['MRR', (row) => csvMoney(row.mrr)],
  ['Employees', (row) => row.employees],
  ['Health', (row) => row.health],
  ['Status', (row) => row.status],
  ['Effort', (row) => row.effort],
  ['Segment', (row) => row.quadrant ?? 'not_placed'],
  ['MRR opportunity', (row) => csvMoney(row.mrrOpportunity)],
  ['One-time opportunity', (row) => csvMoney(row.oneTimeOpportunity)],
  ['Opportunity', (row) => csvMoney(row.total)],
];

export const cellColumns: readonly CsvColumn<CellRow>[] = [
  ['Company id', (row) => row.company.id],
  ['Company', (row) => row.company.name],
  ['Stack item id', (row) => row.stackItem.id],
  ['Stack item', (row) => row.stackItem.name],
  ['Alignment', (row) => row.alignment],
  ['Aligned', (row) => row.aligned],
  ['Current MRR', (row) => csvMoney(row.currentMrr)],
  ['MRR opportunity', (row) => csvMoney(row.mrrOpportunity)],
  ['One-time opportunity', (row) => csvMoney(row.oneTimeOpportunity)],
  ['Opportunity', (row) => csvMoney(row.total)],
];

export const revenueColumns: readonly CsvColumn<z.output<typeof RevenueRow>>[] = [
  ['Contract id', (row) => row.contract.id],
  ['Contract', (row) => row.contract.name],
  ['Line id', (row) => row.line?.id ?? null],
  ['Line', (row) => row.line?.description ?? null],
  ['Vendor', (row) => row.vendor],
  ['Amount', (row) => csvMoney(row.amount)],
  ['Counts', (row) => row.counts],
  ['Reason', (row) => row.reason],
];
