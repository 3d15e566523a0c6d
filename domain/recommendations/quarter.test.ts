import { expect, test } from 'vitest';
import { addQuarters, quarterOf, quartersBetween, yearOf } from './quarter.ts';

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-09-30', '2026-Q3'],
  ['2026-12-31', '2026-Q4'],
])('%s is in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter);
});

test.each([
  ['2026-Q4', 1, '2027-Q1'],
  ['2026-Q1', -1, '2025-Q4'],
  ['2026-Q2', 8, '2028-Q2'],
  ['2026-Q2', 0, '2026-Q2'],
])('%s and %i more is %s', (quarter, count, expected) => {
  expect(addQuarters(quarter, count)).toBe(expected);
});

test('from one quarter to another are those between, both included', () => {
  expect(quartersBetween('2026-Q3', '2027-Q1')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
  expect(quartersBetween('2026-Q3', '2026-Q3')).toEqual(['2026-Q3']);
  expect(quartersBetween('2026-Q3', '2026-Q2')).toEqual([]);
  expect(yearOf('2026-Q3')).toBe('2026');
});
