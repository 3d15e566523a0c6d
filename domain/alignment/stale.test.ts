import { expect, test } from 'vitest';
import { isAlignmentStale } from './stale.ts';

test.each([
  [null, 0, false],
  ['2026-11-22', 0, false],
  ['2026-11-21', 0, true],
  ['2026-05-26', 180, false],
  ['2026-05-25', 180, true],
  ['2019-01-01', 180, true],
  ['2027-01-01', 180, false],
])('what was set on %s is stale on 2026-11-22, after %i days: %s', (setOn, days, stale) => {
  expect(isAlignmentStale(setOn, '2026-11-22', days)).toBe(stale);
});
