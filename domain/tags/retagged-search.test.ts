import { expect, test } from 'vitest';
import { retaggedSearch } from './retagged-search.ts';

const names = new Map([
  ['Legal & Co', 'Law'],
  ['Old', null],
]);

test.each([
  ['tag=Legal+%26+Co&health=At+risk', 'tag=Law&health=At+risk'],
  ['tag=Law&tag=Legal+%26+Co', 'tag=Law'],
  ['health=Old&tag=Old', 'health=Old'],
  ['tag=Old', ''],
  ['tag=Older&company=Old', 'tag=Older&company=Old'],
  ['health=At%20risk', 'health=At%20risk'],
  ['', ''],
])('"%s" becomes "%s"', (search, expected) => {
  expect(retaggedSearch(search, names)).toBe(expected);
});
