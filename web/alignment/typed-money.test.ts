import { expect, test } from 'vitest';
import { centsTyped, moneyTyped } from './typed-money.ts';

test.each([
  ['', null],
  ['  ', null],
  ['0', 0],
  ['12', 1200],
  ['12.5', 1250],
  ['.5', 50],
  ['$1,234.56', 123456],
  ['10000000000000', 1_000_000_000_000_000],
  ['10000000000000.01', undefined],
  ['-5', undefined],
  ['1.234', undefined],
  ['.', undefined],
  ['1e3', undefined],
  ['twelve', undefined],
])('"%s" is %s cents', (text, cents) => {
  expect(centsTyped(text)).toBe(cents);
});

test.each([0, 5, 1200, 123456])('%i cents are typed as they are read', (cents) => {
  expect(centsTyped(moneyTyped(cents))).toBe(cents);
});
