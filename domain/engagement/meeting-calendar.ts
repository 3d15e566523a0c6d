import type { Day } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import type { MeetingKind, MeetingStatus } from './meeting-kinds.ts';

export const CALENDAR_STATES = ['planned', 'held', 'due', 'overdue'] as const;
export type CalendarState = (typeof CALENDAR_STATES)[number];

interface About {
  readonly company: { readonly id: string; readonly name: string };
  readonly kind: MeetingKind;
}

export interface CalendarMeeting extends About {
  readonly id: string;
  readonly date: Day;
  readonly startTime: string | null;
  readonly status: MeetingStatus;
}

export interface CalendarCadence extends About {
  readonly due: Day;
  /** The next meeting of the kind that is planned, today or later. */
  readonly planned: { readonly id: string; readonly date: Day } | null;
  readonly why: string;
}

export interface CalendarEntry extends About {
  readonly state: CalendarState;
  /** The meeting; of a cadence, the one that is planned for it. */
  readonly meeting: { readonly id: string; readonly date: Day } | null;
  readonly startTime: string | null;
  /** Of a cadence: why it is due on this day. Null: this is a meeting. */
  readonly why: string | null;
}

export interface CalendarDay {
  readonly date: Day;
  /** The first of the day. */
  readonly entries: readonly CalendarEntry[];
  /** How many the day has in all. */
  readonly count: number;
}

/**
 * What a calendar of meetings shows on each day from `from` to `to` that has anything: the meetings of the day by their time,
 * then the cadences that are due on it, by company. A meeting that was cancelled is not shown; one whose day has passed
 * without anybody saying that it was held is overdue, as is a cadence whose day has passed. `perDay`: only so many entries of a day;
 * null: all of them.
 */
export function meetingCalendar(
  meetings: readonly CalendarMeeting[],
  cadences: readonly CalendarCadence[],
  span: { readonly from: Day; readonly to: Day; readonly perDay: number | null },
  asOf: Day,
): CalendarDay[] {
  const days = new Map<Day, CalendarEntry[]>();
  const put = (date: Day, entry: CalendarEntry) => {
    if (date < span.from || date > span.to) return;
    days.set(date, [...(days.get(date) ?? []), entry]);
  };
  for (const { id, date, startTime, status, company, kind } of meetings) {
    if (status === 'cancelled') continue;
    const state = status === 'held' ? 'held' : date < asOf ? 'overdue' : 'planned';
    put(date, { company, kind, state, meeting: { id, date }, startTime, why: null });
  }
  for (const { due, planned, why, company, kind } of cadences) {
    const state = due < asOf ? 'overdue' : 'due';
    put(due, { company, kind, state, meeting: planned, startTime: null, why });
  }
  return [...days]
    .sort(([a], [b]) => compareText(a, b))
    .map(([date, entries]) => ({
      date,
      entries: entries.sort(inOrder).slice(0, span.perDay ?? entries.length),
      count: entries.length,
    }));
}

/** Meetings before cadences; by time, as far as one is said; then by company and kind. */
function inOrder(a: CalendarEntry, b: CalendarEntry): number {
  return (
    Number(a.why !== null) - Number(b.why !== null) ||
    compareText(a.startTime ?? '', b.startTime ?? '') ||
    compareText(a.company.name, b.company.name) ||
    compareText(a.company.id, b.company.id) ||
    compareText(a.kind, b.kind)
  );
}
