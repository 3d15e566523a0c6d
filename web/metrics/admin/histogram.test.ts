import { expect, test } from 'vitest';
import { countsByLimit, histogram } from './histogram.ts';

test.each([
  ['equal parts, the upper end in the last', [0, 1, 5, 9.9, 10], 0, 10, 2, [2, 3]],
  ['nothing', [], 0, 10, 2, [0, 0]],
  ['a range of one value', [3, 3], 3, 3, 4, [2, 0, 0, 0]],
  ['what lies outside is left out', [-1, 11, 5], 0, 10, 1, [1]],
])('%s', (_, values, from, to, parts, counts) => {
  expect(histogram(values, from, to, parts)).toEqual(counts);
});

test('a fact of at most the limit is in the band; what is above all of them in the last', () => {
  expect(countsByLimit([0, 10, 10.1, 50, 99], [10, 50, null])).toEqual([2, 2, 1]);
  expect(countsByLimit([5], [1])).toEqual([0]);
});
