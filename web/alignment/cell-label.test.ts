import { expect, test } from 'vitest';
import { moneyIn } from '../ui/money.ts';
import { cellLabel } from './cell-label.ts';
import { GRID_COLUMNS } from './grid-columns.ts';
import { rowOf } from './testing/row-of.ts';

const row = rowOf('DNS', {
  currentProductSource: 'typed',
  provider: 'Bay Net',
  oneTimeOpportunity: { amount: 0, weighted: 0, source: 'none' },
});

test.each([
  ['applicable', 'Applicable of DNS: yes, by tag'],
  ['currentProduct', 'Current Product of DNS: None, set by hand'],
  ['opportunityProduct', 'Opportunity of DNS: DNSFilter, the preferred product'],
  ['alignment', 'Alignment of DNS: 0.0%, by product'],
  ['mrrOpportunity', 'MRR Opportunity of DNS: $1,200.00, from the price book'],
  ['oneTimeOpportunity', 'One-time (NRR) Opportunity of DNS: none'],
  ['provider', 'Provider of DNS: Bay Net'],
  ['threat', 'Threat of DNS: no'],
])('%s: %s', (id, label) => {
  const column = GRID_COLUMNS.find((candidate) => candidate.id === id)!;
  expect(cellLabel(row, column, moneyIn('USD', 'en-US'))).toBe(label);
});
