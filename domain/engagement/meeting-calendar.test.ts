import { expect, test } from 'vitest';
import {
  type CalendarCadence,
  type CalendarEntry,
  type CalendarMeeting,
  meetingCalendar,
} from './meeting-calendar.ts';

const today = '2026-11-22';
const month = { from: '2026-11-01', to: '2026-11-30', perDay: null };
const acme = { id: 'acme', name: 'Acme Dental' };
const birch = { id: 'birch', name: 'Birch Law' };

const meeting = (part: Partial<CalendarMeeting>): CalendarMeeting => ({
  id: 'm',
  company: acme,
  kind: 'vcio',
  date: '2026-11-24',
  startTime: null,
  status: 'planned',
  ...part,
});
const cadence = (part: Partial<CalendarCadence>): CalendarCadence => ({
  company: acme,
  kind: 'pulse',
  due: '2026-11-24',
  planned: null,
  why: 'A month after the last one',
  ...part,
});
const said = ({ company, kind, state, startTime }: CalendarEntry) =>
  `${startTime ?? '–'} ${company.name}: ${kind} ${state}`;

test.each<[string, Partial<CalendarMeeting>, string[]]>([
  ['planned, to come', {}, ['– Acme Dental: vcio planned']],
  ['planned for today', { date: today }, ['– Acme Dental: vcio planned']],
  [
    'planned for yesterday: nobody said that it was held',
    { date: '2026-11-21' },
    ['– Acme Dental: vcio overdue'],
  ],
  ['held', { date: '2026-11-03', status: 'held', startTime: '09:00' }, ['09:00 Acme Dental: vcio held']],
  ['cancelled', { status: 'cancelled' }, []],
  ['in another month', { date: '2026-12-01' }, []],
  ['before the first day', { date: '2026-10-31' }, []],
])('a meeting that is %s', (_, part, expected) => {
  const days = meetingCalendar([meeting(part)], [], month, today);
  expect(days.flatMap(({ entries }) => entries.map(said))).toEqual(expected);
});

test.each<[string, Partial<CalendarCadence>, string[]]>([
  ['due later', {}, ['– Acme Dental: pulse due']],
  ['due today', { due: today }, ['– Acme Dental: pulse due']],
  ['due yesterday', { due: '2026-11-21' }, ['– Acme Dental: pulse overdue']],
  ['due in another month', { due: '2026-12-24' }, []],
])('a cadence that is %s', (_, part, expected) => {
  const days = meetingCalendar([], [cadence(part)], month, today);
  expect(days.flatMap(({ entries }) => entries.map(said))).toEqual(expected);
});

test('the meeting that is planned for a cadence is named, wherever it stands', () => {
  const planned = { id: 'next', date: '2026-12-02' };
  const [day] = meetingCalendar([], [cadence({ planned })], month, today);
  expect(day!.entries[0]).toMatchObject({ meeting: planned, why: 'A month after the last one' });
});

test('a day has its meetings by time, then what is due, by company; of a crowded one the first are shown', () => {
  const meetings = [
    meeting({ id: 'late', startTime: '16:00' }),
    meeting({ id: 'early', startTime: '08:30', company: birch }),
    meeting({ id: 'open', company: birch }),
  ];
  const cadences = [cadence({ company: birch }), cadence({}), cadence({ due: '2026-11-02', kind: 'vcio' })];
  const days = meetingCalendar(meetings, cadences, { ...month, perDay: 2 }, today);
  expect(days.map(({ date, count }) => [date, count])).toEqual([
    ['2026-11-02', 1],
    ['2026-11-24', 5],
  ]);
  expect(days[1]!.entries.map(said)).toEqual(['– Birch Law: vcio planned', '08:30 Birch Law: vcio planned']);
  const whole = meetingCalendar(meetings, cadences, month, today);
  expect(whole[1]!.entries.map(said)).toEqual([
    '– Birch Law: vcio planned',
    '08:30 Birch Law: vcio planned',
    '16:00 Acme Dental: vcio planned',
    '– Acme Dental: pulse due',
    '– Birch Law: pulse due',
  ]);
});
