import { compare, parseDecimal } from '../../../domain/money/fraction.ts';

/** Up to 20 digits before and after the point; zeros that say nothing do not count. */
const DECIMAL = /^(-?)0*(\d{1,20})(?:\.(\d{1,20}?)0*)?$/;
const LONGEST = 200;

/** The shortest form of a decimal number such as -12.5; undefined for any other text (no +, no exponent). */
export function shortDecimal(text: string): string | undefined {
  const parts = text.length <= LONGEST ? DECIMAL.exec(text) : null;
  if (!parts) return undefined;
  const [, sign, whole, places] = parts;
  const size = places === undefined || places === '0' ? whole! : `${whole}.${places}`;
  return size === '0' ? size : `${sign}${size}`;
}

/** Negative, 0 or positive as the one decimal number is less than, equal to or greater than the other, exactly. */
export function compareDecimals(a: string, b: string): number {
  // fifteen digits are never the same double as fifteen others
  if (a.length <= 15 && b.length <= 15) return Number(a) - Number(b);
  return compare(parseDecimal(a), parseDecimal(b));
}

const MONEY = /^(-?)0*(\d{1,14})(?:\.(\d{1,2}))?$/;
const LARGEST_CENTS = 1e15;

/** Whole cents, as text, of an amount such as -1234.50; undefined where it is none, or beyond 10^13 in size. */
export function centsOf(text: string): string | undefined {
  const parts = text.length <= LONGEST ? MONEY.exec(text) : null;
  if (!parts) return undefined;
  const cents = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  if (cents > LARGEST_CENTS) return undefined;
  return String(parts[1] === '-' && cents > 0 ? -cents : cents);
}

/** `-123450` cents as `-1234.50`. */
export function amountOf(cents: string): string {
  const sign = cents.startsWith('-') ? '-' : '';
  const digits = cents.slice(sign.length).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
