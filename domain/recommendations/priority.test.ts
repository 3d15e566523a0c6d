import { expect, test } from 'vitest';
import { priorityRank, sortedPriorities } from './priority.ts';

test.each([
  ['Critical', 1],
  ['high', 2],
  ['MEDIUM', 3],
  ['Low', 4],
  ['P1', 5],
  ['', 5],
])('%s stands at %i', (priority, rank) => {
  expect(priorityRank(priority)).toBe(rank);
});

test('the usual ones come first, from critical down, each once', () => {
  expect(sortedPriorities(['Some day', 'Low', 'High', 'ASAP', 'Low', 'Critical'])).toEqual([
    'Critical',
    'High',
    'Low',
    'ASAP',
    'Some day',
  ]);
});
