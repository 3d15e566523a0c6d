import { expect, test } from 'vitest';
import { pauseBefore } from './ask-again.ts';

const now = Date.parse('2026-11-29T12:00:00Z');
const half = 0.5;

test.each([
  // What is asked for, in seconds or as a date, is kept to the millisecond.
  ['busy', '7', 1, 0, 7_000],
  ['busy', 'Sun, 29 Nov 2026 12:00:30 GMT', 1, 0, 30_000],
  ['busy', 'Sun, 29 Nov 2026 11:00:00 GMT', 1, 0, 1_000],
  ['busy', '0', 1, 0, 1_000],
  ['busy', '240', 2, 60_000, 240_000],
  // More than five minutes altogether are too many.
  ['busy', '301', 1, 0, null],
  ['busy', '241', 2, 60_000, null],
  ['busy', 'soon', 1, 0, 5_000],
  ['busy', null, 1, 0, 5_000],
  ['busy', null, 2, 5_000, 10_000],
  ['busy', null, 5, 75_000, 60_000],
  ['busy', null, 9, 250_000, null],
  ['failed', null, 1, 0, 1_000],
  ['failed', null, 4, 7_000, 8_000],
  ['failed', null, 5, 15_000, null],
] as const)('%s, Retry-After %s, time %i, waited %i: %s ms', (outcome, retryAfter, times, waited, pause) => {
  expect(pauseBefore({ outcome, retryAfter, times, waited }, now, half)).toBe(pause);
});

test('pauses of our own differ by a quarter, so that many do not come back at once', () => {
  const failed = { outcome: 'failed', retryAfter: null, times: 1, waited: 0 } as const;
  expect([pauseBefore(failed, now, 0), pauseBefore(failed, now, 1)]).toEqual([750, 1250]);
});
