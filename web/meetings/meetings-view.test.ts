import { expect, test } from 'vitest';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { type MeetingsView, meetingsSearch, readMeetingsView } from './meetings-view.ts';

test.each([
  ['', {}],
  ['list=overdue&kind=vcio&owner=dana', { list: 'overdue', kind: 'vcio', owner: 'dana' }],
  ['list=held&company=acme', { list: 'held', company: 'acme' }],
  ['list=month', { list: 'month' }],
  [
    'list=month&kind=pulse&month=2026-12&day=2026-12-03',
    { list: 'month', kind: 'pulse', month: '2026-12', day: '2026-12-03' },
  ],
] as const)('"%s" reads as it was written', (address, part) => {
  const view: MeetingsView = {
    list: 'upcoming',
    kind: null,
    owner: null,
    company: null,
    month: null,
    day: null,
    ...part,
  };
  expect(readMeetingsView(parseSearch(address))).toEqual(view);
  expect(searchText(meetingsSearch(view))).toBe(address);
});

test('what is unknown counts as not said', () => {
  expect(readMeetingsView(parseSearch('list=all&kind=party')).list).toBe('upcoming');
  expect(readMeetingsView(parseSearch('list=all&kind=party')).kind).toBeNull();
  expect(readMeetingsView(parseSearch('list=month&month=2026-13&day=2026-02-30'))).toMatchObject({
    month: null,
    day: null,
  });
});

test('only a month has a month and a day', () => {
  const view = readMeetingsView(parseSearch('list=held&month=2026-12&day=2026-12-03'));
  expect(view).toMatchObject({ month: null, day: null });
  const left = { ...readMeetingsView(parseSearch('list=month&month=2026-12')), list: 'held' as const };
  expect(searchText(meetingsSearch(left))).toBe('list=held');
});
