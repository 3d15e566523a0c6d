import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeNotes } from './merge-notes.ts';

const lines = (...text: string[]) => text.join('\n');

test.each([
  ['only mine changed', lines('a', 'b'), lines('a', 'B'), lines('a', 'b'), lines('a', 'B')],
  ['only theirs changed', lines('a', 'b'), lines('a', 'b'), lines('x', 'a', 'b'), lines('x', 'a', 'b')],
  [
    'each another line',
    lines('a', 'b', 'c'),
    lines('A', 'b', 'c'),
    lines('a', 'b', 'C'),
    lines('A', 'b', 'C'),
  ],
  ['both go on at the end', 'a', lines('a', 'mine'), lines('a', 'theirs'), lines('a', 'theirs', 'mine')],
  ['both begin', '', 'mine', 'theirs', lines('theirs', 'mine')],
  ['both change the same line', lines('a', 'b'), lines('a', 'b1'), lines('a', 'b2'), lines('a', 'b2', 'b1')],
  ['both do the same', 'a', 'b', 'b', 'b'],
  [
    'one deletes what the other leaves',
    lines('a', 'b', 'c'),
    lines('a', 'c'),
    lines('a', 'b', 'c', 'd'),
    lines('a', 'c', 'd'),
  ],
])('%s', (_, base, mine, theirs, merged) => {
  expect(mergeNotes(base, mine, theirs)).toBe(merged);
});

test('no line that either of them added is ever lost', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 8 })
    .map((all) => all.join('\n'));
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeNotes(base, mine, theirs).split('\n');
      const before = new Set(base.split('\n'));
      for (const line of [...mine.split('\n'), ...theirs.split('\n')])
        if (line !== '' && !before.has(line)) expect(merged).toContain(line);
    }),
  );
});
