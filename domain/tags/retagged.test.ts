import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesTag } from '../alignment/applicable.ts';
import { retagged } from './retagged.ts';

test.each<[string, string[], [string, string | null][], string[]]>([
  ['renamed', ['HIPAA', 'Legal'], [['Legal', 'Law']], ['HIPAA', 'Law']],
  ['merged into one that is there', ['HIPAA', 'Legal'], [['Legal', 'HIPAA']], ['HIPAA']],
  ['gone', ['HIPAA', 'Legal'], [['Legal', null]], ['HIPAA']],
  ['gone, the last one', ['Legal'], [['Legal', null]], []],
  ['not touched', ['HIPAA'], [['hipaa', null]], ['HIPAA']],
])('%s', (_, tags, names, expected) => {
  expect(retagged(tags, new Map(names))).toEqual(expected);
});

test('tags that nothing touches stay the same list', () => {
  const tags = ['HIPAA'];
  expect(retagged(tags, new Map([['Legal', 'Law']]))).toBe(tags);
});

const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
const shared = (item: readonly string[], company: readonly string[]) => sharesTag(item, new Set(company));

test('a new name changes nothing about who shares a tag, a merge takes no share away, and a deletion gives none', () => {
  fc.assert(
    fc.property(tags, tags, (item, company) => {
      const by = (to: string | null) => {
        const names = new Map([['a', to]]);
        return shared(retagged(item, names), retagged(company, names));
      };
      expect(by('new')).toBe(shared(item, company));
      if (shared(item, company)) expect(by('b')).toBe(true);
      if (by(null)) expect(shared(item, company)).toBe(true);
    }),
  );
});
