import { expect, test } from 'vitest';
import { othersChanges } from './others-changes.ts';
import { showChange } from './show-change.ts';
import { rowOf } from './testing/row-of.ts';

const before = [rowOf('mfa'), rowOf('edr'), rowOf('dns')];
const [mfa, edr, dns] = before as [(typeof before)[0], (typeof before)[0], (typeof before)[0]];
const changed = (row: typeof mfa, etag: string) => ({
  ...showChange(row, { alignment: 40, threat: true }),
  etag,
});

test('what others have changed is found field by field; one’s own is not', () => {
  const now = [changed(mfa, 'theirs'), changed(edr, 'mine'), dns, rowOf('new')];
  const found = othersChanges(before, now, (_, etag) => etag === 'mine');
  expect(found.map(({ row, fields }) => [row.stackItem.id, fields])).toEqual([
    ['mfa', ['alignment', 'threat']],
  ]);
});

test('what follows from something else (a note, a recommendation, a price) is nobody’s change of the cell', () => {
  const now = before.map((row) => ({ ...row, notes: { count: 1, latest: [] } }));
  expect(othersChanges(before, now, () => false)).toEqual([]);
});
