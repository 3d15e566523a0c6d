import { expect, test } from 'vitest';
import type { ContractLineRecord } from '../records.ts';
import { line } from '../testing/some-records.ts';
import { priceOf } from './price.ts';

test.each<
  [string, Partial<ContractLineRecord>, readonly [quantity: string, price: string, note: string] | null]
>([
  ['whole cents stay', { quantity: '40', unitPrice: '12.5' }, ['40', '12.50', '']],
  ['zeros say nothing', { quantity: '1.50', unitPrice: '12.3400' }, ['1.5', '12.34', '']],
  [
    'fractions of a cent: the whole',
    { quantity: '40', unitPrice: '12.3455' },
    ['1', '493.82', ' (40 × 12.3455)'],
  ],
  [
    'a whole that is in fractions too',
    { quantity: '3', unitPrice: '0.0451' },
    ['0.1353', '1.00', ' (3 × 0.0451)'],
  ],
  ['a credit', { quantity: '2', unitPrice: '-10' }, ['2', '-10.00', '']],
  ['not billed', { quantity: '10', unitPrice: '9', billable: false }, ['10', '0.00', ' (not billed)']],
  ['no price', { quantity: '10', unitPrice: null }, ['10', '', '']],
  ['more than can be added up', { quantity: '100000000000', unitPrice: '10000' }, null],
])('%s', (_, own, expected) => {
  const price = priceOf(line(own));
  expect(price && [price.quantity, price.unitPrice, price.note]).toEqual(expected);
});
