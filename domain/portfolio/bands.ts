import { compare, type Fraction, parseDecimal } from '../money/fraction.ts';
import type { Band } from './definitions.ts';

/** The lower bounds of bands, from the lowest up. */
export type BandBounds = readonly Fraction[];

export function bandBounds(bands: readonly Band[]): BandBounds {
  return bands.map((band) => parseDecimal(band.from));
}

/** The index of the band that a value falls in; a lower bound is inclusive (docs/product.md §1). */
export function bandIndex(bounds: BandBounds, value: Fraction): number {
  let index = 0;
  for (let i = 1; i < bounds.length; i++) if (compare(bounds[i]!, value) <= 0) index = i;
  return index;
}
