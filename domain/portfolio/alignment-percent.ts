import { compare, type Fraction, toNumber } from '../money/fraction.ts';
import { COUNTS } from './column-arrays.ts';
import { cellAt, type Portfolio } from './columns.ts';

/** An exact ratio, in numbers as long as they are safe integers. */
export type Ratio = { readonly n: number; readonly d: number } | Fraction;

/**
 * A company's alignment % = Σ(weight × alignment) ÷ Σ weight over its cells that count (docs/product.md §6), exactly;
 * over the given stack items only, or over all (null). Null where nothing counts or all that counts weighs 0.
 */
export function alignmentRatio(
  portfolio: Portfolio,
  slot: number,
  stackItems: Int32Array | null,
): Ratio | null {
  return alignmentRatios(portfolio, Int32Array.of(slot), stackItems)[0]!;
}

/** The same for many companies at once, in the order of their slots. */
export function alignmentRatios(
  portfolio: Portfolio,
  slots: Int32Array,
  stackItems: Int32Array | null,
): (Ratio | null)[] {
  const { scale, company, fineAlignments } = portfolio;
  const sums = stackItems && sumsOver(portfolio, slots, stackItems);
  return Array.from(slots, (slot, at) => {
    const fine = fineAlignments.get(slot);
    if (fine) return fineRatio(portfolio, fine, stackItems);
    const points = sums ? sums.points[at]! : company.alignmentPoints[slot]!;
    const weight = sums ? sums.weight[at]! : company.alignmentWeight[slot]!;
    return weight === 0 ? null : { n: points, d: weight * scale.alignment };
  });
}

/** Item by item, as the cells stand in memory. */
function sumsOver(portfolio: Portfolio, slots: Int32Array, stackItems: Int32Array) {
  const { scale, cell } = portfolio;
  const points = new Float64Array(slots.length);
  const weight = new Float64Array(slots.length);
  for (const item of stackItems) {
    const first = cellAt(portfolio, 0, item);
    const itemWeight = scale.weightNumbers[item]!;
    for (let at = 0; at < slots.length; at++) {
      const place = first + slots[at]!;
      points[at]! += itemWeight * cell.alignment[place]!;
      weight[at]! += itemWeight * (cell.standing[place]! & COUNTS);
    }
  }
  return { points, weight };
}

/** The alignment of one cell that counts, 0–100. */
export function cellAlignment(portfolio: Portfolio, slot: number, stackItem: number): number {
  const fine = portfolio.fineAlignments.get(slot);
  if (fine) return toNumber(fine[stackItem]!);
  return portfolio.cell.alignment[cellAt(portfolio, slot, stackItem)]! / portfolio.scale.alignment;
}

/** The double nearest to the ratio. */
export function ratioNumber(ratio: Ratio): number {
  return isWhole(ratio) ? ratio.n / ratio.d : toNumber(ratio);
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  if (isWhole(a) && isWhole(b)) {
    if (a.d === b.d) return a.n - b.n;
    const x = a.n * b.d;
    const y = b.n * a.d;
    if (x <= Number.MAX_SAFE_INTEGER && y <= Number.MAX_SAFE_INTEGER) return x - y;
  }
  return compare(exact(a), exact(b));
}

function fineRatio(
  { scale }: Portfolio,
  fine: readonly (Fraction | undefined)[],
  stackItems: Int32Array | null,
): Fraction | null {
  let points: Fraction = { n: 0n, d: 1n };
  let weight = 0n;
  for (const item of stackItems ?? fine.keys()) {
    const alignment = fine[item];
    if (!alignment) continue;
    const { n, d } = alignment;
    points = { n: points.n * d + scale.weights[item]! * n * points.d, d: points.d * d };
    weight += scale.weights[item]!;
  }
  return weight === 0n ? null : { n: points.n, d: points.d * weight };
}

function exact(ratio: Ratio): Fraction {
  return isWhole(ratio) ? { n: BigInt(ratio.n), d: BigInt(ratio.d) } : ratio;
}

function isWhole(ratio: Ratio): ratio is { readonly n: number; readonly d: number } {
  return typeof ratio.n === 'number';
}
