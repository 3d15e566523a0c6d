import { expect, test } from 'vitest';
import type { Contract } from '../portfolio/facts.ts';
import { contract, definitions, line } from '../portfolio/test-company.ts';
import { contractRevenue } from './contract-revenue.ts';
import { renewalsWithin, renewalTotals } from './renewals.ts';

const asOf = '2026-11-22';
const days = { asOf, twelveMonthsAgo: '2025-11-22' };
const rules = definitions({ excludedVendors: new Set(['Carrier']) });

function ends(within: number, ...contracts: Partial<Contract>[]) {
  const revenue = contracts.map((own) => contractRevenue(contract({ amount: 100, ...own }), rules, days));
  return renewalsWithin(revenue, asOf, within);
}

test.each<[string, Partial<Contract>, number, number | null]>([
  ['today', { end: '2026-11-22' }, 30, 0],
  ['yesterday', { end: '2026-11-21' }, 30, null],
  ['on the last of 30 days', { end: '2026-12-22' }, 30, 30],
  ['the day after', { end: '2026-12-23' }, 30, null],
  ['on the last of 90 days', { end: '2027-02-20' }, 90, 90],
  ['never', {}, 90, null],
  ['soon, but inactive', { end: '2026-12-01', status: 'inactive' }, 30, null],
  ['soon, but excluded', { end: '2026-12-01', excluded: true }, 30, null],
  ['soon, but of an excluded vendor', { end: '2026-12-01', vendor: 'Carrier' }, 30, null],
  ['soon, but in another currency', { end: '2026-12-01', currency: 'EUR' }, 30, null],
  ['soon, but not begun', { start: '2026-11-23', end: '2026-12-01' }, 30, null],
])('a contract that ends %s', (_, own, within, expected) => {
  expect(ends(within, own).map((renewal) => renewal.days)).toEqual(expected === null ? [] : [expected]);
});

test('what is at stake is what the contract adds to MRR', () => {
  const seats = line({ quantity: '10', unitPrice: 2000 });
  const cancelled = line({ unitPrice: 700, cancelledOn: '2026-01-01' });
  const [renewal] = ends(30, { end: '2026-12-01', amount: null, lines: [seats, cancelled] });
  expect(renewal).toMatchObject({ end: '2026-12-01', days: 9, mrr: 20000 });
});

test('longer horizons include the shorter ones', () => {
  const totals = renewalTotals([
    { days: 0, mrr: 100 },
    { days: 30, mrr: 10 },
    { days: 31, mrr: 1 },
    { days: 90, mrr: -5 },
  ]);
  expect(totals).toEqual([
    { within: 30, contracts: 2, mrr: 110 },
    { within: 60, contracts: 3, mrr: 111 },
    { within: 90, contracts: 4, mrr: 106 },
  ]);
});
