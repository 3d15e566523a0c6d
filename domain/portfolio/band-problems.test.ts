import { expect, test } from 'vitest';
import { bandProblems } from './band-problems.ts';

const bands = (...list: [name: string, from: string][]) =>
  list.map(([name, from]) => ({ name, from, color: '#123456' }));

test.each<[string, ReturnType<typeof bands>, string[]]>([
  ['three bands', bands(['Low', '0'], ['Middle', '33.5'], ['High', '100']), []],
  ['one', bands(['All', '0.0']), []],
  ['no name', bands(['', '0']), ['0 name: Give it a name']],
  ['a name twice', bands(['A', '0'], ['A', '1']), ['1 name: Another band has this name']],
  [
    'the name of no band',
    bands(['No score', '0']),
    ['0 name: "No score" is what companies without a score have'],
  ],
  ['a first band above 0', bands(['A', '1']), ['0 from: The first band starts at 0']],
  [
    'equal bounds',
    bands(['A', '0'], ['B', '50'], ['C', '50.0']),
    ['2 from: A band starts above the one before'],
  ],
  [
    'falling bounds',
    bands(['A', '0'], ['B', '50'], ['C', '9']),
    ['2 from: A band starts above the one before'],
  ],
  ['a bound out of reach', bands(['A', '0'], ['B', '100.1']), ['1 from: Scores go up to 100']],
])('%s', (_, list, expected) => {
  expect(bandProblems(list).map(({ band, field, message }) => `${band} ${field}: ${message}`)).toEqual(
    expected,
  );
});
