import { expect, test } from 'vitest';
import { isAlignmentStale } from './stale.ts';

test.each([
  [null, false],
  ['2026-11-22', false],
  ['2026-05-26', false],
  ['2026-05-25', true],
  ['2019-01-01', true],
  ['2027-01-01', false],
])('what was set on %s is stale on 2026-11-22: %s', (setOn, stale) => {
  expect(isAlignmentStale(setOn, '2026-11-22')).toBe(stale);
});
