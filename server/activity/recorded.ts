import { MEETING_KINDS, meetingName } from '../../domain/engagement/meeting-kinds.ts';

/** The first of these fields that holds text, of what was recorded before or after a change. */
export function recordedText(recorded: unknown, fields: readonly string[]): string | undefined {
  if (typeof recorded !== 'object' || recorded === null) return undefined;
  const values = fields.map((field) => (recorded as Record<string, unknown>)[field]);
  return values.find((value) => typeof value === 'string');
}

/** The ids that a recorded field lists; none where it is no list. */
export function recordedList(recorded: unknown, field: string): readonly string[] {
  if (typeof recorded !== 'object' || recorded === null) return [];
  const value = (recorded as Record<string, unknown>)[field];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** What a meeting was called whose kind and day are on record. */
export function recordedMeeting(recorded: unknown): string | undefined {
  const [kind, date] = [recordedText(recorded, ['kind']), recordedText(recorded, ['date'])];
  const known = MEETING_KINDS.find((one) => one === kind);
  return known && date !== undefined ? meetingName(known, date) : undefined;
}
