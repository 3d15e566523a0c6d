import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayInZone, daysBetween, today } from './day.ts';

test.each([
  ['2026-11-22', -12, '2025-11-22'],
  ['2024-02-29', -12, '2023-02-28'],
  ['2024-02-29', -48, '2020-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-12-31', 1, '2027-01-31'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  ['2026-03-01', '2026-02-28', -1],
  ['2024-02-28', '2024-03-01', 2],
  ['2025-12-31', '2026-01-01', 1],
  ['2026-11-22', '2026-11-22', 0],
  // Clocks change in between; days do not get shorter.
  ['2026-03-28', '2026-03-30', 2],
])('from %s to %s is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
  expect(addDays(from, days)).toBe(to);
});

test('adding days and counting them are inverse, and days sort as text', () => {
  const day = fc
    .date({ min: new Date('0001-01-01'), max: new Date('9900-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: -300, max: 30_000 }), (from, days) => {
      fc.pre(days > 0 || from > '0002');
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      expect(Math.sign(days)).toBe(from < to ? 1 : from > to ? -1 : 0);
    }),
  );
});

test.each([
  ['2026-11-22T23:30:00Z', 'UTC', '2026-11-22'],
  ['2026-11-22T23:30:00Z', 'Europe/Berlin', '2026-11-23'],
  ['2026-11-22T03:30:00Z', 'America/New_York', '2026-11-21'],
  ['2026-11-22T11:00:00Z', 'Pacific/Kiritimati', '2026-11-23'],
  ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29'],
])('%s is in %s the day %s', (instant, zone, day) => {
  expect(dayInZone(new Date(instant), zone)).toBe(day);
});

test('today is the fixed day of a demo, else the day in the time zone of the workspace', () => {
  const now = new Date('2026-11-22T23:30:00Z');
  expect(today({ asOf: '2020-01-01', timeZone: 'UTC' }, now)).toBe('2020-01-01');
  expect(today({ asOf: null, timeZone: 'Asia/Tokyo' }, now)).toBe('2026-11-23');
  expect(() => today({ asOf: null, timeZone: 'Mars/Base' }, now)).toThrow(RangeError);
});
