import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  parseDecimal,
  roundHalfUp,
  subtract,
  toNumber,
} from './fraction.ts';

test.each([
  ['0', 0n],
  ['0.4', 0n],
  ['0.5', 1n],
  ['49.5', 50n],
  ['49.4999999999999999999', 49n],
  ['50', 50n],
  ['-0.5', 0n],
  ['-0.51', -1n],
  ['-1.5', -1n],
  ['-2', -2n],
])('%s rounds half up to %s', (text, whole) => {
  expect(roundHalfUp(parseDecimal(text))).toBe(whole);
});

test('a decimal is taken exactly as it was typed, and nothing else is taken', () => {
  expect(compare(parseDecimal('0.1'), fraction(1, 10))).toBe(0);
  expect(compare(parseDecimal('-12.50'), fraction(-25, 2))).toBe(0);
  for (const text of ['', '1e3', '1,5', '.5', ' 1', 'NaN', '--1']) {
    expect(() => parseDecimal(text)).toThrow(`"${text}" is not a decimal number`);
  }
});

test('a third is the double nearest to it, whatever its terms', () => {
  const huge = 10n ** 400n;
  expect(toNumber(fraction(huge, 3n * huge))).toBe(1 / 3);
  expect(toNumber(fraction(-huge, 3n * huge))).toBe(-1 / 3);
  expect(toNumber(fraction(2n ** 53n + 1n, 1n))).toBe(2 ** 53);
  expect(toNumber(fraction(2n ** 54n + 3n, 2n))).toBe(2 ** 53 + 2);
});

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n });
const anyFraction = fc.record({ n: whole, d: positive });

test('fractions obey the laws of arithmetic', () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
      expect(compare(add(a, b), add(b, a))).toBe(0);
      expect(compare(subtract(add(a, b), b), a)).toBe(0);
      expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0);
      if (b.n !== 0n) expect(compare(multiply(divide(a, b), b), a)).toBe(0);
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
    }),
  );
});

test('rounding half up is the whole number in (x − ½, x + ½]', () => {
  fc.assert(
    fc.property(anyFraction, ({ n, d }) => {
      const rounded = roundHalfUp({ n, d });
      expect(2n * rounded * d > 2n * n - d && 2n * rounded * d <= 2n * n + d).toBe(true);
    }),
  );
});

test('no double is nearer to a fraction than the one it becomes', () => {
  fc.assert(
    fc.property(anyFraction, (f) => {
      const double = toNumber(f);
      const distance = (x: number) => {
        const gap = subtract(f, doubleToFraction(x));
        return gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
      };
      const step = Math.abs(double) * 2 ** -52 || Number.MIN_VALUE;
      expect(compare(distance(double), distance(double + step))).toBeLessThanOrEqual(0);
      expect(compare(distance(double), distance(double - step))).toBeLessThanOrEqual(0);
    }),
  );
});

/** Exact: a double is a whole number over a power of two. */
function doubleToFraction(x: number) {
  let d = 1n;
  while (!Number.isInteger(x)) {
    x *= 2;
    d *= 2n;
  }
  return fraction(BigInt(x), d);
}

test('dividing by nothing is refused', () => {
  expect(() => divide(fraction(1), fraction(0))).toThrow(RangeError);
  expect(() => fraction(1, 0)).toThrow(RangeError);
});
