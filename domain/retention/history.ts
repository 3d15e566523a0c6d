import type { Cents, Day } from '../portfolio/values.ts';
import type { Period } from './movements.ts';
import type { Span } from './spans.ts';

/** By what retention can be narrowed and broken down: as it was at the time, not as it is today. */
export const BREAKDOWNS = ['accountManager', 'accountGroup', 'segment', 'health'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Where a company stood on a day, by breakdown: ids, of each as many as it has. Null: not on record. */
export type Standing = Readonly<Record<Breakdown, readonly string[] | null>>;

/** A company on a day that is on record. */
export interface Closing {
  /** What it brought in (see countedMrr). */
  readonly mrr: Cents;
  readonly standing: Standing;
}

/** A company's days on record; on a day that is missing it was not there yet, or there any more. */
export interface CompanyHistory {
  readonly company: string;
  /** The first day on which it was known to be a client, or to have been one; null: never. */
  readonly clientSince: Day | null;
  readonly closings: ReadonlyMap<Day, Closing>;
}

/** What a company brought in at the start and at the end of a span; null: the span is not on record. */
export function periodOf({ clientSince, closings }: CompanyHistory, { start, end }: Span): Period | null {
  if (start === null || end === null) return null;
  return {
    start: closings.get(start)?.mrr ?? 0,
    end: closings.get(end)?.mrr ?? 0,
    wasClient: clientSince !== null && clientSince <= start,
  };
}

/**
 * "Where did it stand at the time?" As at the start of the span if it was a client then, so that a client who is lost is
 * lost where it was, and the cohort stays the one that it was; a client that is new or came back, as at the end.
 */
export function standingOf({ closings }: CompanyHistory, { start, end }: Span): Standing | null {
  const [first, last] = [start, end].map((day) => (day === null ? undefined : closings.get(day)));
  const at = first && first.mrr > 0 ? first : (last ?? first);
  return at?.standing ?? null;
}

/** What counts: of each breakdown the values that may be, alternatives of each other; none narrows nothing. */
export type StandingFilter = Readonly<Record<Breakdown, readonly string[]>>;

export const NO_STANDING_FILTER: StandingFilter = {
  accountManager: [],
  accountGroup: [],
  segment: [],
  health: [],
};

/** Whether a company that stood so counts. What is not on record passes no filter. */
export function passes(standing: Standing | null, filter: StandingFilter): boolean {
  return BREAKDOWNS.every((by) => {
    const wanted = filter[by];
    return wanted.length === 0 || (standing?.[by]?.some((id) => wanted.includes(id)) ?? false);
  });
}

/** The groups of a breakdown that a company counts in: each that it stood in; null is the one of those who stood in none. */
export function groupsOf(standing: Standing | null, by: Breakdown): readonly (string | null)[] {
  const ids = standing?.[by] ?? [];
  return ids.length > 0 ? ids : [null];
}
