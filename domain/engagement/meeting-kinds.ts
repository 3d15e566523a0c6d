/** The kinds of meetings in the order in which a client's life brings them; "escalation" and "internal" at any time. */
export const MEETING_KINDS = ['pulse', 'vcio', 'ice', 'kickoff', 'escalation', 'internal'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What people at an MSP call each kind. */
export const MEETING_KIND_NAMES: Readonly<Record<MeetingKind, string>> = {
  pulse: 'Pulse check',
  vcio: 'vCIO meeting',
  ice: 'ICE meeting',
  kickoff: 'Onboarding kick-off',
  escalation: 'Escalation meeting',
  internal: 'Internal preparation',
};

export const MEETING_METHODS = ['in_person', 'phone', 'video', 'other'] as const;
export type MeetingMethod = (typeof MEETING_METHODS)[number];

export const MEETING_METHOD_NAMES: Readonly<Record<MeetingMethod, string>> = {
  in_person: 'In person',
  phone: 'Phone',
  video: 'Video',
  other: 'Other',
};

export const MEETING_STATUSES = ['planned', 'held', 'cancelled'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** A meeting has no name of its own: "vCIO meeting of 2026-12-03". */
export function meetingName(kind: MeetingKind, date: string): string {
  return `${MEETING_KIND_NAMES[kind]} of ${date}`;
}
