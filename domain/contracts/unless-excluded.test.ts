import { expect, test } from 'vitest';
import type { Contract } from '../portfolio/facts.ts';
import { contract, definitions, line } from '../portfolio/test-company.ts';
import { revenueUnlessExcluded } from './unless-excluded.ts';

const rules = definitions({ excludedVendors: new Set(['Carrier', 'Lessor']) });
const days = { asOf: '2026-11-22', twelveMonthsAgo: '2025-11-22' };

test.each<[string, Partial<Contract>, number]>([
  ['a contract that counts', { amount: 10000 }, 10000],
  ['one that is excluded', { amount: 10000, excluded: true }, 10000],
  ['one of an excluded vendor', { amount: 10000, vendor: 'Carrier' }, 10000],
  ['one that is both', { amount: 10000, vendor: 'Carrier', excluded: true }, 10000],
  [
    'its lines of that vendor too',
    { vendor: 'Carrier', lines: [line({ vendor: 'Carrier', unitPrice: 500 })] },
    500,
  ],
  [
    'not its lines of another excluded vendor',
    { vendor: 'Carrier', lines: [line({ vendor: 'Lessor', unitPrice: 500 })] },
    0,
  ],
  ['not one that has ended', { amount: 10000, excluded: true, end: '2026-11-21' }, 0],
  ['not one in a currency without a rate', { amount: 10000, excluded: true, currency: 'EUR' }, 0],
])('%s', (_, own, mrr) => {
  expect(revenueUnlessExcluded(contract(own), rules, days).mrr).toBe(mrr);
});
