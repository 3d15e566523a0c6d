import { compare, type Fraction, parseDecimal } from '../money/fraction.ts';
import { companyValue, type ValueKind, valueMidpoint } from '../segments/midpoint.ts';
import { quadrantOf } from '../segments/quadrant.ts';
import { known } from './column-arrays.ts';
import type { Portfolio } from './columns.ts';
import { QUADRANTS, type Quadrant } from './definitions.ts';

/** What holds for all companies of the workspace, whoever looks; kept until something that it rests on changes. */
interface Kept {
  /** `revision.values` that the two below were computed at. */
  values: number;
  midpoint: Partial<Record<ValueKind, Fraction | null>>;
  averageEmployees?: number | null;
  placed: Partial<Record<ValueKind, Placed>>;
}

interface Placed {
  /** `revision.any` that it was computed at, and the midpoint that it was computed with. */
  readonly any: number;
  readonly midpoint: Fraction | null;
  /** By slot: an index into QUADRANTS, or NOT_PLACED. */
  readonly quadrants: Uint8Array;
}

const keptFor = new WeakMap<Portfolio, Kept>();
const NOT_PLACED = QUADRANTS.length;

/** Where high value begins among the workspace's current clients (domain/segments/midpoint.ts). */
export function portfolioMidpoint(portfolio: Portfolio, kind: ValueKind): Fraction | null {
  const { midpoint } = kept(portfolio);
  if (midpoint[kind] === undefined) {
    midpoint[kind] = valueMidpoint(portfolio.definitions.workspace, middleCompanies(portfolio, kind), kind);
  }
  return midpoint[kind];
}

/** The median of the workspace's current clients, whether or not an amount was fixed in its place; null of none. */
export function portfolioMedian(portfolio: Portfolio, kind: ValueKind): Fraction | null {
  const unfixed = { valueMidpoint: null, seatValueMidpoint: null };
  return valueMidpoint(unfixed, middleCompanies(portfolio, kind), kind);
}

/** The mean over all current clients of the workspace whose number of employees is known; null of none. */
export function averageEmployees(portfolio: Portfolio): number | null {
  const state = kept(portfolio);
  if (state.averageEmployees === undefined) state.averageEmployees = meanEmployees(portfolio);
  return state.averageEmployees;
}

/** A company's value in cents, per seat not rounded; null where there is none. */
export function valueAt({ company }: Portfolio, slot: number, kind: ValueKind): number | null {
  const mrr = company.mrr[slot]!;
  if (kind === 'total') return mrr;
  return company.employees[slot]! > 0 ? mrr / company.employees[slot]! : null;
}

/** By slot: the index of its company's quadrant in QUADRANTS, or their number for "Not placed". */
export function placement(portfolio: Portfolio, kind: ValueKind): Uint8Array {
  const midpoint = portfolioMidpoint(portfolio, kind);
  const { placed } = kept(portfolio);
  const { revision, order, slots, company, definitions } = portfolio;
  const old = placed[kind];
  if (old?.any === revision.any) return old.quadrants;
  const usable = old && old.quadrants.length === order.length && sameFraction(old.midpoint, midpoint);
  const quadrants = usable ? old.quadrants : new Uint8Array(order.length);
  const effortMidpoint = parseDecimal(definitions.workspace.effortMidpoint);
  for (let at = 0; at < slots.size; at++) {
    const slot = order[at]!;
    if (usable && company.changedAt[slot]! <= old.any) continue;
    const value = companyValue(facts(portfolio, slot), kind);
    const quadrant = quadrantOf(value, known(company.effort, slot), midpoint, effortMidpoint);
    quadrants[slot] = quadrant === null ? NOT_PLACED : QUADRANTS.indexOf(quadrant);
  }
  placed[kind] = { any: revision.any, midpoint, quadrants };
  return quadrants;
}

/** Whether a company's MRR reaches the midpoint, wherever its effort puts it. */
export function isHighValue(portfolio: Portfolio, slot: number): boolean {
  const midpoint = portfolioMidpoint(portfolio, 'total');
  const value = companyValue(facts(portfolio, slot), 'total');
  return midpoint !== null && value !== null && compare(value, midpoint) >= 0;
}

/** The quadrant of a company, null for "Not placed". */
export function quadrantAt(portfolio: Portfolio, slot: number, kind: ValueKind): Quadrant | null {
  return QUADRANTS[placement(portfolio, kind)[slot]!] ?? null;
}

function kept(portfolio: Portfolio): Kept {
  const old = keptFor.get(portfolio);
  const { values } = portfolio.revision;
  if (old?.values === values) return old;
  const state: Kept = { values, midpoint: {}, placed: old?.placed ?? {} };
  keptFor.set(portfolio, state);
  return state;
}

/**
 * The one or two current companies in the middle by value: their median is that of all. They are found among doubles,
 * whose order agrees with that of the exact values wherever two differ; only equal ones are compared exactly.
 */
function middleCompanies(portfolio: Portfolio, kind: ValueKind) {
  const slots = valuedSlots(portfolio, kind);
  const sorted = Float64Array.from(slots, (slot) => valueAt(portfolio, slot, kind)!).sort();
  const places = slots.length ? new Set([(slots.length - 1) >> 1, slots.length >> 1]) : [];
  return Array.from(places, (place) => {
    const value = sorted[place]!;
    const equal = slots
      .filter((slot) => valueAt(portfolio, slot, kind) === value)
      .map((slot) => facts(portfolio, slot))
      .sort((a, b) => compare(companyValue(a, kind)!, companyValue(b, kind)!));
    return equal[place - sorted.indexOf(value)]!;
  });
}

function valuedSlots(portfolio: Portfolio, kind: ValueKind): number[] {
  const { order, slots, company } = portfolio;
  const valued: number[] = [];
  for (let at = 0; at < slots.size; at++) {
    const slot = order[at]!;
    if (company.current[slot] && valueAt(portfolio, slot, kind) !== null) valued.push(slot);
  }
  return valued;
}

function facts({ company }: Portfolio, slot: number) {
  return { current: true, mrr: company.mrr[slot]!, employees: known(company.employees, slot) };
}

function meanEmployees({ company, order, slots }: Portfolio): number | null {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < slots.size; at++) {
    const slot = order[at]!;
    if (!company.current[slot] || Number.isNaN(company.employees[slot]!)) continue;
    sum += company.employees[slot]!;
    count++;
  }
  return count === 0 ? null : sum / count;
}

function sameFraction(a: Fraction | null, b: Fraction | null): boolean {
  return a === null || b === null ? a === b : compare(a, b) === 0;
}
