import { daysBetween } from '../calendar/day.ts';
import type { RecommendationStatus } from '../portfolio/definitions.ts';
import type { Day } from '../portfolio/values.ts';

/** The statuses that a goal is given here. An import may bring any other word, which is kept. */
export const GOAL_STATUSES = ['Not started', 'On track', 'At risk', 'Achieved', 'Dropped'] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

export type GoalState = 'open' | 'achieved' | 'dropped';

const ACHIEVED: ReadonlySet<string> = new Set(['achieved', 'done', 'completed', 'complete', 'met']);
const DROPPED: ReadonlySet<string> = new Set(['dropped', 'cancelled', 'canceled', 'abandoned']);

interface Standing {
  /** Null: none is given. */
  readonly status: string | null;
  /** 0–100; null: nobody said. */
  readonly progress: number | null;
}

/**
 * Whether a goal is still to be reached. What its status says goes first, in any case of letters; one whose progress is
 * 100 % is achieved whatever word stands there. A goal without either is open.
 */
export function goalState({ status, progress }: Standing): GoalState {
  const word = (status ?? '').trim().toLowerCase();
  if (DROPPED.has(word)) return 'dropped';
  return ACHIEVED.has(word) || (progress ?? 0) >= 100 ? 'achieved' : 'open';
}

/** By how many days an open goal has missed its target date: 0 on the day itself, before it, and without one. */
export function daysPastTarget(goal: Standing & { readonly targetDate: Day | null }, asOf: Day): number {
  if (goalState(goal) !== 'open' || goal.targetDate === null) return 0;
  return Math.max(0, daysBetween(goal.targetDate, asOf));
}

/** How far the recommendations that serve a goal have come. Declined ones do not count; null: none does. */
export function recommendationsDone(
  states: readonly RecommendationStatus['state'][],
): { readonly completed: number; readonly of: number; readonly percent: number } | null {
  const counted = states.filter((state) => state !== 'declined');
  if (counted.length === 0) return null;
  const completed = counted.filter((state) => state === 'completed').length;
  return { completed, of: counted.length, percent: Math.round((completed / counted.length) * 100) };
}
