import { expect, test } from 'vitest';
import { readTyped } from './typed-change.ts';

test.each([
  ['alignment', '62', { alignment: 62 }],
  ['alignment', ' 62,5 % ', { alignment: 62.5 }],
  ['alignment', '.5', { alignment: 0.5 }],
  ['alignment', '100', { alignment: 100 }],
  ['alignment', '', { alignment: null }],
  ['mrrOpportunity', '1,250.50', { mrrOpportunity: 125050 }],
  ['mrrOpportunity', '0', { mrrOpportunity: 0 }],
  ['oneTimeOpportunity', ' ', { oneTimeOpportunity: null }],
  ['provider', '  Bay Net 🚢 ', { provider: 'Bay Net 🚢' }],
  ['provider', 'בזק', { provider: 'בזק' }],
  ['provider', '', { provider: null }],
] as const)('%s "%s" is %j', (field, text, change) => {
  expect(readTyped(field, text)).toEqual({ change });
});

test.each([
  ['alignment', '101', 'from 0 to 100'],
  ['alignment', '-1', 'from 0 to 100'],
  ['alignment', '1e1', 'from 0 to 100'],
  ['alignment', '50.123', 'from 0 to 100'],
  ['alignment', 'half', '“half” is no alignment'],
  ['mrrOpportunity', '1000000000000000', 'at most 10,000,000,000,000'],
  ['mrrOpportunity', '-3', 'is no amount'],
  ['oneTimeOpportunity', '9'.repeat(1_000_000), `“${'9'.repeat(24)}…”`],
  ['provider', 'x'.repeat(501), 'at most 500 characters'],
  ['provider', 'a\u0000b', 'one line'],
] as const)('%s "%.20s" is refused: %s', (field, text, words) => {
  expect(readTyped(field, text).problem).toContain(words);
});
