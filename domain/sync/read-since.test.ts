import { expect, test } from 'vitest';
import { startOfWindow } from './read-since.ts';

test.each([
  ['2026-11-30T10:00:00Z', '2025-10-30T00:00:00.000Z'],
  ['2026-03-31T23:59:59Z', '2025-02-28T00:00:00.000Z'],
  ['2028-03-29T00:00:00Z', '2027-02-28T00:00:00.000Z'],
])('a run of %s asks for activity since %s', (startedAt, from) => {
  expect(startOfWindow(new Date(startedAt)).toISOString()).toBe(from);
});
