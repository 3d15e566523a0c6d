import { type Fraction, toNumber } from '../money/fraction.ts';
import {
  ALIGNED,
  type CellColumns,
  COUNTS,
  type CompanyColumns,
  cellColumns,
  companyColumns,
} from './column-arrays.ts';
import { placeInOrder, takeFromOrder } from './company-order.ts';
import type { Definitions } from './definitions.ts';
import type { CellFigures, CompanyFigures } from './figures.ts';
import { type StackScale, scaleFor, stackScale } from './stack-scale.ts';
import type { Upkeep } from './upkeep.ts';

/**
 * The figures of a whole workspace as columns in memory, so that the dashboard sums 10,000 companies × 60 stack items
 * in milliseconds. A company has a slot; its cell of a stack item stands at `cellAt`. Only this file writes. The
 * definitions are those that the figures were computed with: when they change, a portfolio is made anew.
 *
 * Money is in whole cents; a sum beyond 2^53 cents (90 trillion) is to the nearest double.
 */
export interface Portfolio {
  readonly definitions: Definitions;
  readonly slots: ReadonlyMap<string, number>;
  /** By slot; the entries of free slots mean nothing. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly tags: readonly (readonly string[])[];
  readonly company: CompanyColumns;
  readonly cell: CellColumns;
  /** The first `slots.size` entries: the slots in use, by name then id. */
  readonly order: Int32Array;
  /** How many companies carry each tag; a tag that none carries is not in it. */
  readonly tagUses: ReadonlyMap<string, number>;
  readonly scale: StackScale;
  /** By slot, then stack item: exact alignments of companies whose decimals are too fine for the alignment column. */
  readonly fineAlignments: ReadonlyMap<number, readonly (Fraction | undefined)[]>;
  /** By slot: what of a company has become stale; companies without anything have no entry. */
  readonly upkeep: ReadonlyMap<number, Upkeep>;
  readonly revision: Revision;
}

/** Counted up by changes, for what is derived and kept. */
export interface Revision {
  /** Any change. */
  readonly any: number;
  /** A company came or went: a slot means another company, or none. */
  readonly companies: number;
  /** What midpoints and averages rest on changed. */
  readonly values: number;
}

/** The same, writable. */
type Store = { -readonly [Key in keyof Portfolio]: Portfolio[Key] } & {
  readonly slots: Map<string, number>;
  readonly ids: string[];
  readonly names: string[];
  readonly tags: (readonly string[])[];
  readonly tagUses: Map<string, number>;
  readonly fineAlignments: Map<number, readonly (Fraction | undefined)[]>;
  readonly upkeep: Map<number, Upkeep>;
  readonly revision: { any: number; companies: number; values: number };
  readonly free: number[];
};

export function createPortfolio(definitions: Definitions): Portfolio {
  const store: Store = {
    definitions,
    slots: new Map(),
    ids: [],
    names: [],
    tags: [],
    company: companyColumns(0),
    cell: cellColumns(definitions.stackItems.length, 0),
    order: new Int32Array(0),
    tagUses: new Map(),
    scale: stackScale(definitions.stackItems),
    fineAlignments: new Map(),
    upkeep: new Map(),
    revision: { any: 0, companies: 0, values: 0 },
    free: [],
  };
  return store;
}

/**
 * Takes up a company's figures, or replaces those it had. Throws a RangeError, with nothing changed, if an amount is
 * not a whole number of cents.
 */
export function putCompany(portfolio: Portfolio, figures: CompanyFigures): void {
  requireWholeCents(figures);
  const store = portfolio as Store;
  const known = store.slots.get(figures.id);
  const slot = known ?? takeSlot(store, figures);
  if (known !== undefined && store.names[slot] !== figures.name) rename(store, slot, figures.name);
  countTags(store, known === undefined ? [] : store.tags[slot]!, -1);
  store.tags[slot] = [...new Set(figures.tags)];
  countTags(store, store.tags[slot], 1);
  const { company, revision } = store;
  const before = [company.mrr[slot], company.employees[slot], company.current[slot]];
  writeCompany(company, slot, figures);
  const after = [company.mrr[slot], company.employees[slot], company.current[slot]];
  if (known === undefined || before.some((value, i) => !Object.is(value, after[i]))) revision.values++;
  writeCells(store, slot, figures.cells);
  if (figures.upkeep) store.upkeep.set(slot, figures.upkeep);
  else store.upkeep.delete(slot);
  company.changedAt[slot] = ++revision.any;
}

/** Forgets a company; does nothing if there is none with this id. */
export function removeCompany(portfolio: Portfolio, id: string): void {
  const store = portfolio as Store;
  const slot = store.slots.get(id);
  if (slot === undefined) return;
  takeFromOrder(store, slot, store.slots.size);
  countTags(store, store.tags[slot]!, -1);
  store.slots.delete(id);
  store.fineAlignments.delete(slot);
  store.upkeep.delete(slot);
  store.free.push(slot);
  store.revision.any++;
  store.revision.companies++;
  store.revision.values++;
}

/** Where the columns of cells hold a company's cell: those of one stack item stand together, in the order of slots. */
export function cellAt(portfolio: Portfolio, slot: number, stackItem: number): number {
  return stackItem * portfolio.order.length + slot;
}

function takeSlot(store: Store, { id, name }: CompanyFigures): number {
  const slot = store.free.pop() ?? store.slots.size;
  if (slot >= store.order.length) grow(store, Math.max(4, 2 * store.order.length));
  store.ids[slot] = id;
  store.names[slot] = name;
  placeInOrder(store, slot, store.slots.size);
  store.slots.set(id, slot);
  store.revision.companies++;
  return slot;
}

function rename(store: Store, slot: number, name: string): void {
  takeFromOrder(store, slot, store.slots.size);
  store.names[slot] = name;
  placeInOrder(store, slot, store.slots.size - 1);
}

function countTags(store: Store, tags: readonly string[], change: 1 | -1): void {
  for (const tag of tags) {
    const uses = (store.tagUses.get(tag) ?? 0) + change;
    if (uses) store.tagUses.set(tag, uses);
    else store.tagUses.delete(tag);
  }
}

function writeCompany(company: CompanyColumns, slot: number, figures: CompanyFigures): void {
  company.current[slot] = figures.current ? 1 : 0;
  company.mrr[slot] = figures.mrr;
  company.oneTime[slot] = figures.oneTime;
  company.employees[slot] = figures.employees ?? Number.NaN;
  company.health[slot] = figures.health ?? Number.NaN;
  company.coverage[slot] = figures.coverage;
  company.status[slot] = figures.status;
  company.effort[slot] = figures.effort ?? Number.NaN;
}

const OPPORTUNITIES = [
  'mrrOpportunity',
  'oneTimeOpportunity',
  'weightedMrrOpportunity',
  'weightedOneTimeOpportunity',
] as const;

function writeCells(store: Store, slot: number, cells: readonly CellFigures[]): void {
  const { cell, company, definitions } = store;
  for (const column of Object.values(cell)) {
    for (let item = 0; item < definitions.stackItems.length; item++) column[cellAt(store, slot, item)] = 0;
  }
  for (const column of OPPORTUNITIES) company[column][slot] = 0;
  writeAlignments(store, slot, cells);
  for (const figures of cells) {
    const at = cellAt(store, slot, figures.stackItem);
    cell.standing[at] = figures.aligned ? COUNTS | ALIGNED : COUNTS;
    cell.currentMrr[at] = figures.currentMrr;
    for (const column of OPPORTUNITIES) {
      cell[column][at] = figures[column];
      company[column][slot]! += figures[column];
    }
  }
}

function writeAlignments(store: Store, slot: number, cells: readonly CellFigures[]): void {
  store.fineAlignments.delete(slot);
  const factor = scaleFor(
    store.scale,
    cells.map((cell) => cell.alignment),
  );
  if (factor === null) {
    const fine: (Fraction | undefined)[] = [];
    for (const figures of cells) fine[figures.stackItem] = figures.alignment;
    store.fineAlignments.set(slot, fine);
    return;
  }
  if (factor !== store.scale.alignment) rescale(store, factor);
  const { company, cell, scale } = store;
  company.alignmentPoints[slot] = 0;
  company.alignmentWeight[slot] = 0;
  for (const { stackItem, alignment } of cells) {
    const percent = alignment.d === 1n ? Number(alignment.n) * factor : scaled(alignment, factor);
    cell.alignment[cellAt(store, slot, stackItem)] = percent;
    company.alignmentPoints[slot]! += scale.weightNumbers[stackItem]! * percent;
    company.alignmentWeight[slot]! += scale.weightNumbers[stackItem]!;
  }
}

function scaled({ n, d }: Fraction, factor: number): number {
  return toNumber({ n: n * BigInt(factor), d });
}

function rescale(store: Store, factor: number): void {
  const ratio = factor / store.scale.alignment;
  for (const column of [store.cell.alignment, store.company.alignmentPoints]) {
    for (let at = 0; at < column.length; at++) column[at]! *= ratio;
  }
  store.scale = { ...store.scale, alignment: factor };
}

function grow(store: Store, capacity: number): void {
  store.company = companyColumns(capacity, store.company);
  store.cell = cellColumns(store.definitions.stackItems.length, capacity, store.cell);
  const { order } = store;
  store.order = new Int32Array(capacity);
  store.order.set(order);
}

function requireWholeCents(figures: CompanyFigures): void {
  requireWhole(figures.id, 'mrr', figures.mrr);
  requireWhole(figures.id, 'oneTime', figures.oneTime);
  for (const cell of figures.cells) {
    requireWhole(figures.id, 'currentMrr', cell.currentMrr);
    for (const column of OPPORTUNITIES) requireWhole(figures.id, column, cell[column]);
  }
}

function requireWhole(company: string, figure: string, cents: number): void {
  if (!Number.isInteger(cents)) {
    throw new RangeError(`${figure} of company "${company}" is ${cents}, expected a whole number of cents`);
  }
}
