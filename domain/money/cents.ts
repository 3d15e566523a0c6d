import type { Cents, Decimal } from '../portfolio/values.ts';
import { parseDecimal, roundHalfUp } from './fraction.ts';

/**
 * `cents × quantity × times ÷ per`, rounded half up to a whole cent once (towards +∞: -0.5 cent is 0).
 * `quantity` is exact decimal text; `times` and `per` are small positive whole numbers.
 */
export function scaledCents(cents: Cents, quantity: Decimal, times: number, per: number): Cents {
  const point = quantity.indexOf('.');
  const digits = Number(point < 0 ? quantity : quantity.slice(0, point) + quantity.slice(point + 1));
  const n = cents * digits * times;
  const d = point < 0 ? per : per * 10 ** (quantity.length - point - 1);
  // Whole numbers this small multiply and divide without loss; anything else takes the exact, slower way.
  if (Math.abs(n) <= SAFE && d <= SAFE) return divideHalfUp(n, d);
  const exact = parseDecimal(quantity);
  return Number(roundHalfUp({ n: BigInt(cents) * exact.n * BigInt(times), d: exact.d * BigInt(per) }));
}

const SAFE = 2 ** 51;

function divideHalfUp(n: number, d: number): number {
  const over = n % d;
  const remainder = over < 0 ? over + d : over;
  const floor = (n - remainder) / d;
  return 2 * remainder >= d ? floor + 1 : floor;
}
