import { expect, test } from 'vitest';
import { changedValues, mergeEdits } from './merge-edits.ts';

const base = { name: 'Acme', locations: 2, tags: ['A'] };

test.each([
  ['nobody changed anything', {}, {}, base, [], []],
  ['only mine', { name: 'Mine' }, {}, { ...base, name: 'Mine' }, [], []],
  ['only theirs', {}, { locations: 3 }, { ...base, locations: 3 }, ['locations'], []],
  [
    'different fields',
    { name: 'Mine' },
    { tags: ['A', 'B'] },
    { name: 'Mine', locations: 2, tags: ['A', 'B'] },
    ['tags'],
    [],
  ],
  ['the same field, differently', { tags: ['C'] }, { tags: [] }, { ...base, tags: ['C'] }, [], ['tags']],
  ['the same field, alike', { locations: 9 }, { locations: 9 }, { ...base, locations: 9 }, [], []],
])('%s', (_, mine, theirs, values, takenOver, clashes) => {
  expect(mergeEdits(base, { ...base, ...mine }, { ...base, ...theirs })).toEqual({
    values,
    takenOver,
    clashes,
  });
});

test('only what differs is sent', () => {
  expect(changedValues(base, { ...base, tags: ['A'], locations: 5 })).toEqual({ locations: 5 });
});
