import type { KeyboardEvent } from 'react';
import { expect, test, vi } from 'vitest';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { GRID_COLUMNS } from './grid-columns.ts';
import { gridKeys } from './grid-keys.ts';
import { rowOf } from './testing/row-of.ts';

/** What a key does in a column of a row. */
function press(key: string, column: string, values: Partial<AlignmentRow> = {}, mayEdit = true) {
  const row = rowOf('dns', values);
  const [go, begin, save, onRefused] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const columns = GRID_COLUMNS.map(({ id }) => id);
  const onKeyDown = gridKeys({
    at: { line: 'dns', column },
    walk: { lines: ['dns', 'mfa'], columns, page: 10 },
    columns: GRID_COLUMNS,
    mayEdit,
    rowAt: () => row,
    go,
    begin,
    save,
    onRefused,
  });
  const ctrlKey = key.startsWith('Ctrl+');
  const preventDefault = vi.fn();
  const event = { key: key.replace('Ctrl+', ''), ctrlKey, shiftKey: false, metaKey: false, altKey: false };
  onKeyDown({ ...event, preventDefault } as unknown as KeyboardEvent);
  const done = [
    ...go.mock.calls.map(([place]) => `go ${place.line} ${place.column}`),
    ...begin.mock.calls.map(([editing]) => `begin ${editing.column} ${editing.start}`),
    ...save.mock.calls.map(([, change]) => `save ${JSON.stringify(change)}`),
    ...onRefused.mock.calls.map(() => 'refused'),
  ];
  expect(preventDefault).toHaveBeenCalledTimes(done.length > 0 ? 1 : 0);
  return done.join();
}

const typed = { amount: 5, weighted: 5, source: 'typed' } as const;

test.each([
  ['ArrowDown', 'alignment', 'go mfa alignment'],
  ['Enter', 'alignment', 'begin alignment null'],
  ['F2', 'provider', 'begin provider null'],
  ['7', 'mrrOpportunity', 'begin mrrOpportunity 7'],
  ['é', 'currentProduct', 'begin currentProduct é'],
  [' ', 'opportunityProduct', 'begin opportunityProduct null'],
  ['Enter', 'threat', 'save {"threat":true}'],
  [' ', 'threat', ''],
  ['Enter', 'recommendations', ''],
  ['x', 'set', ''],
  ['x', 'applicable', ''],
  ['Shift', 'alignment', ''],
  ['Ctrl+c', 'alignment', ''],
])('%s in %s: %s', (key, column, expected) => {
  expect(press(key, column)).toBe(expected);
});

test.each([
  ['mrrOpportunity', { mrrOpportunity: typed }, 'save {"mrrOpportunity":null}'],
  ['mrrOpportunity', {}, 'save {}'],
  ['provider', { provider: 'Bay Net' }, 'save {"provider":null}'],
  ['threat', { threat: true }, 'save {"threat":false}'],
  ['alignment', { alignmentSource: 'typed' }, 'save {"alignment":null}'],
] as const)('Delete in %s of %j: %s', (column, values, expected) => {
  expect(press('Delete', column, values)).toBe(expected);
});

test.each([
  ['Enter', 'alignment', 'refused'],
  ['5', 'mrrOpportunity', 'refused'],
  [' ', 'threat', 'refused'],
  ['Enter', 'applicable', 'save {"applicable":true}'],
  [' ', 'applicable', ''],
])('%s in %s of a row that is not applicable: %s', (key, column, expected) => {
  expect(press(key, column, { applicable: false })).toBe(expected);
});

test('who may not edit only walks', () => {
  expect(press('5', 'mrrOpportunity', {}, false)).toBe('');
  expect(press('Enter', 'threat', {}, false)).toBe('');
  expect(press('End', 'alignment', {}, false)).toBe('go dns set');
});
