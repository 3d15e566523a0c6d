import { expect, test } from 'vitest';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { listSearch, readList } from './list-search.ts';

test.each([
  ['', { search: '', sort: 'name', order: 'asc' }, ''],
  [
    'search=acm&sort=mrr&order=desc',
    { search: 'acm', sort: 'mrr', order: 'desc' },
    'search=acm&sort=mrr&order=desc',
  ],
  ['sort=luck&order=sideways&page=3', { search: '', sort: 'name', order: 'asc' }, ''],
])('%s', (address, list, rewritten) => {
  expect(readList(parseSearch(address))).toEqual(list);
  expect(searchText(listSearch(readList(parseSearch(address))))).toBe(rewritten);
});
