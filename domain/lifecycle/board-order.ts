import { compareText } from '../text/compare.ts';

/**
 * On the lifecycle board stands first who has been in its stage the longest, as somebody may be waiting there; then those of whom
 * nobody recorded since when, by name.
 */

/** What the order of a card rests on. */
export interface BoardPlace {
  readonly id: string;
  readonly name: string;
  /** Days in its stage; null: unknown. */
  readonly days: number | null;
}

/** Compares two cards of a stage. */
export function compareOnBoard(a: BoardPlace, b: BoardPlace): number {
  return (b.days ?? -1) - (a.days ?? -1) || compareText(a.name, b.name) || compareText(a.id, b.id);
}
