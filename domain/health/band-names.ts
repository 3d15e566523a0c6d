import { parseDecimal } from '../money/fraction.ts';
import { bandBounds, bandIndex } from '../portfolio/bands.ts';
import type { Band } from '../portfolio/definitions.ts';

/** A band as it is to be; `was`: the name that it has now, if it gets another. */
export type RenamedBand = Band & { readonly was?: string | null | undefined };

export interface BandNames {
  /** By the present name: another one of the same band. */
  readonly renamed: ReadonlyMap<string, string>;
  /** By the name of a band that goes away: the band that its lower bound falls in from then on. */
  readonly replaced: ReadonlyMap<string, string>;
}

/**
 * What becomes of the names of bands, for what names them to go along: an override of a status keeps pointing to its band
 * under the new name, or to the one that takes the place of a band that goes away. `after` from the lowest up.
 */
export function bandNames(before: readonly Band[], after: readonly RenamedBand[]): BandNames {
  const origin = new Map(after.map((band) => [band.was ?? band.name, band.name]));
  const bounds = bandBounds(after);
  const kept = before.filter(({ name }) => origin.has(name));
  const gone = before.filter(({ name }) => !origin.has(name));
  return {
    renamed: new Map(
      kept.map(({ name }) => [name, origin.get(name)!] as const).filter(([from, to]) => from !== to),
    ),
    replaced: new Map(
      gone.map(({ name, from }) => [name, after[bandIndex(bounds, parseDecimal(from))]!.name]),
    ),
  };
}

/** Which `was` names no band, or one that another band is too, in words; null: none. */
export function originProblem(before: readonly Band[], after: readonly RenamedBand[]): string | null {
  const origins = after.map((band) => band.was ?? band.name);
  const unknown = after.find(({ was }) => was && !before.some(({ name }) => name === was));
  if (unknown) return `There is no band "${unknown.was}" that "${unknown.name}" could have been`;
  const twice = after.find((_, i) => origins.indexOf(origins[i]!) !== i);
  return twice ? `Two bands are what "${twice.was ?? twice.name}" was` : null;
}
