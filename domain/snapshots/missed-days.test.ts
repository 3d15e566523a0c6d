import { expect, test } from 'vitest';
import { missedDays } from './missed-days.ts';

const range = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${month}-${String(from + n).padStart(2, '0')}`);

test.each<[string, string | null, string, string[]]>([
  ['history begins with yesterday', null, '2026-11-22', ['2026-11-21']],
  ['yesterday is done', '2026-11-21', '2026-11-22', []],
  ['today is done, as definitions changed', '2026-11-22', '2026-11-22', []],
  ['one night missed', '2026-11-19', '2026-11-22', ['2026-11-20', '2026-11-21']],
  ['two weeks', '2026-11-07', '2026-11-22', range('2026-11', 8, 21)],
  [
    'months: their last days, then day by day',
    '2026-08-10',
    '2026-11-22',
    ['2026-08-31', '2026-09-30', ...range('2026-10', 22, 31), ...range('2026-11', 1, 21)],
  ],
  ['from the last day of a month on', '2026-08-31', '2026-11-01', ['2026-09-30', ...range('2026-10', 1, 31)]],
  ['history from the future', '2027-01-01', '2026-11-22', []],
])('%s', (_, last, today, expected) => {
  expect(missedDays(last, today)).toEqual(expected);
});
