import { expect, test } from 'vitest';
import { timeOfDay } from '../../domain/jobs/schedule.ts';
import { minutesOfDay } from './time-of-day.ts';

test.each([
  [0, '00:00'],
  [120, '02:00'],
  [1439, '23:59'],
])('%i minutes after midnight is %s', (minutes, text) => {
  expect(timeOfDay(minutes)).toBe(text);
  expect(minutesOfDay(text)).toBe(minutes);
});

test.each(['', '2:00', '24:00', '12:60'])('%j is no time of day', (text) => {
  expect(minutesOfDay(text)).toBeNull();
});
