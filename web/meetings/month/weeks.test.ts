import { expect, test } from 'vitest';
import { dayAfterKey, weeksOf } from './weeks.ts';

const [SUNDAY, MONDAY] = [0, 1] as const;

test.each([
  ['2026-11', SUNDAY, '2026-11-01', '2026-12-05', 5],
  ['2026-11', MONDAY, '2026-10-26', '2026-12-06', 6],
  ['2026-02', SUNDAY, '2026-02-01', '2026-02-28', 4],
  ['2028-02', MONDAY, '2028-01-31', '2028-03-05', 5],
  ['2026-12', MONDAY, '2026-11-30', '2027-01-03', 5],
] as const)('%s with weeks from %i: from %s to %s, %i weeks', (month, first, from, to, count) => {
  const weeks = weeksOf(month, first);
  expect([weeks[0]![0], weeks.at(-1)!.at(-1), weeks.length]).toEqual([from, to, count]);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
});

test.each([
  ['ArrowLeft', '2026-11-01', '2026-10-31'],
  ['ArrowRight', '2026-12-31', '2027-01-01'],
  ['ArrowUp', '2026-11-22', '2026-11-15'],
  ['ArrowDown', '2026-11-25', '2026-12-02'],
  ['Home', '2026-11-25', '2026-11-22'],
  ['Home', '2026-11-22', '2026-11-22'],
  ['End', '2026-11-25', '2026-11-28'],
  ['PageUp', '2026-12-31', '2026-11-30'],
  ['PageDown', '2027-01-31', '2027-02-28'],
  ['Enter', '2026-11-25', null],
])('%s leads from %s to %s', (key, from, to) => {
  expect(dayAfterKey(key, from, SUNDAY)).toBe(to);
});
