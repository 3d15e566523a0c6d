import { expect, test } from 'vitest';
import { type HistoryCalendar, latestMonths, spanOf } from './spans.ts';

const calendar: HistoryCalendar = {
  from: '2025-08-10',
  to: '2026-11-21',
  closings: new Map([
    ['2025-08', '2025-08-31'],
    ['2025-09', '2025-09-30'],
    ['2025-11', '2025-11-29'],
    ['2026-09', '2026-09-30'],
    ['2026-10', '2026-10-31'],
    ['2026-11', '2026-11-21'],
  ]),
};

test.each([
  ['a whole month', '2026-10', 'month', '2026-09-30', '2026-10-31'],
  ['the month that goes on', '2026-11', 'month', '2026-10-31', '2026-11-21'],
  ['the month in which history begins', '2025-08', 'month', '2025-08-10', '2025-08-31'],
  ['after a month that is not on record', '2025-11', 'month', '2025-09-30', '2025-11-29'],
  ['a month that is not on record', '2025-10', 'month', null, null],
  ['before history', '2025-07', 'month', null, null],
  ['after history', '2026-12', 'month', null, null],
  ['a year', '2026-09', 'year', '2025-09-30', '2026-09-30'],
  ['a year to today', '2026-11', 'year', '2025-11-29', '2026-11-21'],
  ['a year that is not on record', '2026-10', 'year', null, null],
] as const)('%s', (_, month, over, start, end) => {
  expect(spanOf(calendar, month, over)).toEqual({ month, start, end });
});

test('a first day alone compares with nothing', () => {
  const first = { from: '2026-11-21', to: '2026-11-21', closings: new Map([['2026-11', '2026-11-21']]) };
  expect(spanOf(first, '2026-11', 'month')).toEqual({ month: '2026-11', start: null, end: null });
  expect(spanOf(null, '2026-11', 'month')).toEqual({ month: '2026-11', start: null, end: null });
});

test.each([
  ['as many as asked for', '2026-11', 12, { from: '2025-12', to: '2026-11' }],
  ['no further back than history', '2026-11', 24, { from: '2025-08', to: '2026-11' }],
  ['before history, as asked', '2025-02', 2, { from: '2025-01', to: '2025-02' }],
] as const)('the latest months: %s', (_, to, count, expected) => {
  expect(latestMonths(calendar, to, count)).toEqual(expected);
});
