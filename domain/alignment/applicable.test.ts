import { expect, test } from 'vitest';
import { isApplicable } from './applicable.ts';

const standard = new Set(['Standard', 'HIPAA']);

test.each([
  [null, ['Standard'], true],
  [null, ['Legal', 'HIPAA'], true],
  [null, ['standard'], false],
  [null, [], false],
  [false, ['Standard'], false],
  [true, [], true],
])('set by hand to %s, an item with the tags %j: %s', (typed, tags, expected) => {
  expect(isApplicable(typed, tags, standard)).toBe(expected);
});

test('a company without tags has nothing applicable by itself', () => {
  expect(isApplicable(null, ['Standard'], new Set())).toBe(false);
  expect(isApplicable(true, ['Standard'], new Set())).toBe(true);
});
