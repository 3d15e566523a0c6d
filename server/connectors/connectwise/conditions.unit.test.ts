import { expect, test } from 'vitest';
import { allOf, dateFormatOf, later } from './conditions.ts';

const at = new Date('2026-11-29T10:20:30.456Z');

test.each([
  ['iso_z', 'lastUpdated>[2026-11-29T10:20:30Z]'],
  ['naive', 'lastUpdated>[2026-11-28T10:20:30]'],
  ['date_only', 'lastUpdated>[2026-11-28]'],
] as const)('later than a moment, %s', (format, condition) => {
  expect(later('lastUpdated', at, format)).toBe(condition);
});

test('the format is the one with zone unless another is typed; what is none is refused', () => {
  expect(dateFormatOf(undefined)).toBe('iso_z');
  expect(dateFormatOf(' Date_Only ')).toBe('date_only');
  expect(() => dateFormatOf('dd.mm.')).toThrow('Date format: "dd.mm." is none');
});

test('conditions are joined, none is left out', () => {
  expect(allOf(['id>5', null, 'x=1'])).toBe('id>5 and x=1');
  expect(allOf([null])).toBeUndefined();
});
