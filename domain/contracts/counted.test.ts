import { expect, test } from 'vitest';
import type { Contract } from '../portfolio/facts.ts';
import { contract, definitions, line } from '../portfolio/test-company.ts';
import { contractRevenue } from './contract-revenue.ts';
import { countedInWords } from './counted.ts';

const days = { asOf: '2026-11-22', twelveMonthsAgo: '2025-11-22' };

test.each<[string, Partial<Contract>, boolean, string]>([
  ['in force', { amount: 100 }, true, 'In force'],
  ['excluded', { amount: 100, excluded: true }, false, 'This contract is excluded'],
  ['ended', { amount: 100, end: '2026-11-21' }, false, 'The contract ended on 2026-11-21'],
  ['in force to this day', { amount: 100, end: '2026-11-22' }, true, 'In force'],
  ['empty', {}, false, 'It has no amount and no line'],
  [
    'ended, but with a project of this year',
    {
      end: '2026-10-31',
      lines: [line({ unitPrice: 900 }), line({ cycle: 'onetime', unitPrice: 500, start: '2026-06-01' })],
    },
    true,
    'Dated 2026-06-01, within the last 12 months',
  ],
  [
    'in force with an old one-time amount',
    { amount: 100, cycle: 'onetime', start: '2024-01-01' },
    false,
    'Dated 2024-01-01, 12 months ago or longer',
  ],
  [
    'in force with every line cancelled',
    { amount: 100, lines: [line({ unitPrice: 5, cancelledOn: '2026-01-01' })] },
    false,
    'The line was cancelled on 2026-01-01',
  ],
  [
    'billed by a period that is not mapped',
    { amount: 100, unmappedCycle: 'Every 4 weeks' },
    false,
    'Its billing period "Every 4 weeks" is not mapped',
  ],
  [
    'with a line of such a period',
    { lines: [line({ unitPrice: 100, unmappedCycle: 'Lunar' })] },
    false,
    'Its billing period "Lunar" is not mapped',
  ],
  ['by lines, without any', { amount: 100, revenueFrom: 'lines' }, false, 'The contract counts by its lines'],
])('a contract %s', (_, own, counts, reason) => {
  const revenue = contractRevenue(contract(own), definitions(), days);
  expect(countedInWords(revenue, 'USD')).toEqual({ counts, reason });
});
