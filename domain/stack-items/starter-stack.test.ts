import { expect, test } from 'vitest';
import { slug } from '../text/slug.ts';
import { notInStack, STARTER_STACK } from './starter-stack.ts';

test('every starter item can be told from the others, and says what it is', () => {
  const distinct = (of: (item: (typeof STARTER_STACK)[number]) => string) =>
    new Set(STARTER_STACK.map(of)).size;
  expect([distinct(({ id }) => id), distinct(({ name }) => name.toLowerCase())]).toEqual([30, 30]);
  for (const { id, definition, tags, products } of STARTER_STACK) {
    expect(slug(id)).toBe(id);
    expect(definition).toMatch(/^[A-Z].{20,}\.$/);
    expect(tags.length).toBeGreaterThan(0);
    expect(products.filter(({ standing }) => standing === 'preferred')).toHaveLength(1);
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
  }
});

test.each([
  [[], 30],
  [['Something else'], 30],
  [['firewall'], 29],
  [[' FIREWALL ', 'Switches', 'switches'], 28],
])('beside a stack of %j there are %i to choose from', (names, left) => {
  expect(
    notInStack(
      STARTER_STACK,
      names.map((name) => ({ name })),
    ),
  ).toHaveLength(left);
});
