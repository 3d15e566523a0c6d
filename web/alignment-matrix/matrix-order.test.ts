import { expect, test } from 'vitest';
import { companyOrder, gapShare, itemOrder } from './matrix-order.ts';
import { smallMatrix } from './testing/small-matrix.ts';

const { companies, stackItems } = smallMatrix;
const names = (entries: readonly { name: string }[], order: readonly number[]) =>
  order.map((at) => entries[at]!.name);

test.each([
  ['name', ['Ant', 'Bee', 'Cat', 'Dog']],
  // Ant 1 of 2, Bee 2 of 2, Cat nothing counts, Dog 1 of 1
  ['gap', ['Bee', 'Dog', 'Ant', 'Cat']],
  ['amount', ['Dog', 'Bee', 'Ant', 'Cat']],
] as const)('companies by %s', (sort, expected) => {
  expect(names(companies, companyOrder(companies, sort))).toEqual(expected);
});

test.each([
  ['stack', ['Phones', 'Backup', 'Antivirus']],
  ['name', ['Antivirus', 'Backup', 'Phones']],
  // Phones 2 of 3, Backup 2 of 2, Antivirus nothing counts
  ['gap', ['Backup', 'Phones', 'Antivirus']],
  ['amount', ['Phones', 'Backup', 'Antivirus']],
] as const)('stack items by %s', (sort, expected) => {
  expect(names(stackItems, itemOrder(stackItems, sort))).toEqual(expected);
});

test.each([
  [4, 1, 0.75],
  [4, 4, 0],
  [0, 0, null],
])('of %i cells %i aligned leave a gap of %s', (applicable, aligned, gap) => {
  expect(gapShare({ applicable, aligned })).toBe(gap);
});
