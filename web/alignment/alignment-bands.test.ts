import { expect, test } from 'vitest';
import { alignmentBands } from './alignment-bands.ts';

const bands = alignmentBands([
  { name: 'Not aligned', color: '#D55E00', from: 0 },
  { name: 'Partly aligned', color: '#E69F00', from: 33.5 },
  { name: 'Aligned', color: '#009E73', from: 67 },
]);

test.each([
  [0, 'N'],
  [33.49, 'N'],
  [33.5, 'P'],
  [66.99, 'P'],
  [67, 'A'],
  [100, 'A'],
])('%d%% stands in band %s', (percent, letter) => {
  expect(bands.at(percent).letter).toBe(letter);
});
