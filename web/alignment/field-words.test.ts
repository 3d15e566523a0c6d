import { expect, test } from 'vitest';
import { moneyIn } from '../ui/money.ts';
import { changeInWords, fieldInWords } from './field-words.ts';
import { rowOf } from './testing/row-of.ts';

const dollars = moneyIn('USD', 'en-US');
const row = rowOf('dns', {
  currentProduct: null,
  currentProductSource: 'typed',
  provider: null,
  mrrOpportunity: { amount: 125050, weighted: 125050, source: 'typed' },
});

test.each([
  ['currentProduct', 'no product'],
  ['opportunityProduct', 'nothing by hand, so it follows the rules'],
  ['mrrOpportunity', '$1,250.50'],
  ['provider', 'nobody else'],
  ['threat', 'no'],
] as const)('%s as it is set: %s', (field, words) => {
  expect(fieldInWords(row, field, dollars)).toBe(words);
});

test.each([
  ['currentProduct', { currentProduct: 'dnsfilter' }, 'DNSFilter'],
  ['currentProduct', { currentProductName: 'Hosts file' }, 'Hosts file'],
  ['alignment', { alignment: 62.5 }, '62.5%'],
  ['applicable', { applicable: true }, 'yes'],
  ['mrrOpportunity', { mrrOpportunity: null }, 'nothing by hand, so it follows the rules'],
] as const)('%s as a change sets it: %j', (field, change, words) => {
  expect(changeInWords(row, field, change, dollars)).toBe(words);
});
