import type { Cents, Decimal } from '../portfolio/values.ts';
import { fraction, multiply, parseDecimal, roundHalfUp } from './fraction.ts';

/**
 * `cents × quantity × times ÷ per × rate`, rounded half up to a whole cent once (towards +∞: -0.5 cent is 0).
 * `quantity` and `rate` are exact decimal text; `times` and `per` are small positive whole numbers.
 */
export function scaledCents(
  cents: Cents,
  quantity: Decimal,
  times: number,
  per: number,
  rate: Decimal = '1',
): Cents {
  const exactly = () => {
    const units = multiply(fraction(cents), multiply(parseDecimal(quantity), parseDecimal(rate)));
    return Number(roundHalfUp(multiply(units, fraction(times, per))));
  };
  if (rate !== '1') return exactly();
  const point = quantity.indexOf('.');
  const digits = Number(point < 0 ? quantity : quantity.slice(0, point) + quantity.slice(point + 1));
  const n = cents * digits * times;
  const d = point < 0 ? per : per * 10 ** (quantity.length - point - 1);
  // Whole numbers this small multiply and divide without loss; anything else takes the exact, slower way.
  return Math.abs(n) <= SAFE && d <= SAFE ? divideHalfUp(n, d) : exactly();
}

const SAFE = 2 ** 51;

function divideHalfUp(n: number, d: number): number {
  const over = n % d;
  const remainder = over < 0 ? over + d : over;
  const floor = (n - remainder) / d;
  return 2 * remainder >= d ? floor + 1 : floor;
}
