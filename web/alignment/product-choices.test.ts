import { expect, test } from 'vitest';
import { productChoices } from './product-choices.ts';
import { rowOf } from './testing/row-of.ts';

const row = rowOf('dns', {
  products: [
    { id: 'dnsfilter', name: 'DNSFilter', standing: 'preferred' },
    { id: 'umbrella', name: 'Umbrella', standing: 'supported' },
  ],
  currentProduct: null,
  currentProductSource: 'typed',
});
const labels = (field: 'currentProduct' | 'opportunityProduct', text: string) =>
  productChoices(row, field, text).map(({ label }) => label);

test.each([
  ['currentProduct', '', ['DNSFilter', 'Umbrella', 'None', 'By the rules']],
  ['opportunityProduct', '', ['DNSFilter', 'Umbrella', 'By the rules']],
  ['currentProduct', 'umb', ['Umbrella', 'Add “umb”']],
  ['currentProduct', ' UMBRELLA ', ['Umbrella']],
  ['currentProduct', 'none', ['None']],
  ['currentProduct', 'Hosts file 📄', ['Add “Hosts file 📄”']],
  ['currentProduct', 'x'.repeat(501), []],
  ['opportunityProduct', 'Hosts file', []],
] as const)('%s, "%.20s": %j', (field, text, expected) => {
  expect(labels(field, text)).toEqual(expected);
});

test('each makes its change, and the one that is set is marked', () => {
  expect(productChoices(row, 'currentProduct', '').map(({ change, chosen }) => [change, chosen])).toEqual([
    [{ currentProduct: 'dnsfilter' }, false],
    [{ currentProduct: 'umbrella' }, false],
    [{ currentProduct: 'none' }, true],
    [{ currentProduct: null }, false],
  ]);
  expect(productChoices(row, 'currentProduct', '=1+1').at(-1)?.change).toEqual({
    currentProductName: '=1+1',
  });
});
