import type { Cents, Day } from '../portfolio/values.ts';

/** What an item of the work queue is about, in the order in which items of one day come (see urgency.ts). */
export const WORK_KINDS = [
  'escalation',
  'red_high_value',
  'falling_health',
  'action_item',
  'meeting_outcome',
  'pulse_check',
  'meeting',
  'stage',
  'onboarding',
  'renewal',
  'recommendation',
  'goal',
  'override',
  'stale_metrics',
  'stale_alignment',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What people call each kind, several of them. */
export const WORK_KIND_NAMES: Readonly<Record<WorkKind, string>> = {
  escalation: 'Escalations',
  red_high_value: 'High value at risk',
  falling_health: 'Falling health',
  action_item: 'Action items',
  meeting_outcome: 'Meetings to close',
  pulse_check: 'Pulse checks',
  meeting: 'Meetings to plan',
  stage: 'Stuck on the way',
  onboarding: 'Onboarding',
  renewal: 'Renewals',
  recommendation: 'Recommendations',
  goal: 'Goals',
  override: 'Status overrides',
  stale_metrics: 'Stale metrics',
  stale_alignment: 'Stale alignment',
};

/** One thing to do next, about one company. */
export interface WorkItem {
  /** Names it within its company, for as long as it is about the same thing: "renewal:managed-services". */
  readonly id: string;
  readonly kind: WorkKind;
  readonly company: string;
  /** The id of the thing that it is about (a contract, a meeting, the kind of a cadence); null: the company as a whole. */
  readonly thing: string | null;
  readonly title: string;
  /** A sentence without a full stop. */
  readonly why: string;
  /** The day by which it should be done. */
  readonly due: Day;
  /** What brought it up: an item that was done or dismissed comes back once this is another. */
  readonly cause: string;
  /** User id; null: nobody looks after it. */
  readonly owner: string | null;
  /** The MRR at stake with it; null: it is about no amount. */
  readonly mrr: Cents | null;
}

/** "1 day", "12 days". */
export const daysInWords = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
