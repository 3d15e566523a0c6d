import { expect, test } from 'vitest';
import type { Contract, ContractLine } from '../portfolio/facts.ts';
import { contract, definitions, line } from '../portfolio/test-company.ts';
import { contractRevenue } from './contract-revenue.ts';

const rules = definitions({ excludedVendors: new Set(['Carrier']) });
const days = { asOf: '2026-11-22', twelveMonthsAgo: '2025-11-22' };

function revenue(own: Partial<Contract>) {
  return contractRevenue(contract(own), rules, days);
}

function verdicts(own: Partial<Contract>): string[] {
  return revenue(own).items.map((item) => item.verdict);
}

const header = { amount: 10000 };
const seat = line({ quantity: '10', unitPrice: 2000 });
const project = line({ cycle: 'onetime', unitPrice: 500000, start: '2026-06-01' });

test.each<[string, Partial<Contract>, number]>([
  ['a monthly header amount', header, 10000],
  ['a yearly one', { amount: 120000, cycle: 'annual' }, 10000],
  ['a credit', { amount: -10000 }, -10000],
  ['a one-time one', { amount: 10000, cycle: 'onetime', start: '2026-01-01' }, 0],
  ['no amount and no lines', {}, 0],
  ['lines, when the header has no amount', { lines: [seat] }, 20000],
  ['lines, when any recurs, not both', { ...header, lines: [seat] }, 20000],
  ['the header, when only one-time lines stand under it', { ...header, lines: [project] }, 10000],
  ['the header, when it says so', { ...header, revenueFrom: 'header', lines: [seat] }, 10000],
  ['lines, when it says so', { ...header, revenueFrom: 'lines' }, 0],
  [
    'lines that have all ended still keep the header out',
    { ...header, lines: [line({ unitPrice: 5, cancelledOn: '2026-01-01' })] },
    0,
  ],
  [
    'recurring lines under a one-time header',
    {
      amount: 10000,
      cycle: 'onetime',
      revenueFrom: 'header',
      lines: [line({ cycle: 'monthly', unitPrice: 700 })],
    },
    700,
  ],
  ["a line's empty cycle is its contract's", { cycle: 'annual', lines: [line({ unitPrice: 12000 })] }, 1000],
  [
    'a line with a cycle of its own',
    { cycle: 'annual', lines: [line({ unitPrice: 12000, cycle: 'monthly' })] },
    12000,
  ],
  [
    'each line is rounded by itself',
    { lines: [line({ unitPrice: 1, cycle: 'bimonthly' }), line({ unitPrice: 1, cycle: 'bimonthly' })] },
    2,
  ],
  ['nothing of a period that is not mapped', { ...header, unmappedCycle: 'Every 4 weeks' }, 0],
  [
    'lines of a contract with such a period, but one that has its own',
    {
      unmappedCycle: 'Every 4 weeks',
      lines: [line({ unitPrice: 500 }), line({ unitPrice: 12000, cycle: 'annual' })],
    },
    1000,
  ],
  [
    'all lines but the one with such a period',
    { lines: [seat, line({ unitPrice: 500, unmappedCycle: 'Every 4 weeks' })] },
    20000,
  ],
  ['a cycle that is known, whatever else is said', { ...header, cycle: 'annual', unmappedCycle: 'x' }, 833],
])('MRR: %s', (_, own, expected) => {
  expect(revenue(own).mrr).toBe(expected);
});

test.each<[string, Partial<Contract>, string]>([
  ['starts today', { start: '2026-11-22' }, 'counts'],
  ['starts tomorrow', { start: '2026-11-23' }, 'not started'],
  ['ends today', { end: '2026-11-22' }, 'counts'],
  ['ended yesterday', { end: '2026-11-21' }, 'ended'],
  ['inactive', { status: 'inactive' }, 'inactive'],
  ['excluded', { excluded: true }, 'contract excluded'],
  ['of an excluded vendor', { vendor: 'Carrier' }, 'vendor excluded'],
  ['of a vendor of almost that name', { vendor: 'carrier' }, 'counts'],
  ['in the workspace currency', { currency: 'USD' }, 'counts'],
  ['in another currency', { currency: 'EUR' }, 'other currency'],
  [
    'excluded, of an excluded vendor and ended',
    { excluded: true, vendor: 'Carrier', end: '2020-01-01' },
    'contract excluded',
  ],
])('a contract that %s: %s', (_, own, expected) => {
  expect(verdicts({ ...header, ...own })).toEqual([expected]);
  expect(revenue({ ...header, ...own }).mrr).toBe(expected === 'counts' ? 10000 : 0);
});

test.each<[string, Partial<ContractLine>, string]>([
  ['starts today', { start: '2026-11-22' }, 'counts'],
  ['starts tomorrow', { start: '2026-11-23' }, 'line not started'],
  ['is cancelled from tomorrow', { cancelledOn: '2026-11-23' }, 'counts'],
  ['is cancelled from today', { cancelledOn: '2026-11-22' }, 'line cancelled'],
  ['comes from an excluded vendor', { vendor: 'Carrier' }, 'line vendor excluded'],
])('a recurring line that %s: %s', (_, own, expected) => {
  const withLine = { lines: [line({ unitPrice: 500, ...own })] };
  expect(verdicts(withLine)).toEqual([expected]);
  expect(revenue(withLine).mrr).toBe(expected === 'counts' ? 500 : 0);
});

test('a line whose period is not mapped is no one-time line, and keeps the header out', () => {
  const unmapped = line({ unitPrice: 500, unmappedCycle: 'Every 4 weeks' });
  const own = { ...header, cycle: 'onetime', start: '2026-06-01', lines: [unmapped] } as const;
  expect(verdicts(own)).toEqual(['counted by lines', 'period not mapped']);
  expect(revenue(own)).toMatchObject({ mrr: 0, oneTime: 0 });
});

test.each<[string, Partial<ContractLine>, string]>([
  ['dated today', { start: '2026-11-22' }, 'counts'],
  ['dated tomorrow', { start: '2026-11-23' }, 'in the future'],
  ['dated 12 months ago less a day', { start: '2025-11-23' }, 'counts'],
  ['dated 12 months ago', { start: '2025-11-22' }, 'longer ago'],
  ['without a date', { start: null }, 'no start'],
  ['cancelled today', { start: '2026-06-01', cancelledOn: '2026-11-22' }, 'line cancelled'],
  ['cancelled from tomorrow', { start: '2026-06-01', cancelledOn: '2026-11-23' }, 'counts'],
  ['of an excluded vendor', { start: '2026-06-01', vendor: 'Carrier' }, 'line vendor excluded'],
])('a one-time line %s: %s', (_, own, expected) => {
  const withLine = { lines: [line({ cycle: 'onetime', quantity: '2', unitPrice: 500, ...own })] };
  expect(verdicts(withLine)).toEqual([expected]);
  expect(revenue(withLine)).toMatchObject({ mrr: 0, oneTime: expected === 'counts' ? 1000 : 0 });
});

test.each<[string, Partial<Contract>, number]>([
  ['a one-time header amount within the last 12 months', { start: '2026-06-01' }, 10000],
  ['longer ago', { start: '2025-11-22' }, 0],
  ['without a start', {}, 0],
  ['in an ended, inactive contract', { start: '2026-06-01', end: '2026-07-01', status: 'inactive' }, 10000],
  ['in an excluded contract', { start: '2026-06-01', excluded: true }, 0],
  ['in another currency', { start: '2026-06-01', currency: 'EUR' }, 0],
  ['its one-time lines do not count beside it', { start: '2026-06-01', lines: [project] }, 10000],
  [
    'unless the contract counts by its lines',
    { start: '2026-06-01', revenueFrom: 'lines', lines: [project] },
    500000,
  ],
])('one-time: %s', (_, own, expected) => {
  expect(revenue({ amount: 10000, cycle: 'onetime', ...own }).oneTime).toBe(expected);
});

test('a one-time line counts beside a recurring header, in an ended contract too', () => {
  expect(revenue({ ...header, lines: [project] })).toMatchObject({ mrr: 10000, oneTime: 500000 });
  expect(revenue({ ...header, end: '2026-07-01', lines: [project] })).toMatchObject({
    mrr: 0,
    oneTime: 500000,
  });
});

test('on 29 February the last 12 months begin after 28 February of the year before', () => {
  const leapDays = { asOf: '2024-02-29', twelveMonthsAgo: '2023-02-28' };
  const dated = (start: string) =>
    contractRevenue(contract({ lines: [line({ cycle: 'onetime', unitPrice: 1, start })] }), rules, leapDays)
      .oneTime;
  expect([dated('2023-02-28'), dated('2023-03-01'), dated('2024-02-29')]).toEqual([0, 1, 1]);
});
