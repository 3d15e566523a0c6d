import { expect, test } from 'vitest';
import { walk } from './walk.ts';

test.each([
  ['ArrowRight', -1, 3, 0],
  ['ArrowDown', 0, 3, 1],
  ['ArrowRight', 2, 3, 0],
  ['ArrowLeft', -1, 3, 2],
  ['ArrowUp', 0, 3, 2],
  ['ArrowLeft', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Enter', 0, 3, null],
  ['ArrowRight', -1, 0, null],
])('%s from %d of %d leads to %j', (key, at, count, to) => {
  expect(walk(key, at, count)).toBe(to);
});
