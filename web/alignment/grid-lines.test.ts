import { expect, test } from 'vitest';
import { type GridView, gridLines } from './grid-lines.ts';
import { rowOf } from './testing/row-of.ts';

const rows = [
  rowOf('mfa', { category: 'Security', tags: ['Premium', 'Standard'], aligned: true, alignment: 100 }),
  rowOf('backup', { category: null, tags: [], provider: 'Bay Net', counts: false }),
  rowOf('edr', { category: 'Security', tags: ['Standard'] }),
  rowOf('fax', { category: 'Voice', retired: true }),
  rowOf('pager', { category: 'Voice', tags: [], retired: true, applicableSource: 'typed' }),
];
const whole: GridView = { grouping: 'none', search: '', onlyGaps: false };
const shown = (view: Partial<GridView>, kept: readonly string[] = []) =>
  gridLines(rows, { ...whole, ...view }, new Set(kept)).map((line) =>
    'row' in line ? line.row.stackItem.id : `[${line.heading} ${line.count}]`,
  );

test.each([
  [{}, ['mfa', 'backup', 'edr', 'pager']],
  [{ search: ' BAY ' }, ['backup']],
  [{ search: 'security' }, ['mfa', 'edr']],
  [{ onlyGaps: true }, ['edr', 'pager']],
  [
    { grouping: 'category' },
    ['[Security 2]', 'mfa', 'edr', '[Voice 1]', 'pager', '[No category 1]', 'backup'],
  ],
  [
    { grouping: 'tag' },
    ['[Premium 1]', 'mfa', '[Standard 2]', 'mfa', 'edr', '[No tag 2]', 'backup', 'pager'],
  ],
] as const)('%j shows %j', (view, expected) => {
  expect(shown(view)).toEqual(expected);
});

test('a row that has just been edited stays in sight, although it is no gap any more', () => {
  expect(shown({ onlyGaps: true }, ['mfa'])).toEqual(['mfa', 'edr', 'pager']);
});

test('a row in two groups has two lines with keys of their own', () => {
  const keys = gridLines(rows, { ...whole, grouping: 'tag' }, new Set()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
