import { isDay } from '../../calendar/is-day.ts';
import { type Fraction, fraction, multiply, parseDecimal, roundHalfUp } from '../../money/fraction.ts';

/**
 * How what a connected system says is written into cells of the portfolio bundle (docs/portfolio-format.md), in its canonical
 * form, so that cells are the same if and only if their text is. What the bundle cannot hold becomes an empty cell: one odd
 * value must not keep a whole portfolio out.
 */
export type Cells = Readonly<Record<string, string>>;

const LONGEST_TEXT = 100_000;
const LARGEST_CENTS = 10n ** 15n;
const MOST_DIGITS = 20;

export function textCell(text: string | null): string {
  const clean = (text ?? '').replace(/[\0\p{Cs}]/gu, '').trim();
  return clean.length <= LONGEST_TEXT ? clean : Array.from(clean).slice(0, LONGEST_TEXT).join('');
}

export function dayCell(day: string | null): string {
  return day !== null && isDay(day) && !day.startsWith('0000') ? day : '';
}

/** "2026-11-30T08:00:00.000Z" as "2026-11-30T08:00:00Z". */
export function instantCell(instant: string): string {
  const moment = Date.parse(instant);
  return Number.isNaN(moment) ? '' : new Date(moment).toISOString().replace(/\.?0*Z$/, 'Z');
}

/** A whole number from 0 to `most`. */
export function countCell(count: number | null, most = Number.MAX_SAFE_INTEGER): string {
  return count !== null && Number.isInteger(count) && count >= 0 && count <= most ? String(count) : '';
}

/** An exact decimal; null for any other text. */
export function exactly(decimal: string | null): Fraction | null {
  return decimal !== null && /^[+-]?\d+(\.\d*)?$/.test(decimal) ? parseDecimal(decimal) : null;
}

/** Currency units, rounded half up to a whole cent. */
export function moneyCell(amount: Fraction | null): string {
  const cents = amount && roundHalfUp(multiply(amount, fraction(100)));
  if (cents === null || cents > LARGEST_CENTS || cents < -LARGEST_CENTS) return '';
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A decimal, whose denominator is a power of ten, in its shortest form. */
export function decimalCell({ n, d }: Fraction): string {
  const places = String(d).length - 1;
  const digits = String(n < 0n ? -n : n).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places).replace(/0+$/, '');
  if (whole.length > MOST_DIGITS || rest.length > MOST_DIGITS) return '';
  return `${n < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}
