import { expect, test } from 'vitest';
import { cycleAmount } from './cycle.ts';

test.each([
  ['weekly', 10000, 43333],
  ['biweekly', 10000, 21667],
  ['monthly', 10000, 10000],
  ['bimonthly', 10000, 5000],
  ['quarterly', 10000, 3333],
  ['semiannual', 10000, 1667],
  ['annual', 120000, 10000],
  ['biennial', 120000, 5000],
  ['triennial', 120000, 3333],
  ['onetime', 120000, 120000],
] as const)('billed %s, %i cents count %i', (cycle, price, expected) => {
  expect(cycleAmount(price, '1', cycle)).toBe(expected);
});

test.each([
  ['half a cent goes up', 'bimonthly', 1, '1', 1],
  ['half a cent of credit goes up too', 'bimonthly', -1, '1', 0],
  ['seats first, rounding after', 'quarterly', 100, '2.5', 83],
  ['12.125 hours at 33.33', 'monthly', 3333, '12.125', 40413],
  ['no seats', 'annual', 99999, '0', 0],
] as const)('%s', (_, cycle, price, quantity, expected) => {
  expect(cycleAmount(price, quantity, cycle)).toBe(expected);
});
