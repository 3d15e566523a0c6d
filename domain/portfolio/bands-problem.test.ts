import { expect, test } from 'vitest';
import { bandsProblem } from './bands-problem.ts';

test.each<[string, [name: string, from: string][], string | null]>([
  [
    'three in order',
    [
      ['Low', '0'],
      ['Mid', '33.5'],
      ['High', '100'],
    ],
    null,
  ],
  [
    'in any order',
    [
      ['High', '67'],
      ['Low', '0.0'],
    ],
    null,
  ],
  ['one', [['All', '0']], null],
  ['none', [], 'There must be at least one band.'],
  [
    'none at 0',
    [
      ['Low', '1'],
      ['High', '50'],
    ],
    'No band begins at 0; the lowest one must.',
  ],
  [
    'the same name',
    [
      ['Low', '0'],
      ['Low', '50'],
    ],
    'Two bands are called "Low".',
  ],
  [
    'the same bound',
    [
      ['Low', '0'],
      ['Mid', '50'],
      ['High', '50.0'],
    ],
    '"Mid" and "High" both begin at 50.',
  ],
  [
    'beyond 100',
    [
      ['Low', '0'],
      ['High', '100.01'],
    ],
    '"High" begins at 100.01; expected a number from 0 to 100.',
  ],
])('%s', (_, bands, expected) => {
  expect(bandsProblem(bands.map(([name, from]) => ({ name, from })))).toBe(expected);
});
