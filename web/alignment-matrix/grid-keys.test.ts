import { expect, test } from 'vitest';
import { placeAfter } from './grid-keys.ts';

const size = { rows: 100, columns: 10 };

test.each([
  ['ArrowDown', false, [5, 5], [6, 5]],
  ['ArrowDown', false, [99, 5], [99, 5]],
  ['ArrowDown', true, [5, 5], [99, 5]],
  ['ArrowUp', false, [0, 5], [-1, 5]],
  ['ArrowUp', false, [-1, 5], [-1, 5]],
  ['ArrowUp', true, [5, 5], [0, 5]],
  ['ArrowLeft', false, [5, 0], [5, -1]],
  ['ArrowLeft', true, [5, 5], [5, 0]],
  ['ArrowRight', false, [5, 9], [5, 9]],
  ['ArrowRight', true, [-1, 5], [-1, 9]],
  ['PageDown', false, [5, 5], [25, 5]],
  ['PageDown', false, [90, 5], [99, 5]],
  ['PageUp', false, [5, 5], [0, 5]],
  ['PageUp', false, [-1, 5], [-1, 5]],
  ['Home', false, [5, 5], [5, 0]],
  ['Home', true, [5, 5], [0, 0]],
  ['End', false, [5, 5], [5, 9]],
  ['End', true, [5, 5], [99, 9]],
] as const)('%s (as far as it goes: %s) leads from %j to %j', (key, far, [row, column], to) => {
  const place = placeAfter({ key, far }, { row, column }, size, 20);
  expect([place?.row, place?.column]).toEqual(to);
});

test('other keys lead nowhere', () => {
  for (const key of ['a', 'Tab', 'Enter', ' '])
    expect(placeAfter({ key, far: false }, { row: 1, column: 1 }, size, 20)).toBeNull();
});
