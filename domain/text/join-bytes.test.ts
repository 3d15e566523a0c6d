import { expect, test } from 'vitest';
import { joinBytes } from './join-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (before: string, items: readonly string[], after: string) =>
  new TextDecoder().decode(joinBytes(bytes(before), items.map(bytes), bytes(after)));

test.each([
  { items: [], expected: '[]' },
  { items: ['"Acme"'], expected: '["Acme"]' },
  { items: ['1', '', '"Müller 🦊"'], expected: '[1,,"Müller 🦊"]' },
])('$items.length items', ({ items, expected }) => {
  expect(joined('[', items, ']')).toBe(expected);
});

test('without anything around them', () => {
  expect(joined('', ['a', 'b'], '')).toBe('a,b');
});
