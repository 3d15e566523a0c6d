import type { Segment } from '../dashboard/query.ts';
import { healthStatuses } from '../dashboard/statuses.ts';
import { fraction, toNumber } from '../money/fraction.ts';
import { type BandBounds, bandBounds, bandIndex } from '../portfolio/bands.ts';
import { NO_SCORE } from '../portfolio/defaults.ts';
import { type Definitions, QUADRANTS } from '../portfolio/definitions.ts';
import type { Cents } from '../portfolio/values.ts';
import type { ValueKind } from '../segments/midpoint.ts';
import type { Draft } from './draft.ts';
import type { Outcome } from './outcome.ts';
import type { Portrait } from './preview.ts';

/** A figure now, and as it would be. */
export interface Moved<T> {
  readonly before: T;
  readonly after: T;
}

/** How many companies are of a kind. */
export interface CountMoved extends Moved<number> {
  readonly name: string;
  readonly color: string;
}

export interface SegmentMoved extends Moved<number> {
  readonly segment: Segment;
  readonly name: string;
}

/** Where one company stands, its status and effort band by name. */
export interface Standing extends Omit<Outcome, 'id' | 'name' | 'current' | 'status'> {
  readonly status: string;
  readonly effortBand: string;
}

/** A company of which something moves. */
export interface CompanyMoved extends Moved<Standing> {
  readonly id: string;
  readonly name: string;
  /** It falls in another status; a status that is only called otherwise is the same. */
  readonly status: boolean;
  readonly segment: Readonly<Record<ValueKind, boolean>>;
}

export const MONEY_MOVED = ['mrr', 'oneTime', 'mrrOpportunity', 'oneTimeOpportunity'] as const;
export const SCORES_MOVED = ['health', 'effort', 'alignment'] as const;

/** What an edit does to the companies of the dashboard: those in stage onboarding or active that its viewer sees. */
export interface Changes {
  readonly companies: number;
  /** As they are to be, from the lowest up, then those that go away, then "No score". */
  readonly statuses: readonly CountMoved[];
  readonly effortBands: readonly CountMoved[];
  /** In the order of the quadrants, then "Not placed". */
  readonly segments: Readonly<Record<ValueKind, readonly SegmentMoved[]>>;
  /** Sums over the companies. */
  readonly money: Readonly<Record<(typeof MONEY_MOVED)[number], Moved<Cents>>>;
  /** Means over the companies that have one; null: none has. */
  readonly scores: Readonly<Record<(typeof SCORES_MOVED)[number], Moved<number | null>>>;
  /** Cents, not rounded. */
  readonly midpoints: Readonly<Record<ValueKind, Moved<number | null>>>;
  /** Every company of which anything moves, in the order of the portfolio. */
  readonly moved: readonly CompanyMoved[];
}

/** Compares two portraits of the same companies; `renamed` as in the draft that the second one is of. */
export function changesBetween(
  before: Portrait,
  after: Portrait,
  renamed: Draft['renamedStatuses'] = new Map(),
): Changes {
  const pairs = before.outcomes
    .map((outcome, i) => ({ before: outcome, after: after.outcomes[i]! }))
    .filter((pair) => pair.before.current);
  const bands = { before: namesOf(before.definitions), after: namesOf(after.definitions) };
  const newName = (status: string) => renamed.get(status) ?? status;
  const standings = {
    before: pairs.map((pair) => standingOf(pair.before, bands.before)),
    after: pairs.map((pair) => standingOf(pair.after, bands.after)),
  };
  const moved = pairs.flatMap(({ after: { id, name } }, i) => {
    const move = { before: standings.before[i]!, after: standings.after[i]! };
    return stands(move, newName) ? [] : [companyMoved(id, name, move, newName)];
  });
  return {
    companies: pairs.length,
    statuses: countsMoved(
      [...withGone(before.definitions.healthBands, after.definitions.healthBands, newName), NO_SCORE],
      {
        before: standings.before.map(({ status }) => newName(status)),
        after: standings.after.map(({ status }) => status),
      },
    ),
    effortBands: countsMoved(
      [...withGone(before.definitions.effortBands, after.definitions.effortBands, (name) => name), NO_SCORE],
      {
        before: standings.before.map((it) => it.effortBand),
        after: standings.after.map((it) => it.effortBand),
      },
    ),
    segments: {
      total: segmentsMoved(after.definitions, standings, 'total'),
      perSeat: segmentsMoved(after.definitions, standings, 'perSeat'),
    },
    money: overEach(MONEY_MOVED, (figure) => movedOf(standings, (list) => sum(list.map((it) => it[figure])))),
    scores: overEach(SCORES_MOVED, (score) =>
      movedOf(standings, (list) => mean(list.map((it) => it[score]))),
    ),
    midpoints: overEach(['total', 'perSeat'] as const, (kind) => ({
      before: before.midpoints[kind] && toNumber(before.midpoints[kind]),
      after: after.midpoints[kind] && toNumber(after.midpoints[kind]),
    })),
    moved,
  };
}

interface BandNames {
  readonly statuses: readonly { readonly name: string }[];
  readonly effort: { readonly bounds: BandBounds; readonly names: readonly string[] };
}

function namesOf(definitions: Definitions): BandNames {
  return {
    statuses: healthStatuses(definitions),
    effort: {
      bounds: bandBounds(definitions.effortBands),
      names: definitions.effortBands.map(({ name }) => name),
    },
  };
}

function standingOf(outcome: Outcome, { statuses, effort }: BandNames): Standing {
  const { id: _, name: __, current: ___, status, ...figures } = outcome;
  return {
    ...figures,
    status: statuses[status]!.name,
    effortBand:
      figures.effort === null
        ? NO_SCORE.name
        : effort.names[bandIndex(effort.bounds, fraction(figures.effort))]!,
  };
}

function companyMoved(
  id: string,
  name: string,
  { before, after }: Moved<Standing>,
  newName: (status: string) => string,
): CompanyMoved {
  return {
    id,
    name,
    before,
    after,
    status: newName(before.status) !== after.status,
    segment: {
      total: before.segment.total !== after.segment.total,
      perSeat: before.segment.perSeat !== after.segment.perSeat,
    },
  };
}

/** Whether nothing about a company moves. */
function stands({ before, after }: Moved<Standing>, newName: (status: string) => string): boolean {
  const { status, segment, effortBand: _, ...figures } = before;
  return (
    newName(status) === after.status &&
    segment.total === after.segment.total &&
    segment.perSeat === after.segment.perSeat &&
    (Object.keys(figures) as (keyof typeof figures)[]).every((figure) => before[figure] === after[figure])
  );
}

type NamedColor = Pick<CountMoved, 'name' | 'color'>;

/** The bands as they are to be, then those of now that no longer are. */
function withGone(
  before: readonly NamedColor[],
  after: readonly NamedColor[],
  newName: (name: string) => string,
): NamedColor[] {
  const names = new Set(after.map(({ name }) => name));
  return [...after, ...before.filter(({ name }) => !names.has(newName(name)))];
}

function countsMoved(kinds: readonly NamedColor[], names: Moved<readonly string[]>): CountMoved[] {
  const before = countsOf(names.before);
  const after = countsOf(names.after);
  return kinds.map(({ name, color }) => ({
    name,
    color,
    before: before.get(name) ?? 0,
    after: after.get(name) ?? 0,
  }));
}

function segmentsMoved(
  { segments }: Definitions,
  standings: Moved<readonly Standing[]>,
  kind: ValueKind,
): SegmentMoved[] {
  const before = countsOf(standings.before.map(({ segment }) => segment[kind]));
  const after = countsOf(standings.after.map(({ segment }) => segment[kind]));
  return [...QUADRANTS, 'not_placed' as const].map((segment) => ({
    segment,
    name: segments.find(({ quadrant }) => quadrant === segment)?.name ?? 'Not placed',
    before: before.get(segment) ?? 0,
    after: after.get(segment) ?? 0,
  }));
}

function countsOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function movedOf<T>(
  standings: Moved<readonly Standing[]>,
  figure: (list: readonly Standing[]) => T,
): Moved<T> {
  return { before: figure(standings.before), after: figure(standings.after) };
}

function overEach<Name extends string, T>(names: readonly Name[], make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
}

function sum(amounts: readonly Cents[]): Cents {
  return amounts.reduce((a, b) => a + b, 0);
}

function mean(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}
