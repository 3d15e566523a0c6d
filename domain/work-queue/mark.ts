import type { Day } from '../portfolio/values.ts';
import type { WorkItem } from './work-item.ts';

export const MARK_STATES = ['done', 'snoozed', 'dismissed'] as const;
export type MarkState = (typeof MARK_STATES)[number];

/** What somebody did with an item of the work queue. */
export interface Mark {
  readonly state: MarkState;
  /** The cause of the item when it was marked. */
  readonly cause: string;
  /** Of a snooze: the day on which it comes back. */
  readonly until: Day | null;
}

/**
 * Whether an item is set aside. Done or dismissed: as long as its cause is the same. Snoozed: until its day, and no longer than
 * its cause is the same.
 */
export function isSetAside({ cause }: Pick<WorkItem, 'cause'>, mark: Mark | undefined, asOf: Day): boolean {
  if (mark === undefined || mark.cause !== cause) return false;
  return mark.state !== 'snoozed' || (mark.until !== null && asOf < mark.until);
}
