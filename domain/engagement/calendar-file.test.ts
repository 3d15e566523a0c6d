import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';

const stamp = new Date('2026-11-22T09:00:00.123Z');
const event: CalendarEvent = {
  uid: 'acme-vcio-1@w.quarterdeck',
  summary: 'vCIO meeting: Acme; Sons, Ltd',
  description: 'Review\r\nBudget \\ roadmap',
  location: null,
  when: { start: new Date('2026-12-03T13:30:00Z'), end: new Date('2026-12-03T14:30:00Z') },
  status: 'confirmed',
};

test('a meeting with a time, text escaped', () => {
  expect(calendarFile('Northwind', [event], stamp).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quarterdeck//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Northwind',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'BEGIN:VEVENT',
    'UID:acme-vcio-1@w.quarterdeck',
    'DTSTAMP:20261122T090000Z',
    'DTSTART:20261203T133000Z',
    'DTEND:20261203T143000Z',
    'SUMMARY:vCIO meeting: Acme\\; Sons\\, Ltd',
    'DESCRIPTION:Review\\nBudget \\\\ roadmap',
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('one of a whole day, cancelled', () => {
  const text = calendarFile('N', [{ ...event, when: { day: '2026-12-03' }, status: 'cancelled' }], stamp);
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261203\r\nSUMMARY');
  expect(text).toContain('\r\nSTATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n');
});

test('whatever is written, no line is longer than 75 bytes and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const file = calendarFile('N', [{ ...event, description: text }], stamp);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
      const unfolded = file.replaceAll('\r\n ', '');
      const [, written = ''] = /\r\nDESCRIPTION:(.*)\r\nSTATUS/.exec(unfolded) ?? [];
      const read = written.replace(/\\(.)/g, (_, one) => (one === 'n' ? '\n' : one));
      expect(read).toBe(text.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\t\n]/gu, ''));
    }),
  );
});
