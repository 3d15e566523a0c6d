import { expect, test } from 'vitest';
import { columnAt, keyColumn } from './places.ts';

const boxes = [
  { id: 'a', left: 0, right: 100 },
  { id: 'b', left: 112, right: 212 },
];

test.each([
  [-50, 'a'],
  [99, 'a'],
  [105, 'a'],
  [108, 'b'],
  [150, 'b'],
  [900, 'b'],
])('at %i is column %s', (x, column) => {
  expect(columnAt(boxes, x)).toBe(column);
});

test('a board without columns has no place', () => {
  expect(columnAt([], 10)).toBeNull();
});

const order = ['past', 'q4', 'q1', 'locked', 'none'];
const accepting = new Set(['q4', 'q1', 'none']);

test.each([
  ['past', 'ArrowRight', 'q4'],
  ['past', 'ArrowLeft', null],
  ['q4', 'ArrowLeft', null],
  ['q1', 'ArrowLeft', 'q4'],
  ['q1', 'ArrowRight', 'none'],
  ['none', 'ArrowRight', null],
  ['none', 'Home', 'q4'],
  ['q4', 'End', 'none'],
  ['none', 'End', null],
  ['q4', 'Enter', null],
])('in %s, %s moves a card to %s', (from, key, to) => {
  expect(keyColumn(order, accepting, from, key)).toBe(to);
});
