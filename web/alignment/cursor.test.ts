import { expect, test } from 'vitest';
import { placeAfter } from './cursor.ts';

const walk = { lines: ['a', 'b', 'c', 'd'], columns: ['service', 'alignment', 'mrr'], page: 2 };

test.each([
  ['ArrowRight', 'b service', 'b alignment'],
  ['ArrowRight', 'b mrr', 'b mrr'],
  ['ArrowLeft', 'b service', 'b service'],
  ['ArrowDown', 'd mrr', 'd mrr'],
  ['ArrowUp', 'b mrr', 'a mrr'],
  ['PageDown', 'a mrr', 'c mrr'],
  ['PageDown', 'c mrr', 'd mrr'],
  ['PageUp', 'b mrr', 'a mrr'],
  ['Home', 'b mrr', 'b service'],
  ['End', 'b service', 'b mrr'],
  ['Ctrl+Home', 'c mrr', 'a service'],
  ['Ctrl+End', 'a service', 'd mrr'],
  ['Ctrl+ArrowDown', 'a alignment', 'd alignment'],
  ['Ctrl+ArrowRight', 'a service', 'a mrr'],
  ['Tab', 'b service', 'b alignment'],
  ['Shift+Tab', 'b alignment', 'b service'],
  ['Tab', 'b mrr', null],
  ['Shift+Tab', 'b service', null],
  ['Enter', 'b service', null],
  ['x', 'b service', null],
])('%s from %s leads to %s', (keys, from, expected) => {
  const [line, column] = from.split(' ') as [string, string];
  const key = keys.split('+').at(-1)!;
  const place = placeAfter(
    { key, shiftKey: keys.startsWith('Shift'), ctrlKey: keys.startsWith('Ctrl'), metaKey: false },
    { line, column },
    walk,
  );
  expect(place && `${place.line} ${place.column}`).toBe(expected);
});
