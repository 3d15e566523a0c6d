import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundUp } from './round-up.ts';

test.each([
  [0, 0],
  [1, 1],
  [1_301_520, 1_500_000],
  [999, 1000],
  [0.37, 0.4],
])('an axis for %d ends at %d', (value, end) => {
  expect(roundUp(value)).toBeCloseTo(end, 10);
});

test('an axis always holds its values, and is never more than half empty', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (value) => {
      const end = roundUp(value);
      expect(end).toBeGreaterThanOrEqual(value * (1 - 1e-12));
      expect(end).toBeLessThan(value * 2);
    }),
  );
});
