import type { Portfolio } from '../portfolio/columns.ts';
import { placement } from '../portfolio/placement.ts';
import type { ValueKind } from '../segments/midpoint.ts';
import { pointsOf } from './segments.ts';

/** By slot: a point as text, the quadrant that it says, and its company's `changedAt`; 0 for none written yet. */
interface Texts {
  readonly texts: string[];
  readonly quadrants: Uint8Array;
  readonly writtenAt: Float64Array;
}

const textsFor = new WeakMap<Portfolio, Partial<Record<ValueKind, Texts>>>();

/** The points of placed companies as the inside of a JSON array; each is kept until its company or quadrant changes. */
export function pointsJson(portfolio: Portfolio, kind: ValueKind, slots: Int32Array): string {
  const { texts, quadrants, writtenAt } = keptTexts(portfolio, kind);
  const placed = placement(portfolio, kind);
  const point = pointsOf(portfolio, kind);
  const { changedAt } = portfolio.company;
  const parts = new Array<string>(slots.length);
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

function keptTexts(portfolio: Portfolio, kind: ValueKind): Texts {
  const kept = textsFor.get(portfolio) ?? {};
  textsFor.set(portfolio, kept);
  const capacity = portfolio.order.length;
  const old = kept[kind];
  if (old?.texts.length === capacity) return old;
  const texts = {
    texts: new Array<string>(capacity).fill(''),
    quadrants: new Uint8Array(capacity),
    writtenAt: new Float64Array(capacity),
  };
  kept[kind] = texts;
  return texts;
}
