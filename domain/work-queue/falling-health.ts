import { addDays } from '../calendar/day.ts';
import { fraction, toNumber } from '../money/fraction.ts';
import { type BandBounds, bandIndex } from '../portfolio/bands.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import type { WorkItem } from './work-item.ts';

/** So many points are a fall. */
const POINTS = 10;
/** So many days after it fell somebody should have asked. */
const WITHIN = 7;

/** A past day's score. */
export interface EarlierScore {
  readonly on: Day;
  readonly score: number;
}

/** The score from which on an earlier one makes the present one a fall: ten points more, or the lower bound of a better band. */
export function fallsFrom(score: number, bounds: BandBounds): number {
  const better = bounds[bandIndex(bounds, fraction(score)) + 1];
  return Math.min(score + POINTS, better ? toNumber(better) : Number.POSITIVE_INFINITY);
}

/** The first of some earlier scores from which the present one has fallen; null: it has not. */
export function fallFrom(
  score: number | null,
  earlier: readonly EarlierScore[],
  bounds: BandBounds,
): EarlierScore | null {
  if (score === null) return null;
  const least = fallsFrom(score, bounds);
  return earlier.find((one) => one.score >= least) ?? null;
}

/**
 * Health falls before a client leaves: a current client whose score is ten points lower than about 30 or 90 days ago, or in a
 * worse band, is to be asked how things are, within a week. Done once, it comes back only after another fall.
 */
export function fallingHealthItems(company: Situation, asOf: Day): WorkItem[] {
  const { score, status, fall, red } = company.health;
  if (score === null || fall === null || (red && company.highValue)) return [];
  return [
    {
      id: 'falling_health',
      kind: 'falling_health',
      company: company.id,
      thing: null,
      title: `Health fell by ${fall.from - score} to ${score}`,
      why: `Health was ${fall.from} on ${fall.on} and is ${score} now (${status})`,
      due: fall.since === null ? asOf : addDays(fall.since, WITHIN),
      cause: fall.since ?? 'unknown',
      owner: ownerOf(null, company),
      mrr: company.mrr,
    },
  ];
}
