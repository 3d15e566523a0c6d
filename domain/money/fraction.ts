/** An exact ratio of whole numbers; `d` is positive. Not necessarily in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

/** The ratio `n / d`; `n` and `d` are whole numbers, `d` is not 0 (a RangeError otherwise). */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  return withPositiveDenominator(BigInt(n), BigInt(d));
}

/** A decimal as it was typed ("12.5", "-0.25"), exactly. Throws a RangeError for any other text. */
export function parseDecimal(text: string): Fraction {
  if (!/^[+-]?\d+(\.\d*)?$/.test(text))
    throw new RangeError(`"${text}" is not a decimal number such as -12.5`);
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  return {
    n: BigInt(text.slice(0, point) + text.slice(point + 1)),
    d: 10n ** BigInt(text.length - point - 1),
  };
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  // Long sums of decimals keep a small denominator this way.
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** Throws a RangeError when `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return withPositiveDenominator(a.n * b.d, a.d * b.n);
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const x = a.d === b.d ? a.n : a.n * b.d;
  const y = a.d === b.d ? b.n : b.n * a.d;
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * The nearest whole number, a half going up, towards +∞: 49.5 → 50, 0.5 → 1, -0.5 → 0, -1.5 → -1.
 * (docs/interfaces.md, "Exact rules": rounded half up once.)
 */
export function roundHalfUp(f: Fraction): bigint {
  return floorDivide(2n * f.n + f.d, 2n * f.d);
}

/** The double nearest to the fraction (ties to even), so that equal fractions give equal numbers whatever their terms. */
export function toNumber(f: Fraction): number {
  if (isExact(f.n) && isExact(f.d)) return Number(f.n) / Number(f.d);
  const negative = f.n < 0n;
  const n = negative ? -f.n : f.n;
  // A quotient of at least 64 bits whose last bit also stands for the remainder rounds like the exact ratio.
  const shift = Math.max(0, 68 + bitLength(f.d) - bitLength(n));
  const scaled = n << BigInt(shift);
  const quotient = scaled / f.d;
  const sticky = scaled % f.d === 0n ? quotient : quotient | 1n;
  const size = Number(sticky) * 2 ** -shift;
  return negative ? -size : size;
}

function withPositiveDenominator(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError(`${n} / 0 is no fraction`);
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}

function isExact(n: bigint): boolean {
  return n <= 9007199254740991n && n >= -9007199254740991n;
}

/** At least the number of bits, at most three more. */
function bitLength(n: bigint): number {
  return n.toString(16).length * 4;
}
