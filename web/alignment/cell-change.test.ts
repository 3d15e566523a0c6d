import { expect, test } from 'vitest';
import { changedBetween, clashingFields, stepOf, withoutFields } from './cell-change.ts';
import { showChange } from './show-change.ts';
import { rowOf } from './testing/row-of.ts';

const seen = rowOf('dns');
const change = { alignment: 40, provider: 'Bay Net' };
const pending = { id: 1, seen, base: seen.etag, change, refused: null };

test.each([
  ['nothing', {}, []],
  ['another field', { threat: true }, []],
  ['the same field, alike', { alignment: 40 }, []],
  ['the same field, differently', { alignment: 90, threat: true }, ['alignment']],
  ['both fields', { alignment: 90, provider: 'NorthTech' }, ['alignment', 'provider']],
])('when somebody else has set %s meanwhile, %j clash', (_, theirs, fields) => {
  expect(clashingFields(pending, showChange(seen, theirs))).toEqual(fields);
});

test('a step says what was set before and after', () => {
  const step = stepOf(seen, showChange(seen, change), change);
  expect(step).toEqual({
    stackItem: 'dns',
    before: { alignment: null, provider: null },
    after: { alignment: 40, provider: 'Bay Net' },
  });
  expect(changedBetween(seen, showChange(seen, change))).toEqual(['alignment', 'provider']);
});

test('what a later change sets is taken out of an earlier one', () => {
  expect(withoutFields(change, ['alignment'])).toEqual({ provider: 'Bay Net' });
  expect(withoutFields({ currentProductName: 'X' }, ['currentProduct'])).toBeNull();
});
