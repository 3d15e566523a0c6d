import { expect, test } from 'vitest';
import { listProductCodes, type ProductOfItem } from '../../contract/product-codes.ts';
import { filteredCodes, severalInWords } from './product-code-filter.ts';

const [example] = listProductCodes.examples.response!.items;
const of = (name: string, item: string): ProductOfItem => ({
  id: name,
  name,
  stackItem: { id: item, name: item },
});
const code = (name: string, products: ProductOfItem[]) => ({ ...example!, code: name, products });
const codes = [
  code('none', []),
  code('one', [of('DNSFilter', 'Web')]),
  code('items', [of('DNSFilter', 'Web'), of('Avanan', 'Mail')]),
  code('same', [of('DNSFilter', 'Web'), of('Umbrella', 'Web')]),
];

test.each([
  ['unmapped', ['none']],
  ['several', ['items', 'same']],
  ['all', ['none', 'one', 'items', 'same']],
] as const)('%s', (filter, shown) => {
  expect(filteredCodes(codes, filter).map((one) => one.code)).toEqual(shown);
});

test('what has just been mapped stays in sight', () => {
  expect(filteredCodes(codes, 'unmapped', new Set(['one'])).map((one) => one.code)).toEqual(['none', 'one']);
});

test.each([
  [0, null],
  [1, null],
  [2, 'Counts in full for each of 2 items'],
  [3, 'Clients are taken to use the first, DNSFilter'],
])('of code %i it is said: %s', (index, words) => {
  expect(severalInWords(codes[index]!)).toBe(words);
});
