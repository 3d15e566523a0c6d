import { expect, test } from 'vitest';
import { moneyIn } from '../ui/money.ts';
import { type BulkField, type BulkName, changeWords, LEAVE_ALL, readBulk } from './bulk-change.ts';

const set = (value: string | number): BulkField => ({ how: 'set', value });
const rules: BulkField = { how: 'rules', value: '' };
const read = (fields: Partial<Record<BulkName, BulkField>>) => readBulk({ ...LEAVE_ALL, ...fields });

test('what is left as it is is not sent', () => {
  expect(read({})).toEqual({ change: null, problems: {} });
});

test.each([
  [{ applicable: set('true') }, { applicable: true }, 'applicable: yes'],
  [{ applicable: rules }, { applicable: null }, 'applicable: by the rules'],
  [{ currentProduct: set('none') }, { currentProduct: 'none' }, 'current product: none'],
  [{ currentProduct: set('duo') }, { currentProduct: 'duo' }, 'current product: Duo'],
  [{ alignment: set(62.5) }, { alignment: 62.5 }, 'alignment: 62.5%'],
  [{ agreementInclusion: set('false') }, { agreementInclusion: false }, 'agreement inclusion: no'],
  [{ mrrOpportunity: set(12.34) }, { mrrOpportunity: 1234 }, 'MRR opportunity: $12.34'],
  [{ oneTimeOpportunity: rules }, { oneTimeOpportunity: null }, 'one-time (NRR) opportunity: by the rules'],
  [{ provider: set(' Bob ') }, { provider: 'Bob' }, 'provider: “Bob”'],
  [
    { provider: rules, threat: set('false') },
    { provider: null, threat: false },
    'provider: none; threat: no',
  ],
])('%j', (fields, change, words) => {
  expect(read(fields)).toEqual({ change, problems: {} });
  expect(changeWords(change, moneyIn('USD', 'en-US'), () => 'Duo')).toBe(words);
});

test.each([
  ['alignment', ''],
  ['alignment', 101],
  ['alignment', -1],
  ['alignment', 1.234],
  ['mrrOpportunity', ''],
  ['mrrOpportunity', -5],
  ['oneTimeOpportunity', 1e14],
  ['provider', '  '],
  ['provider', 'x'.repeat(501)],
] as const)('%s cannot be "%s"', (name, value) => {
  expect(Object.keys(read({ [name]: set(value) }).problems)).toEqual([name]);
});
