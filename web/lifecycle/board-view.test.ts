import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KnownValues, NO_FILTERS } from '../dashboard/filters.ts';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { BOARD_FILTERS, boardSearch, readBoardView, WHOLE_BOARD } from './board-view.ts';

const known: KnownValues = {
  company: new Set(['acme']),
  health: new Set(['At risk']),
  accountManager: new Set(['dana']),
  accountGroup: new Set(['east']),
  segment: new Set(['not_placed']),
  tag: new Set(['R&D, care', 'Premium']),
  stackItem: new Set(['edr']),
};
const read = (address: string) => readBoardView(parseSearch(address), known);

test('the whole board has a bare address', () => {
  expect(searchText(boardSearch(WHOLE_BOARD))).toBe('');
  expect(read('')).toEqual({ view: WHOLE_BOARD, dropped: [] });
});

test('whatever the view, it reads as it was written', () => {
  const filters = Object.fromEntries(BOARD_FILTERS.map((name) => [name, fc.subarray([...known[name]])]));
  const options = { ribbon: fc.boolean(), owner: fc.constantFrom(null, 'riley', 'dana') };
  fc.assert(
    fc.property(fc.record({ ...filters, ...options }), (part) => {
      const view = { ...WHOLE_BOARD, ...part };
      expect(read(searchText(boardSearch(view)))).toEqual({ view, dropped: [] });
    }),
  );
});

test.each([
  ['health=At+risk', [{ name: 'health', value: 'At risk' }]],
  ['company=acme', [{ name: 'company', value: 'acme' }]],
  ['tag=gone', [{ name: 'tag', value: 'gone' }]],
  ['sort=mrr', [{ name: 'sort', value: 'mrr' }]],
])('%s means nothing here', (address, dropped) => {
  expect(read(address)).toEqual({ view: WHOLE_BOARD, dropped });
});

test('clearing the filters keeps the vCIO', () => {
  const { view } = read('tag=Premium&owner=riley');
  expect(searchText(boardSearch({ ...view, ...NO_FILTERS }))).toBe('owner=riley');
});
