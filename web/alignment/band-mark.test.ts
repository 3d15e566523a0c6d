import { expect, test } from 'vitest';
import { bandMarks } from './band-mark.ts';

test.each([
  [
    ['Not aligned', 'Partly aligned', 'Aligned'],
    ['N', 'P', 'A'],
  ],
  [
    ['Poor', 'Partly', '33', 'Prime', 'P'],
    ['P', 'A', '3', 'R', '5'],
  ],
])('%j get letters of their own', (names, letters) => {
  const marks = bandMarks(names.map((name) => ({ name, color: '#000000' })));
  expect(marks.map(({ letter }) => letter)).toEqual(letters);
});
