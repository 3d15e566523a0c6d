import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../../../domain/text/compare.ts';
import { listEntries, listText } from './list.ts';
import { choicesText, parseChoices, parsePointsBands, pointsBandsText } from './metric-lists.ts';

const label = fc.string({ unit: fc.constantFrom('a', '|', ':', '\\', '\n', '😀'), minLength: 1 });
const points = fc.nat(100).map(String);

test('a list is read as it is written: a set in the order of its code points', () => {
  expect(listText(['b', 'a|b', 'c:d\\e', '😀', 'ﬀ'])).toBe('a\\|b|b|c\\:d\\\\e|ﬀ|😀');
  fc.assert(
    fc.property(fc.array(label, { minLength: 1 }), (entries) => {
      expect(listEntries(listText(entries))).toEqual([...new Set(entries)].sort(compareText));
    }),
  );
});

test('choices and bands of points are read as they are written, in their own order', () => {
  const choice = fc.record({ points, label });
  const bands = fc.array(fc.record({ upTo: points, points }));
  fc.assert(
    fc.property(fc.array(choice, { minLength: 1 }), bands, points, (choices, limited, last) => {
      expect(parseChoices(choicesText(choices))).toEqual(choices);
      const all = [...limited, { upTo: null, points: last }];
      expect(parsePointsBands(pointsBandsText(all))).toEqual(all);
    }),
  );
});
