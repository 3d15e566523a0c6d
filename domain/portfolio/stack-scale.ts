import { type Fraction, parseDecimal } from '../money/fraction.ts';
import type { StackItem } from './definitions.ts';

/**
 * Weights and alignments are decimals. As whole numbers of a common fraction of one they add up exactly, and a single
 * division gives the company's alignment % as the double nearest to the true value.
 */
export interface StackScale {
  /** By stack item: its weight × one power of ten common to all. */
  readonly weights: readonly bigint[];
  /** The same as numbers; only to be used while `maxAlignment` > 0. */
  readonly weightNumbers: Float64Array;
  /** What the alignment column's percentages are multiplied by. */
  readonly alignment: number;
  /** The largest such factor with which every sum of weight × alignment is a safe integer; 0 if none is. */
  readonly maxAlignment: number;
}

export function stackScale(items: readonly StackItem[]): StackScale {
  const exact = items.map((item) => parseDecimal(item.weight));
  const unit = exact.reduce((common, weight) => leastCommonMultiple(common, weight.d), 1n);
  const weights = exact.map((weight) => weight.n * (unit / weight.d));
  const sum = weights.reduce((a, b) => a + b, 0n);
  const room = BigInt(Number.MAX_SAFE_INTEGER) / (100n * (sum || 1n));
  return {
    weights,
    weightNumbers: Float64Array.from(weights, Number),
    alignment: 1,
    maxAlignment: Number(room),
  };
}

/** The smallest multiple of `scale` that makes every one of the alignments whole; null if it would leave no room. */
export function scaleFor(scale: StackScale, alignments: readonly Fraction[]): number | null {
  let common = BigInt(scale.alignment);
  for (const { n, d } of alignments) {
    if (d !== 1n && (n * common) % d !== 0n)
      common = leastCommonMultiple(common, d / greatestCommonDivisor(n, d));
  }
  return common > BigInt(scale.maxAlignment) ? null : Number(common);
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y) [x, y] = [y, x % y];
  return x;
}
