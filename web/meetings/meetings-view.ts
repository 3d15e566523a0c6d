import { isDay } from '../../domain/calendar/is-day.ts';
import type { Month } from '../../domain/calendar/month.ts';
import { MEETING_KINDS, type MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { RawSearch } from '../ui/search-text.ts';

export const MEETING_LISTS = ['upcoming', 'overdue', 'held', 'month'] as const;
export type MeetingList = (typeof MEETING_LISTS)[number];

/** Which meetings are shown; all of it stands in the address. */
export interface MeetingsView {
  readonly list: MeetingList;
  readonly kind: MeetingKind | null;
  /** User id: companies of this vCIO only. */
  readonly owner: string | null;
  readonly company: string | null;
  /** Of the list "month" alone: which month; null: that of today. */
  readonly month: Month | null;
  /** Of the list "month" alone: the day that is opened. */
  readonly day: Day | null;
}

/** Reads a view out of an address; what is unknown counts as not said. */
export function readMeetingsView({ list, kind, owner, company, month, day }: RawSearch): MeetingsView {
  const shown = MEETING_LISTS.find((one) => one === list?.[0]) ?? 'upcoming';
  return {
    list: shown,
    kind: MEETING_KINDS.find((one) => one === kind?.[0]) ?? null,
    owner: owner?.[0] ?? null,
    company: company?.[0] ?? null,
    month: shown === 'month' && isMonth(month?.[0] ?? '') ? (month?.[0] ?? null) : null,
    day: shown === 'month' && isDay(day?.[0] ?? '') ? (day?.[0] ?? null) : null,
  };
}

/** A month that a calendar leads to: nobody plans beyond them. */
const isMonth = (text: string): boolean => isDay(`${text}-01`) && text >= '1900-01' && text < '2900-01';

/** What a list is asked for by the filters of the page. */
export const filtersOf = ({ kind, owner, company }: MeetingsView) => ({
  ...(kind === null ? {} : { kind: [kind] }),
  ...(owner === null ? {} : { owner }),
  ...(company === null ? {} : { company }),
});

/** Writes a view as an address; what is as usual is left out. */
export function meetingsSearch({ list, kind, owner, company, month, day }: MeetingsView): RawSearch {
  return {
    ...(list === 'upcoming' ? {} : { list: [list] }),
    ...(kind === null ? {} : { kind: [kind] }),
    ...(owner === null ? {} : { owner: [owner] }),
    ...(company === null ? {} : { company: [company] }),
    ...(list === 'month' && month !== null ? { month: [month] } : {}),
    ...(list === 'month' && day !== null ? { day: [day] } : {}),
  };
}
