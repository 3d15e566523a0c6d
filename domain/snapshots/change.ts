import { isCurrentClient } from '../companies/current.ts';
import type { Stage } from '../portfolio/facts.ts';
import type { Cents, Day } from '../portfolio/values.ts';

/** What was kept of a company's day (see Snapshot); null: there was no such figure, or it is not on record. */
export interface KeptDay {
  readonly date: Day;
  readonly stage: Stage | null;
  readonly mrr: Cents | null;
  readonly employees: number | null;
  readonly health: number | null;
  readonly healthStatus: string | null;
  /** Percent. */
  readonly coverage: number | null;
  readonly effort: number | null;
  readonly segment: string | null;
  /** Percent. */
  readonly alignment: number | null;
  readonly definitionVersion: number | null;
  /** Made up for later: only stage and MRR are on record. */
  readonly reconstructed: boolean;
}

/** From which day to which a status was overridden, both included. */
export interface OverridePeriod {
  readonly setOn: Day;
  readonly expiresOn: Day;
}

export const CHANGE_FIGURES = [
  'stage',
  'mrr',
  'employees',
  'health',
  'healthStatus',
  'coverage',
  'effort',
  'segment',
  'alignment',
] as const;
export type ChangeFigure = (typeof CHANGE_FIGURES)[number];

/**
 * Why a figure is another one:
 * - data: something about the company was entered, measured or dated otherwise;
 * - stale: a value became older than its metric allows; it still counts in the score, not in the coverage;
 * - definitions: what holds for all companies was changed on the way; what else changed that day counts in it;
 * - override: an override of the status began or ended;
 * - others: the company is as it was, and the midpoint moved with the other clients.
 */
export const CHANGE_REASONS = ['data', 'stale', 'definitions', 'override', 'others'] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

export interface FigureChange {
  readonly figure: ChangeFigure;
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** In the order of CHANGE_REASONS. */
  readonly reasons: readonly ChangeReason[];
}

/** What changed from a day to the next one that was kept. */
export interface ChangeStep {
  readonly from: Day;
  readonly to: Day;
  readonly changes: readonly FigureChange[];
}

/** "What changed, when, and why?" Step by step over days in their order; a step on which nothing changed is left out. */
export function changeSteps(days: readonly KeptDay[], overrides: readonly OverridePeriod[]): ChangeStep[] {
  return days.slice(1).flatMap((after, i) => {
    const before = days[i]!;
    const changes = CHANGE_FIGURES.filter((figure) => comparable(before, after, figure)).map((figure) => ({
      figure,
      before: before[figure],
      after: after[figure],
      reasons: [reasonFor(figure, before, after, overrides)],
    }));
    return changes.length > 0 ? [{ from: before.date, to: after.date, changes }] : [];
  });
}

/** From the first of the days to the last: what is another one altogether, with every reason there was on the way. */
export function changesBetween(
  days: readonly KeptDay[],
  overrides: readonly OverridePeriod[],
): FigureChange[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const steps = changeSteps(days, overrides).flatMap(({ changes }) => changes);
  return CHANGE_FIGURES.filter((figure) => comparable(first, last, figure)).map((figure) => {
    const reasons = new Set(steps.filter((step) => step.figure === figure).flatMap((step) => step.reasons));
    return {
      figure,
      before: first[figure],
      after: last[figure],
      reasons: CHANGE_REASONS.filter((reason) => reasons.has(reason)),
    };
  });
}

/** Whether a figure is another one; what is not on record on either day cannot be compared. */
function comparable(before: KeptDay, after: KeptDay, figure: ChangeFigure): boolean {
  if (figure !== 'stage' && figure !== 'mrr' && (before.reconstructed || after.reconstructed)) return false;
  return before[figure] !== after[figure];
}

function reasonFor(
  figure: ChangeFigure,
  before: KeptDay,
  after: KeptDay,
  overrides: readonly OverridePeriod[],
): ChangeReason {
  if (figure === 'stage' || figure === 'employees') return 'data';
  if (figure === 'healthStatus' && overrideOn(overrides, before.date) !== overrideOn(overrides, after.date))
    return 'override';
  const known = before.definitionVersion !== null && after.definitionVersion !== null;
  if (known && before.definitionVersion !== after.definitionVersion) return 'definitions';
  if (figure === 'segment' && asItWas(before, after)) return 'others';
  if ((figure === 'healthStatus' || figure === 'coverage') && wentStale(before, after)) return 'stale';
  return 'data';
}

const overrideOn = (overrides: readonly OverridePeriod[], day: Day) =>
  overrides.find(({ setOn, expiresOn }) => setOn <= day && day <= expiresOn);

/** Nothing of its own would place it elsewhere. */
const asItWas = (before: KeptDay, after: KeptDay) =>
  before.mrr === after.mrr &&
  before.effort === after.effort &&
  before.employees === after.employees &&
  isClient(before) === isClient(after);

const isClient = ({ stage }: KeptDay) => stage !== null && isCurrentClient(stage);

const wentStale = (before: KeptDay, after: KeptDay) =>
  before.health === after.health && (after.coverage ?? 0) < (before.coverage ?? 0);
