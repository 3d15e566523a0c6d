import { expect, test } from 'vitest';
import { extendTo, HEAD, moveTo, type Place, startOf, take } from './selection.ts';

const size = { rows: 5, columns: 4 };
const at = (row: number, column: number): Place => ({ row, column });

test.each([
  ['down and right', at(1, 1), at(3, 2), { top: 1, bottom: 3, left: 1, right: 2 }],
  ['up and left', at(3, 2), at(1, 1), { top: 1, bottom: 3, left: 1, right: 2 }],
  ['itself', at(2, 2), at(2, 2), { top: 2, bottom: 2, left: 2, right: 2 }],
  ['from one column’s head to another', at(HEAD, 1), at(HEAD, 3), { top: 0, bottom: 4, left: 1, right: 3 }],
  ['from a column’s head into it', at(HEAD, 1), at(2, 2), { top: 0, bottom: 4, left: 1, right: 2 }],
  ['from a row’s head to another', at(4, HEAD), at(2, HEAD), { top: 2, bottom: 4, left: 0, right: 3 }],
  ['to the corner', at(4, 3), at(HEAD, HEAD), { top: 0, bottom: 4, left: 0, right: 3 }],
])('a range drawn %s', (_, anchor, to, range) => {
  expect(extendTo(moveTo(anchor), to, size)).toEqual({ active: to, anchor, range });
});

test.each([
  ['a cell', at(1, 2), { top: 1, bottom: 1, left: 2, right: 2 }],
  ['a row', at(1, HEAD), { top: 1, bottom: 1, left: 0, right: 3 }],
  ['a column', at(HEAD, 2), { top: 0, bottom: 4, left: 2, right: 2 }],
  ['everything', at(HEAD, HEAD), { top: 0, bottom: 4, left: 0, right: 3 }],
])('%s is taken whole', (_, place, range) => {
  expect(take(place, size).range).toEqual(range);
});

test('moving selects nothing, and there is nothing to select without cells', () => {
  expect(moveTo(at(1, 1)).range).toBeNull();
  expect(startOf({ rows: 0, columns: 3 }).active).toEqual(at(HEAD, 0));
  expect(take(at(HEAD, HEAD), { rows: 0, columns: 3 }).range).toBeNull();
});
