import { expect, test } from 'vitest';
import { instantInZone, isTimeZone } from './time-zone.ts';

test.each([
  ['UTC', true],
  ['Europe/Berlin', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Mars/Olympus', false],
  ['', false],
  [' UTC', false],
])('"%s": %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ['2026-12-03', '14:30', 'UTC', '2026-12-03T14:30:00.000Z'],
  ['2026-12-03', '14:30', 'Europe/Berlin', '2026-12-03T13:30:00.000Z'],
  ['2026-07-03', '14:30', 'Europe/Berlin', '2026-07-03T12:30:00.000Z'],
  ['2026-12-03', '00:00', 'Pacific/Auckland', '2026-12-02T11:00:00.000Z'],
  ['2026-12-03', '23:30', 'America/Los_Angeles', '2026-12-04T07:30:00.000Z'],
  ['2026-12-03', '09:15', 'Asia/Kathmandu', '2026-12-03T03:30:00.000Z'],
  // shown twice: the first of the two
  ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  // skipped
  ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  // the hours around
  ['2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ['2026-11-22', '00:10', 'UTC', '2026-11-22T00:10:00.000Z'],
  ['2026-11-22', '00:10', 'America/New_York', '2026-11-22T05:10:00.000Z'],
  ['2026-07-01', '00:10', 'America/New_York', '2026-07-01T04:10:00.000Z'],
  ['2026-11-22', '00:00', 'Pacific/Kiritimati', '2026-11-21T10:00:00.000Z'],
  ['2026-11-22', '01:30', 'Asia/Kathmandu', '2026-11-21T19:45:00.000Z'],
  // clocks go forward at 02:00 in New York: 02:30 is never shown
  ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['2026-03-08', '01:00', 'America/New_York', '2026-03-08T06:00:00.000Z'],
  // clocks go back at 02:00: 01:30 is shown twice
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  // clocks go forward at midnight in Beirut
  ['2026-03-29', '00:10', 'Asia/Beirut', '2026-03-28T22:10:00.000Z'],
])('%s %s in %s is %s', (day, time, zone, instant) => {
  expect(instantInZone(day, time, zone).toISOString()).toBe(instant);
});
