import { expect, test } from 'vitest';
import { bandNames, originProblem, type RenamedBand } from './band-names.ts';

const band = (name: string, from: string, was?: string): RenamedBand => ({
  name,
  from,
  color: '#123456',
  ...(was === undefined ? {} : { was }),
});
const now = [band('Red', '0'), band('Yellow', '50'), band('Green', '75')];

test.each<[string, RenamedBand[], Record<string, string>, Record<string, string>]>([
  ['nothing', now, {}, {}],
  ['another bound', [band('Red', '0'), band('Yellow', '40'), band('Green', '75')], {}, {}],
  [
    'another name',
    [band('Red', '0'), band('Amber', '50', 'Yellow'), band('Green', '75')],
    { Yellow: 'Amber' },
    {},
  ],
  [
    'names swapped',
    [band('Green', '0', 'Red'), band('Yellow', '50'), band('Red', '75', 'Green')],
    { Red: 'Green', Green: 'Red' },
    {},
  ],
  ['the middle goes', [band('Red', '0'), band('Green', '75')], {}, { Yellow: 'Red' }],
  ['the middle goes, the top comes down', [band('Red', '0'), band('Green', '50')], {}, { Yellow: 'Green' }],
  ['the lowest goes', [band('Yellow', '0'), band('Green', '75')], {}, { Red: 'Yellow' }],
  [
    'a new one of an old name',
    [band('Green', '0', 'Red'), band('Yellow', '50')],
    { Red: 'Green' },
    { Green: 'Yellow' },
  ],
  ['all anew', [band('All', '0')], {}, { Red: 'All', Yellow: 'All', Green: 'All' }],
])('%s', (_, after, renamed, replaced) => {
  const names = bandNames(now, after);
  expect(Object.fromEntries(names.renamed)).toEqual(renamed);
  expect(Object.fromEntries(names.replaced)).toEqual(replaced);
  expect(originProblem(now, after)).toBeNull();
});

test.each<[string, RenamedBand[]]>([
  ['There is no band "Blue" that "Red" could have been', [band('Red', '0', 'Blue')]],
  ['Two bands are what "Red" was', [band('Red', '0'), band('Pink', '50', 'Red')]],
])('%s', (problem, after) => {
  expect(originProblem(now, after)).toBe(problem);
});
