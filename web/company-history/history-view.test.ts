import { expect, test } from 'vitest';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { historySearch, readHistoryView } from './history-view.ts';

const today = '2026-11-22';

test.each([
  ['', '2026-10-23', today],
  ['from=2026-01-31', '2026-01-31', today],
  ['to=2026-10-31', '2026-10-01', '2026-10-31'],
  ['from=2025-12-31&to=2026-01-31', '2025-12-31', '2026-01-31'],
])('"%s" compares %s with %s', (address, from, to) => {
  expect(readHistoryView(parseSearch(address), today)).toEqual({ from, to });
  expect(searchText(historySearch({ from, to }, today))).toBe(address);
});

test.each([
  ['from=yesterday&to=2026-02-30', '2026-10-23', today],
  ['to=2026-11-23', '2026-10-23', today],
  ['from=2026-10-31&to=2026-10-31', '2026-10-01', '2026-10-31'],
])('"%s" cannot be compared, and is as usual', (address, from, to) => {
  expect(readHistoryView(parseSearch(address), today)).toEqual({ from, to });
});
