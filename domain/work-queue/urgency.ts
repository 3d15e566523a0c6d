import { addDays, daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import { daysInWords, WORK_KINDS, type WorkItem } from './work-item.ts';

/** How soon, the soonest first. */
export const URGENCIES = ['overdue', 'today', 'week', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Its day has passed, is today, is within the next seven, or later. */
export function urgencyOf({ due }: Pick<WorkItem, 'due'>, asOf: Day): Urgency {
  if (due < asOf) return 'overdue';
  if (due === asOf) return 'today';
  return due <= addDays(asOf, 7) ? 'week' : 'later';
}

/** "12 days overdue", "Due today", "Due in 3 days". */
export function urgencyInWords({ due }: Pick<WorkItem, 'due'>, asOf: Day): string {
  const left = daysBetween(asOf, due);
  if (left < 0) return `${daysInWords(-left)} overdue`;
  if (left === 0) return 'Due today';
  return left === 1 ? 'Due tomorrow' : `Due in ${daysInWords(left)}`;
}

/** What is at stake, most first. */
const STAKES: Readonly<Record<WorkItem['kind'], number>> = {
  // the relationship is in danger
  escalation: 0,
  red_high_value: 0,
  falling_health: 1,
  // we gave our word
  action_item: 2,
  meeting_outcome: 2,
  // the client waits for us
  pulse_check: 3,
  meeting: 3,
  stage: 3,
  onboarding: 3,
  // there is something to sell or to keep
  renewal: 4,
  recommendation: 4,
  goal: 4,
  // what we know of the client is old
  override: 5,
  stale_metrics: 5,
  stale_alignment: 5,
};

/** An item with the MRR of its company. */
export interface Ranked {
  readonly item: WorkItem;
  readonly companyName: string;
  readonly companyMrr: number;
}

/**
 * What to do first: what is overdue before what is due today, this week and later. Among those, a relationship in danger
 * (escalations and red high-value clients, then falling health) before our word (action items, meetings to close) before time with the
 * client (pulse checks, meetings, stages, onboarding) before money and plans (renewals, recommendations, goals) before upkeep (overrides, stale data).
 * Then the client with more MRR, then the earlier day, then by name.
 */
export function byUrgency(asOf: Day): (a: Ranked, b: Ranked) => number {
  const group = ({ item }: Ranked) => URGENCIES.indexOf(urgencyOf(item, asOf));
  return (a, b) =>
    group(a) - group(b) ||
    STAKES[a.item.kind] - STAKES[b.item.kind] ||
    b.companyMrr - a.companyMrr ||
    compareText(a.item.due, b.item.due) ||
    compareText(a.companyName, b.companyName) ||
    compareText(a.item.company, b.item.company) ||
    WORK_KINDS.indexOf(a.item.kind) - WORK_KINDS.indexOf(b.item.kind) ||
    compareText(a.item.id, b.item.id);
}
