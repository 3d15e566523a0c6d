import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { dayInZone } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';

/** What day it is in a time zone: by the server's clock in the one that holds, by this one's in another. */
export function realDay(
  stored: Pick<WorkspaceSettings, 'timeZone' | 'today'>,
  timeZone: string,
  instant: Date,
): Day {
  return timeZone === stored.timeZone ? stored.today : dayInZone(instant, timeZone);
}
