import { compare, fraction, parseDecimal } from '../money/fraction.ts';
import type { Band } from './definitions.ts';

/**
 * What is wrong with bands that are to be set, in words, or null: they begin at 0 and end at 100, and no two have the
 * same name or the same lower bound (docs/portfolio-format.md, "Bounds"). Bands may stand in any order.
 */
export function bandsProblem(bands: readonly Pick<Band, 'name' | 'from'>[]): string | null {
  const bounds = bands.map((band) => parseDecimal(band.from));
  if (bands.length === 0) return 'There must be at least one band.';
  const names = new Set<string>();
  for (const { name } of bands) {
    if (names.has(name)) return `Two bands are called "${name}".`;
    names.add(name);
  }
  const high = bands.find((_, i) => compare(bounds[i]!, HUNDRED) > 0);
  if (high) return `"${high.name}" begins at ${high.from}; expected a number from 0 to 100.`;
  for (const [i, band] of bands.entries()) {
    const other = bands.findIndex((_, j) => j > i && compare(bounds[i]!, bounds[j]!) === 0);
    if (other >= 0) return `"${band.name}" and "${bands[other]!.name}" both begin at ${band.from}.`;
  }
  return bounds.some(({ n }) => n === 0n) ? null : 'No band begins at 0; the lowest one must.';
}

const HUNDRED = fraction(100);
