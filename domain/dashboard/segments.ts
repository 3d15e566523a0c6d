import type { Quadrant } from '../portfolio/definitions.ts';
import type { ValueKind } from '../segments/midpoint.ts';

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
