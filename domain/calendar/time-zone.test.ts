import { expect, test } from 'vitest';
import { isTimeZone } from './time-zone.ts';

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
