import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fraction, parseDecimal, toNumber } from '../money/fraction.ts';
import { companyValue, median, valueMidpoint } from './midpoint.ts';
import { quadrantOf } from './quadrant.ts';

const client = (mrr: number, employees: number | null = null, current = true) => ({
  mrr,
  employees,
  current,
});
const settings = { valueMidpoint: null, seatValueMidpoint: null };

test.each<[string, number[], number | null]>([
  ['none', [], null],
  ['one', [7], 7],
  ['an odd number', [9, 1, 5], 5],
  ['an even number: the mean of the middle two', [1, 2, 9, 100], 5.5],
  ['negative values', [-3, -1], -2],
])('the median of %s', (_, values, expected) => {
  const middle = median(values.map((value) => fraction(value)));
  expect(middle && toNumber(middle)).toBe(expected);
});

test('half of the values are at or below the median, and half at or above', () => {
  const value = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (pairs) => {
      const values = pairs.map(([n, d]) => fraction(n, d));
      const middle = median(values)!;
      expect(values.filter((one) => compare(one, middle) <= 0).length * 2).toBeGreaterThanOrEqual(
        values.length,
      );
      expect(values.filter((one) => compare(one, middle) >= 0).length * 2).toBeGreaterThanOrEqual(
        values.length,
      );
      expect(compare(median([...values].reverse())!, middle)).toBe(0);
    }),
  );
});

test('the value midpoint is the median of the current clients, or the amount that was fixed', () => {
  const clients = [client(100), client(301), client(999, null, false)];
  const midpoint = (own = {}) => toNumber(valueMidpoint({ ...settings, ...own }, clients, 'total')!);
  expect(midpoint()).toBe(200.5);
  expect(midpoint({ valueMidpoint: 0 })).toBe(0);
  expect(midpoint({ seatValueMidpoint: 5 })).toBe(200.5);
  expect(valueMidpoint(settings, [client(999, null, false)], 'total')).toBeNull();
});

test('per seat, it rests on the clients with employees', () => {
  const clients = [client(100, 3), client(500, 0), client(500), client(10, 10), client(7, 1, false)];
  expect(toNumber(valueMidpoint(settings, clients, 'perSeat')!)).toBe(103 / 6);
  expect(toNumber(valueMidpoint({ ...settings, seatValueMidpoint: 42 }, [], 'perSeat')!)).toBe(42);
});

test.each<[string, number | null, number | null, string | null]>([
  ['both at the midpoints', 200, 50, 'high_value_high_effort'],
  ['a cent less', 199, 50, 'low_value_high_effort'],
  ['a point less', 200, 49, 'high_value_low_effort'],
  ['both less', 199, 49, 'low_value_low_effort'],
  ['no effort score', 200, null, null],
  ['no value', null, 50, null],
])('quadrant: %s', (_, value, effort, expected) => {
  const exact = value === null ? null : fraction(value);
  expect(quadrantOf(exact, effort, fraction(200), fraction(50))).toBe(expected);
});

test('without a midpoint nobody is placed, and a third of a cent decides per seat', () => {
  expect(quadrantOf(fraction(1), 50, null, fraction(50))).toBeNull();
  const perSeat = companyValue(client(100, 3), 'perSeat');
  expect(quadrantOf(perSeat, 10, fraction(100, 3), fraction(50))).toBe('high_value_low_effort');
  expect(quadrantOf(perSeat, 10, parseDecimal('33.34'), fraction(50))).toBe('low_value_low_effort');
});
