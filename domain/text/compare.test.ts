import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from './compare.ts';

const byCodePoints = (a: string, b: string) => {
  const [x, y] = [Array.from(a), Array.from(b)].map((s) => s.map((c) => c.codePointAt(0)!));
  for (let i = 0; i < Math.min(x!.length, y!.length); i++) if (x![i] !== y![i]) return x![i]! - y![i]!;
  return x!.length - y!.length;
};

test('text stands in the order of its code points', () => {
  expect(['😀', 'ﬀ', 'b', 'B', 'é', ''].sort(compareText)).toEqual(['', 'B', 'b', 'é', 'ﬀ', '😀']);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(byCodePoints(a, b)));
    }),
  );
});
