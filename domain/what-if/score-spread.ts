import type { Portrait } from './preview.ts';

/** How the companies of the dashboard lie over a score, for its cut scores to be set by. */
export interface ScoreSpread {
  /** By whole score from 0 to 100: how many companies have it. */
  readonly counts: readonly number[];
  /** How many have no score. */
  readonly without: number;
}

export function scoreSpread({ outcomes }: Portrait, score: 'health' | 'effort'): ScoreSpread {
  const counts = new Array<number>(101).fill(0);
  let without = 0;
  for (const outcome of outcomes) {
    if (!outcome.current) continue;
    const value = outcome[score];
    if (value === null) without++;
    else counts[value]!++;
  }
  return { counts, without };
}
