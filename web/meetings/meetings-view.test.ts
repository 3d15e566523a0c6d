import { expect, test } from 'vitest';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { meetingsSearch, readMeetingsView } from './meetings-view.ts';

test.each([
  ['', { list: 'upcoming', kind: null, owner: null, company: null }],
  ['list=overdue&kind=vcio&owner=dana', { list: 'overdue', kind: 'vcio', owner: 'dana', company: null }],
  ['list=held&company=acme', { list: 'held', kind: null, owner: null, company: 'acme' }],
] as const)('"%s" reads as it was written', (address, view) => {
  expect(readMeetingsView(parseSearch(address))).toEqual(view);
  expect(searchText(meetingsSearch(view))).toBe(address);
});

test('what is unknown counts as not said', () => {
  expect(readMeetingsView(parseSearch('list=all&kind=party')).list).toBe('upcoming');
  expect(readMeetingsView(parseSearch('list=all&kind=party')).kind).toBeNull();
});
