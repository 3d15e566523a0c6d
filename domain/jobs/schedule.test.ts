import { expect, test } from 'vitest';
import { nextRun, nextTry, scheduleInWords } from './schedule.ts';

const soonAfterMidnight = { dailyAt: 10 };

test.each([
  ['every 15 minutes', { everyMinutes: 15 }, '2026-11-22T10:07:12.000Z', 'UTC', '2026-11-22T10:15:00.000Z'],
  [
    'on the quarter itself',
    { everyMinutes: 15 },
    '2026-11-22T10:15:00.000Z',
    'UTC',
    '2026-11-22T10:30:00.000Z',
  ],
  ['daily, later today', soonAfterMidnight, '2026-11-22T00:05:00.000Z', 'UTC', '2026-11-22T00:10:00.000Z'],
  [
    'daily, at the time itself',
    soonAfterMidnight,
    '2026-11-22T00:10:00.000Z',
    'UTC',
    '2026-11-23T00:10:00.000Z',
  ],
  [
    'daily, where it is another day',
    soonAfterMidnight,
    '2026-11-22T23:30:00.000Z',
    'Europe/Berlin',
    '2026-11-23T23:10:00.000Z',
  ],
  [
    'daily, over the change of clocks',
    soonAfterMidnight,
    '2026-10-31T12:00:00.000Z',
    'America/New_York',
    '2026-11-01T04:10:00.000Z',
  ],
  [
    'daily, the day after that',
    soonAfterMidnight,
    '2026-11-01T12:00:00.000Z',
    'America/New_York',
    '2026-11-02T05:10:00.000Z',
  ],
])('%s', (_, schedule, after, zone, expected) => {
  expect(nextRun(schedule, new Date(after), zone).toISOString()).toBe(expected);
});

test.each([
  [1, '2026-11-22T10:01:00.000Z'],
  [2, '2026-11-22T10:05:00.000Z'],
  [3, '2026-11-22T10:25:00.000Z'],
  [4, '2026-11-22T11:00:00.000Z'],
  [40, '2026-11-22T11:00:00.000Z'],
])('after %i failures in a row it is tried again at %s', (failures, expected) => {
  const after = new Date('2026-11-22T10:00:00.000Z');
  expect(nextTry(soonAfterMidnight, failures, after, 'UTC').toISOString()).toBe(expected);
});

test('is not tried later than it is due anyway', () => {
  const after = new Date('2026-11-22T10:00:00.000Z');
  expect(nextTry({ everyMinutes: 15 }, 3, after, 'UTC').toISOString()).toBe('2026-11-22T10:15:00.000Z');
});

test.each([
  [{ everyMinutes: 1 }, 'Every minute'],
  [{ everyMinutes: 15 }, 'Every 15 minutes'],
  [{ everyMinutes: 60 }, 'Every hour'],
  [{ dailyAt: 10 }, 'Every day at 00:10 (Asia/Tokyo)'],
  [{ dailyAt: 23 * 60 + 5 }, 'Every day at 23:05 (Asia/Tokyo)'],
])('%o is %s', (schedule, expected) => {
  expect(scheduleInWords(schedule, 'Asia/Tokyo')).toBe(expected);
});
