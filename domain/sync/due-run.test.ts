import { expect, test } from 'vitest';
import { dueRun, pauseOf } from './due-run.ts';

const at = (text: string | null) => (text === null ? null : new Date(`2026-${text}Z`));

test.each([
  ['never read', null, null, '11-30T10:00', 'full'],
  ['read in full just now', '11-30T10:00', '11-30T10:00', '11-30T10:14', null],
  ['a quarter of an hour later', '11-30T10:00', '11-30T10:00', '11-30T10:15', 'incremental'],
  ['read a minute ago', '11-30T10:00', '11-30T23:00', '11-30T23:01', null],
  ['before two at night in Berlin', '11-30T10:00', '12-01T00:58', '12-01T00:59', null],
  ['two at night in Berlin', '11-30T10:00', '12-01T00:58', '12-01T01:00', 'full'],
  ['days later: once, not a run for each night', '11-30T10:00', '11-30T10:00', '12-09T13:00', 'full'],
  ['after that', '12-09T13:00', '12-09T13:00', '12-09T13:01', null],
])('%s', (_, lastFull, lastRun, now, due) => {
  const schedule = { everyMinutes: 15, fullAt: 120, timeZone: 'Europe/Berlin' };
  expect(dueRun({ ...schedule, lastFull: at(lastFull), lastRun: at(lastRun) }, at(now)!)).toBe(due);
});

test('a run that is put off goes on later and later, then fails', () => {
  expect([1, 2, 3, 4, 5, 6].map(pauseOf)).toEqual([60_000, 300_000, 900_000, 900_000, 900_000, null]);
});
