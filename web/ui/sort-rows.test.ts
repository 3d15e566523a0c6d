import { expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';

const rows = [
  { name: 'b', mrr: 2 },
  { name: 'a', mrr: null },
  { name: 'c', mrr: 10 },
  { name: 'd', mrr: 2 },
];
const names = (sorted: typeof rows | readonly (typeof rows)[number][]) =>
  sorted.map(({ name }) => name).join('');

test.each([
  ['mrr', 'asc', 'bdca'],
  ['mrr', 'desc', 'cbda'],
  ['name', 'asc', 'abcd'],
  ['name', 'desc', 'dcba'],
] as const)('by %s, %s: what has no value comes last, ties stay in place', (column, order, expected) => {
  expect(names(sortRows(rows, (row) => row[column], order))).toBe(expected);
});
