import type { Portfolio } from '../portfolio/columns.ts';
import { placement } from '../portfolio/placement.ts';
import type { ValueKind } from '../segments/midpoint.ts';
import { pointsOf } from './segments.ts';

/** By slot: a point as text, the quadrant that it says, and the change of the portfolio up to which it holds. */
interface Texts {
  texts: string[];
  quadrants: number[];
  writtenAt: number[];
}

const textsFor = new WeakMap<Portfolio, Record<ValueKind, Texts>>();

/** The points of placed companies as the inside of a JSON array; each is kept until its company or quadrant changes. */
export function pointsJson(portfolio: Portfolio, kind: ValueKind, slots: Int32Array): string {
  const { texts, quadrants, writtenAt } = keptTexts(portfolio)[kind];
  const placed = placement(portfolio, kind);
  const point = pointsOf(portfolio, kind);
  const { changedAt } = portfolio.company;
  const parts: string[] = new Array(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!;
    if (writtenAt[slot] !== changedAt[slot] || quadrants[slot] !== placed[slot]) {
      texts[slot] = JSON.stringify(point(slot));
      quadrants[slot] = placed[slot]!;
      writtenAt[slot] = changedAt[slot]!;
    }
    parts[at] = texts[slot]!;
  }
  return parts.join(',');
}

function keptTexts(portfolio: Portfolio): Record<ValueKind, Texts> {
  const none = (): Texts => ({ texts: [], quadrants: [], writtenAt: [] });
  const kept = textsFor.get(portfolio) ?? { total: none(), perSeat: none() };
  textsFor.set(portfolio, kept);
  return kept;
}
