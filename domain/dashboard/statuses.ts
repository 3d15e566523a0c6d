import { NO_SCORE } from '../portfolio/defaults.ts';
import type { Definitions } from '../portfolio/definitions.ts';

/** Every status that a company can have: the health bands from the lowest up, then "No score". */
export function healthStatuses(
  definitions: Definitions,
): readonly { readonly name: string; readonly color: string }[] {
  return [...definitions.healthBands, NO_SCORE];
}
