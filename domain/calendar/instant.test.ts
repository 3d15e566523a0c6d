import { expect, test } from 'vitest';
import { instantInZone } from './instant.ts';

test.each([
  ['2026-11-22', 10, 'UTC', '2026-11-22T00:10:00.000Z'],
  ['2026-11-22', 10, 'America/New_York', '2026-11-22T05:10:00.000Z'],
  ['2026-07-01', 10, 'America/New_York', '2026-07-01T04:10:00.000Z'],
  ['2026-11-22', 0, 'Pacific/Kiritimati', '2026-11-21T10:00:00.000Z'],
  ['2026-11-22', 90, 'Asia/Kathmandu', '2026-11-21T19:45:00.000Z'],
  // clocks go forward at 02:00 in New York: 02:30 is never shown
  ['2026-03-08', 150, 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['2026-03-08', 60, 'America/New_York', '2026-03-08T06:00:00.000Z'],
  // clocks go back at 02:00: 01:30 is shown twice
  ['2026-11-01', 90, 'America/New_York', '2026-11-01T05:30:00.000Z'],
  // clocks go forward at midnight in Beirut
  ['2026-03-29', 10, 'Asia/Beirut', '2026-03-28T22:10:00.000Z'],
])('%s, %i minutes after midnight in %s', (day, minutes, zone, expected) => {
  expect(instantInZone(day, minutes, zone).toISOString()).toBe(expected);
});
