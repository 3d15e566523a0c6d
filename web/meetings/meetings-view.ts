import { MEETING_KINDS, type MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import type { RawSearch } from '../ui/search-text.ts';

export const MEETING_LISTS = ['upcoming', 'overdue', 'held'] as const;
export type MeetingList = (typeof MEETING_LISTS)[number];

/** Which meetings are shown; all of it stands in the address. */
export interface MeetingsView {
  readonly list: MeetingList;
  readonly kind: MeetingKind | null;
  /** User id: companies of this vCIO only. */
  readonly owner: string | null;
  readonly company: string | null;
}

/** Reads a view out of an address; what is unknown counts as not said. */
export function readMeetingsView({ list, kind, owner, company }: RawSearch): MeetingsView {
  return {
    list: MEETING_LISTS.find((one) => one === list?.[0]) ?? 'upcoming',
    kind: MEETING_KINDS.find((one) => one === kind?.[0]) ?? null,
    owner: owner?.[0] ?? null,
    company: company?.[0] ?? null,
  };
}

/** Writes a view as an address; what is as usual is left out. */
export function meetingsSearch({ list, kind, owner, company }: MeetingsView): RawSearch {
  return {
    ...(list === 'upcoming' ? {} : { list: [list] }),
    ...(kind === null ? {} : { kind: [kind] }),
    ...(owner === null ? {} : { owner: [owner] }),
    ...(company === null ? {} : { company: [company] }),
  };
}
