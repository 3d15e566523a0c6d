import { expect, test } from 'vitest';
import { durationOf } from './run-words.ts';

test.each([
  [0, '0.0 s'],
  [440, '0.4 s'],
  [12_400, '12 s'],
  [125_000, '2 min 5 s'],
  [3_725_000, '1 h 2 min'],
])('%i milliseconds are %s', (milliseconds, expected) => {
  const endedAt = new Date(milliseconds).toISOString();
  expect(durationOf({ startedAt: '1970-01-01T00:00:00.000Z', endedAt })).toBe(expected);
});

test('a run that is not over has no duration', () => {
  expect(durationOf({ startedAt: '1970-01-01T00:00:00.000Z', endedAt: null })).toBeNull();
});
