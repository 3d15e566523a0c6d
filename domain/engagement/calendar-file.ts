/** A meeting as a calendar has it. */
export interface CalendarEvent {
  /** The same for the same meeting for ever, so that calendars know it again. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  /** With a time: from one instant to another. Without: a whole day, "2026-12-03". */
  readonly when: { readonly start: Date; readonly end: Date } | { readonly day: string };
  readonly status: 'confirmed' | 'cancelled';
}

/**
 * A calendar as RFC 5545 has it: CRLF line ends, lines of at most 75 bytes folded between characters, text escaped, times
 * in UTC. `stamp` is the moment that it speaks of.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quarterdeck//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: Date): string[] {
  const { uid, summary, description, location, when, status } = event;
  const times =
    'day' in when
      ? [`DTSTART;VALUE=DATE:${when.day.replaceAll('-', '')}`]
      : [`DTSTART:${utc(when.start)}`, `DTEND:${utc(when.end)}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    ...times,
    `SUMMARY:${escaped(summary)}`,
    ...(description === null ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(location === null ? [] : [`LOCATION:${escaped(location)}`]),
    `STATUS:${status.toUpperCase()}`,
    ...('day' in when || status === 'cancelled' ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ];
}

/** 20261203T133000Z */
function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Line breaks are `\n`; other control characters have no place in a calendar. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '');
}

const LONGEST = 75;

/** Bytes of a character as UTF-8. */
const encoder = new TextEncoder();

/** Continued lines begin with a space, which counts. */
function folded(line: string): string {
  let text = '';
  let length = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > LONGEST) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += bytes;
  }
  return text;
}
