import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaledCents } from './cents.ts';

test.each([
  ['a half cent rounds up', 1, '0.5', 1, 1, 1],
  ['a credit of half a cent rounds up to nothing', -1, '0.5', 1, 1, 0],
  ['a credit of one and a half rounds up', -3, '0.5', 1, 1, -1],
  ['nothing stays nothing', 0, '12.5', 52, 12, 0],
  ['weekly 100.00 is 433.33 a month', 10000, '1', 52, 12, 43333],
  ['60 % of 0.01 is 0.01', 1, '60', 1, 100, 1],
  ['a large amount times a large quantity', 10 ** 12 - 1, '999.999', 1, 36, 27777749999972],
])('%s', (_, cents, quantity, times, per, expected) => {
  expect(scaledCents(cents, quantity, times, per)).toBe(expected);
});

test('it is never off by a cent against exact whole-number arithmetic', () => {
  const cents = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.maxSafeInteger());
  const digits = fc.oneof(
    fc.integer({ min: -9999, max: 9999 }),
    fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  );
  const ratio = fc.constantFrom(
    [52, 12],
    [26, 12],
    [1, 1],
    [1, 2],
    [1, 3],
    [1, 6],
    [1, 12],
    [1, 24],
    [1, 36],
    [1, 100],
  );
  fc.assert(
    fc.property(
      cents,
      digits,
      fc.integer({ min: 0, max: 6 }),
      ratio,
      (amount, quantity, places, [times, per]) => {
        const n = BigInt(amount) * BigInt(quantity) * BigInt(times!) * 2n;
        const d = 10n ** BigInt(places) * BigInt(per!) * 2n;
        const shifted = n + d / 2n;
        const expected = shifted >= 0n ? shifted / d : -((-shifted + d - 1n) / d);
        expect(scaledCents(amount, decimal(quantity, places), times!, per!) + 0).toBe(Number(expected));
      },
    ),
    { numRuns: 2000 },
  );
});

function decimal(digits: number, places: number): string {
  const size = String(Math.abs(digits)).padStart(places + 1, '0');
  const sign = digits < 0 ? '-' : '';
  return places === 0 ? `${sign}${size}` : `${sign}${size.slice(0, -places)}.${size.slice(-places)}`;
}
