import { z } from 'zod';
import { DayField, TextField, TimeOfDayField } from '../../contract/bundle/fields.ts';
import type { Meeting } from '../../contract/meetings.ts';
import type { Named } from '../../contract/values.ts';
import {
  MEETING_KIND_NAMES,
  MEETING_KINDS,
  MEETING_METHOD_NAMES,
  MEETING_METHODS,
  type MeetingKind,
  type MeetingMethod,
} from '../../domain/engagement/meeting-kinds.ts';
import { day, oneOf, optionalText, severalOf, wholeNumber } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';

/** What the dialog edits of a meeting; agenda, notes and action items are written on its page. */
export type MeetingValues = Readonly<{
  kind: MeetingKind;
  date: string | null;
  startTime: string | null;
  durationMinutes: number | null;
  method: MeetingMethod | null;
  location: string | null;
  attendees: readonly string[];
  clientAttendees: readonly string[];
  otherAttendees: readonly string[];
  recommendations: readonly string[];
  escalation: string | null;
}>;

export const meetingValues = (meeting: Meeting): MeetingValues => ({
  kind: meeting.kind,
  date: meeting.date,
  startTime: meeting.startTime,
  durationMinutes: meeting.durationMinutes,
  method: meeting.method,
  location: meeting.location,
  attendees: meeting.attendees.map(({ id }) => id),
  clientAttendees: meeting.clientAttendees.map(({ id }) => id),
  otherAttendees: meeting.otherAttendees,
  recommendations: meeting.recommendations.map(({ id }) => id),
  escalation: meeting.escalation?.id ?? null,
});

/** What ids of a meeting stand for. */
export interface MeetingChoices {
  readonly colleagues: readonly Named[];
  readonly contacts: readonly Named[];
  readonly recommendations: readonly { readonly id: string; readonly title: string }[];
  readonly escalations: readonly { readonly id: string; readonly title: string }[];
}

export function meetingFields(choices: MeetingChoices): Fields<MeetingValues> {
  const titled = (list: MeetingChoices['recommendations']) =>
    list.map(({ id, title }) => ({ id, name: title }));
  const nameIn = (entries: readonly Named[]) => (id: string) =>
    entries.find((entry) => entry.id === id)?.name ?? id;
  const several = (label: string, entries: readonly Named[]) =>
    severalOf({ label, rule: z.array(z.string()).max(200), message: 'At most 200', names: nameIn(entries) });
  return {
    kind: oneOf<MeetingKind>({
      label: 'Kind',
      rule: z.enum(MEETING_KINDS),
      message: 'Choose a kind',
      names: (kind) => MEETING_KIND_NAMES[kind as MeetingKind],
    }),
    date: day({ label: 'Date', rule: DayField, message: 'Give it a date' }),
    startTime: optionalText({
      label: 'Time',
      rule: TimeOfDayField.nullable(),
      message: 'A time of day, or nothing',
    }),
    durationMinutes: wholeNumber({
      label: 'Minutes',
      rule: z.int().min(0).max(1440).nullable(),
      message: 'A whole number up to 1440, or nothing',
    }),
    method: oneOf<MeetingMethod | null>({
      label: 'Method',
      rule: z.enum(MEETING_METHODS).nullable(),
      message: 'Choose a method',
      names: (method) => MEETING_METHOD_NAMES[method as MeetingMethod],
    }),
    location: optionalText({
      label: 'Place or link',
      rule: TextField.nullable(),
      message: 'At most 100,000 characters',
    }),
    attendees: several('From our side', choices.colleagues),
    clientAttendees: several('From the client', choices.contacts),
    otherAttendees: several('Others', []),
    recommendations: several('Recommendations', titled(choices.recommendations)),
    escalation: oneOf<string | null>({
      label: 'Escalation',
      rule: z.string().nullable(),
      message: 'Choose an escalation',
      names: nameIn(titled(choices.escalations)),
    }),
  };
}
