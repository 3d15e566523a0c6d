import { expect, test } from 'vitest';
import { isSame, withKnownParts } from './same.ts';

test.each<[string, unknown, unknown, boolean]>([
  ['equal lists of objects', [{ a: 1, b: [null] }], [{ b: [null], a: 1 }], true],
  ['another order', [1, 2], [2, 1], false],
  ['a name more', { a: 1 }, { a: 1, b: undefined }, false],
  ['a name otherwise', { a: undefined }, { b: undefined }, false],
  ['sets in another order', new Set(['a', 'b']), new Set(['b', 'a']), true],
  ['sets of another size', new Set(['a']), new Set(['a', 'b']), false],
  ['equal maps', new Map([['a', { x: 1 }]]), new Map([['a', { x: 1 }]]), true],
  ['maps with another value', new Map([['a', 1]]), new Map([['a', 2]]), false],
  ['a map and an empty object', new Map(), {}, false],
  ['a list and an object', [1], { 0: 1 }, false],
  ['null and an object', null, {}, false],
  ['numbers and their text', 1, '1', false],
])('%s', (_, a, b, same) => {
  expect(isSame(a, b)).toBe(same);
  expect(isSame(b, a)).toBe(same);
});

test('parts that say the same become the known ones', () => {
  const known = [
    { list: [1], set: new Set(['a']) },
    { list: [2], set: new Set(['b']) },
  ];
  const value = withKnownParts({ list: [2], set: new Set(['a']) }, known);
  expect(value.list).toBe(known[1]!.list);
  expect(value.set).toBe(known[0]!.set);
  const fresh = [3];
  expect(withKnownParts({ list: fresh, set: new Set(['c']) }, known).list).toBe(fresh);
});
