import { expect, test } from 'vitest';
import { realDay } from './real-day.ts';

const stored = { timeZone: 'UTC', today: '2026-11-22' };
const instant = new Date('2026-11-22T12:30:00Z');

test.each([
  ['UTC', '2026-11-22'],
  ['Pacific/Auckland', '2026-11-23'],
  ['Pacific/Pago_Pago', '2026-11-22'],
])('with the time zone %s today is %s', (timeZone, day) => {
  expect(realDay(stored, timeZone, instant)).toBe(day);
});

test('where the time zone stays the server says what day it is, whatever this clock shows', () => {
  expect(realDay(stored, 'UTC', new Date('1999-01-01T00:00:00Z'))).toBe('2026-11-22');
});
