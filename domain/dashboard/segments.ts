import { parseDecimal, toNumber } from '../money/fraction.ts';
import { known } from '../portfolio/column-arrays.ts';
import type { Portfolio } from '../portfolio/columns.ts';
import { QUADRANTS, type Quadrant } from '../portfolio/definitions.ts';
import { averageEmployees, placement, portfolioMidpoint, valueAt } from '../portfolio/placement.ts';
import type { ValueKind } from '../segments/midpoint.ts';
import { healthStatuses } from './statuses.ts';
import type { Sums } from './sums.ts';

/** Customer Segments: value × effort, four quadrants. */
export interface Segments {
  readonly value: ValueKind;
  readonly valueMidpoint: number | null;
  readonly effortMidpoint: number;
  readonly averageEmployees: number | null;
  /** In the order HV/LE, HV/HE, LV/LE, LV/HE. */
  readonly quadrants: readonly { readonly id: Quadrant; readonly name: string; readonly companies: number }[];
  readonly notPlaced: number;
  /** Only placed companies, by name then id. */
  readonly points: readonly SegmentPoint[];
}

export interface SegmentPoint {
  readonly id: string;
  readonly name: string;
  /** Cents; per seat not rounded. */
  readonly value: number;
  readonly effort: number;
  readonly health: number | null;
  readonly status: string;
  readonly employees: number | null;
  readonly quadrant: Quadrant;
}

/** Element 1 (docs/product.md §§10–11), without its points. */
export function segmentCounts({ portfolio, request, slots }: Sums): Omit<Segments, 'points'> {
  const { definitions } = portfolio;
  const kind = request.query.value;
  const midpoint = portfolioMidpoint(portfolio, kind);
  const placed = placement(portfolio, kind);
  const counts = new Int32Array(QUADRANTS.length + 1);
  for (const slot of slots) counts[placed[slot]!]!++;
  return {
    value: kind,
    valueMidpoint: midpoint && toNumber(midpoint),
    effortMidpoint: toNumber(parseDecimal(definitions.workspace.effortMidpoint)),
    averageEmployees: averageEmployees(portfolio),
    quadrants: QUADRANTS.map((id, i) => ({
      id,
      name: definitions.segments.find((segment) => segment.quadrant === id)!.name,
      companies: counts[i]!,
    })),
    notPlaced: counts[QUADRANTS.length]!,
  };
}

/** The slots of the companies that are placed. */
export function placedSlots({ portfolio, request, slots }: Sums): Int32Array {
  const quadrants = placement(portfolio, request.query.value);
  const placed = new Int32Array(slots.length);
  let count = 0;
  for (const slot of slots) if (quadrants[slot]! < QUADRANTS.length) placed[count++] = slot;
  return placed.subarray(0, count);
}

/** A maker of the points of placed companies. */
export function pointsOf(portfolio: Portfolio, kind: ValueKind): (slot: number) => SegmentPoint {
  const { ids, names, company, definitions } = portfolio;
  const placed = placement(portfolio, kind);
  const statuses = healthStatuses(definitions);
  return (slot) => ({
    id: ids[slot]!,
    name: names[slot]!,
    value: valueAt(portfolio, slot, kind)!,
    effort: company.effort[slot]!,
    health: known(company.health, slot),
    status: statuses[company.status[slot]!]!.name,
    employees: known(company.employees, slot),
    quadrant: QUADRANTS[placed[slot]!]!,
  });
}
