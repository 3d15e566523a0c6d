import type { MeetingChange } from '../../contract/meetings.ts';

/** The fields of a meeting that stand in its own row. */
export const meetingColumns = {
  kind: 'kind',
  method: 'method',
  date: 'date',
  startTime: 'start_time',
  durationMinutes: 'duration_minutes',
  location: 'location',
  status: 'status',
  agenda: 'agenda',
  notes: 'notes',
  sentiment: 'sentiment',
  otherAttendees: 'other_attendees',
  escalation: 'escalation',
} as const satisfies { readonly [Name in keyof MeetingChange]?: string };

/** The fields of a meeting that list rows of others, and the tables that keep them. */
export const meetingLists = {
  attendees: { through: 'meeting_users', column: 'user', of: 'users', word: 'user' },
  clientAttendees: { through: 'meeting_contacts', column: 'contact', of: 'contacts', word: 'contact' },
  recommendations: {
    through: 'meeting_recommendations',
    column: 'recommendation',
    of: 'recommendations',
    word: 'recommendation',
  },
} as const;
