import { expect, test } from 'vitest';
import { dropPlace, keyMove, movedAfter } from './drop-place.ts';

const ids = ['a', 'b', 'c'];
const rows = ids.map((id, index) => ({ id, top: index * 40, bottom: index * 40 + 40 }));

test.each([
  [-100, null],
  [10, null],
  [30, 'a'],
  [59, 'a'],
  [61, 'b'],
  [1000, 'c'],
])('dropped at %i it comes after %s', (y, after) => {
  expect(dropPlace(rows, y)).toBe(after);
});

test.each([
  ['a', null, null],
  ['a', 'a', null],
  ['b', 'a', null],
  ['a', 'b', ['b', 'a', 'c']],
  ['a', 'c', ['b', 'c', 'a']],
  ['c', null, ['c', 'a', 'b']],
  ['c', 'a', ['a', 'c', 'b']],
  ['ghost', 'a', null],
])('%s moved after %s', (id, after, order) => {
  expect(movedAfter(ids, id, after)).toEqual(order);
});

test.each([
  ['a', 'ArrowUp', undefined],
  ['b', 'ArrowUp', null],
  ['c', 'ArrowUp', 'a'],
  ['a', 'ArrowDown', 'b'],
  ['c', 'ArrowDown', undefined],
  ['c', 'Home', null],
  ['a', 'Home', undefined],
  ['a', 'End', 'c'],
  ['c', 'End', undefined],
  ['a', 'Enter', undefined],
])('on %s, %s moves it after %s', (id, key, after) => {
  expect(keyMove(ids, id, key)).toBe(after);
});
