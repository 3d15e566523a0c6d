import { expect, test } from 'vitest';
import type { CompanyMoved } from '../../domain/what-if/changes.ts';
import { differenceWords, summaryWords } from './moved-words.ts';

const company = (status: boolean, total: boolean, perSeat = false) =>
  ({ status, segment: { total, perSeat } }) as CompanyMoved;

test.each<[string, CompanyMoved[]]>([
  ['Nothing moves.', []],
  ['1 company changes status.', [company(true, false)]],
  ['2 companies change segment.', [company(false, true), company(false, true)]],
  ['2 companies change status, 1 changes segment.', [company(true, true), company(true, false)]],
  ['No company changes status or segment. Figures of 1 company move.', [company(false, false, true)]],
])('%s', (words, moved) => {
  expect(summaryWords({ moved }, 'total')).toBe(words);
});

test.each([
  [3, 5, '+2'],
  [5, 3, '−2'],
  [5, 5, ''],
])('from %i to %i is %s', (before, after, words) => {
  expect(differenceWords(before, after)).toBe(words);
});
