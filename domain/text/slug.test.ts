import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from './slug.ts';

test.each([
  ['Acme Dental', 'acme-dental'],
  ['  Müller & Söhne, GmbH. ', 'muller-sohne-gmbh'],
  ['O’Brien/Acme', 'o-brien-acme'],
  ['Ｔｅｃｈ ４', 'tech-4'],
  ['株式会社', null],
  ['🙂', null],
  ['---', null],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ['x'.repeat(80), 'x'.repeat(60)],
])('%j becomes %j', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test('whatever the name, a slug is short ASCII, and its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const made = slug(name);
      if (made === null) return;
      expect(made).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(made.length).toBeLessThanOrEqual(60);
      expect(slug(made)).toBe(made);
    }),
  );
});
