import { expect, test } from 'vitest';
import { moveItem } from './move-item.ts';

const numbered = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, order: String(index + 1) }));

test.each([
  ['up by one', 'c', 'a', { c: '2', b: '3' }, 3, 2],
  ['to the top', 'd', null, { d: '1', a: '2', b: '3', c: '4' }, 4, 1],
  ['to the end', 'a', 'd', { b: '1', c: '2', d: '3', a: '4' }, 1, 4],
  ['to where it stands', 'b', 'a', {}, 2, 2],
  ['after itself: nowhere', 'b', 'b', {}, 2, 2],
])('an item is moved %s', (_, id, after, placed, from, to) => {
  const move = moveItem(numbered, id, after);
  expect(Object.fromEntries(move.placed.map((item) => [item.id, item.order]))).toEqual(placed);
  expect([move.from, move.to]).toEqual([from, to]);
});

test('a move numbers what was never placed, or placed by fractions', () => {
  const items = [
    { id: 'a', order: '1.5' },
    { id: 'b', order: '2' },
    { id: 'c', order: null },
  ];
  expect(moveItem(items, 'c', 'a').placed).toEqual([
    { id: 'a', order: '1' },
    { id: 'c', order: '2' },
    { id: 'b', order: '3' },
  ]);
});
