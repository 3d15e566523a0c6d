import { daysBetween } from '../calendar/day.ts';
import type { Day } from '../portfolio/values.ts';

/** How bad it is, the least first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How something was said while an escalation was open. */
export const COMMUNICATION_METHODS = ['in_person', 'phone', 'video', 'email', 'other'] as const;
export type CommunicationMethod = (typeof COMMUNICATION_METHODS)[number];

/**
 * While an escalation is open somebody is owed the next word on it. Says by how many days that is late: 0 on the day
 * itself and before it, and where no update was promised or the escalation is resolved.
 */
export function daysWithoutUpdate(
  { status, nextUpdateDue }: { readonly status: 'open' | 'resolved'; readonly nextUpdateDue: Day | null },
  asOf: Day,
): number {
  if (status === 'resolved' || nextUpdateDue === null) return 0;
  return Math.max(0, daysBetween(nextUpdateDue, asOf));
}
