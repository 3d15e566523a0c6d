import type { Portfolio } from '../portfolio/columns.ts';
import { placement } from '../portfolio/placement.ts';
import type { ValueKind } from '../segments/midpoint.ts';
import { pointsOf } from './segments.ts';

const encoder = new TextEncoder();

/** By slot: a point as JSON, the quadrant that it says, and its company's `changedAt`; 0 for none written yet. */
interface Written {
  readonly points: Uint8Array[];
  readonly quadrants: Uint8Array;
  readonly writtenAt: Float64Array;
}

const writtenFor = new WeakMap<Portfolio, Partial<Record<ValueKind, Written>>>();

/** The points of placed companies, each as JSON in UTF-8; each is kept until its company or quadrant changes. */
export function pointsJson(portfolio: Portfolio, kind: ValueKind, slots: Int32Array): Uint8Array[] {
  const { points, quadrants, writtenAt } = keptPoints(portfolio, kind);
  const placed = placement(portfolio, kind);
  const point = pointsOf(portfolio, kind);
  const { changedAt } = portfolio.company;
  const parts = new Array<Uint8Array>(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!;
    if (writtenAt[slot] !== changedAt[slot] || quadrants[slot] !== placed[slot]) {
      points[slot] = encoder.encode(JSON.stringify(point(slot)));
      quadrants[slot] = placed[slot]!;
      writtenAt[slot] = changedAt[slot]!;
    }
    parts[at] = points[slot]!;
  }
  return parts;
}

function keptPoints(portfolio: Portfolio, kind: ValueKind): Written {
  const kept = writtenFor.get(portfolio) ?? {};
  writtenFor.set(portfolio, kept);
  const capacity = portfolio.order.length;
  const old = kept[kind];
  if (old?.quadrants.length === capacity) return old;
  const written = {
    points: [],
    quadrants: new Uint8Array(capacity),
    writtenAt: new Float64Array(capacity),
  };
  kept[kind] = written;
  return written;
}
