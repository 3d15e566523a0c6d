import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILTERS, type KnownValues, NO_FILTERS } from '../dashboard/filters.ts';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { COMPANY_SORTS, ITEM_SORTS, matrixSearch, readMatrixView, WHOLE_MATRIX } from './matrix-view.ts';

const known: KnownValues = {
  company: new Set(['acme']),
  health: new Set(['At risk', 'No score']),
  accountManager: new Set(['dana']),
  accountGroup: new Set(['east']),
  segment: new Set(['high_value_low_effort', 'not_placed']),
  tag: new Set(['R&D, care']),
  stackItem: new Set(['edr', 'mfa']),
};
const read = (address: string) => readMatrixView(parseSearch(address), known);

test('the whole matrix has a bare address', () => {
  expect(searchText(matrixSearch(WHOLE_MATRIX))).toBe('');
  expect(read('')).toEqual({ view: WHOLE_MATRIX, dropped: [] });
});

test('whatever the view, it reads as it was written', () => {
  const filters = Object.fromEntries(FILTERS.map((name) => [name, fc.subarray([...known[name]])]));
  const options = {
    ribbon: fc.boolean(),
    weighted: fc.boolean(),
    swapped: fc.boolean(),
    sortCompanies: fc.constantFrom(...COMPANY_SORTS),
    sortItems: fc.constantFrom(...ITEM_SORTS),
  };
  fc.assert(
    fc.property(fc.record({ ...filters, ...options }), (part) => {
      const view = { ...WHOLE_MATRIX, ...part };
      expect(read(searchText(matrixSearch(view)))).toEqual({ view, dropped: [] });
    }),
  );
});

test.each([
  ['axes=round', [{ name: 'axes', value: 'round' }]],
  ['sortItems=luck', [{ name: 'sortItems', value: 'luck' }]],
  ['sortCompanies=stack', [{ name: 'sortCompanies', value: 'stack' }]],
  ['stackItem=gone', [{ name: 'stackItem', value: 'gone' }]],
  ['rank=mrr', [{ name: 'rank', value: 'mrr' }]],
])('%s means nothing here', (address, dropped) => {
  expect(read(address)).toEqual({ view: WHOLE_MATRIX, dropped });
});

test('clearing the filters keeps the axes and the order', () => {
  const { view } = read('health=At+risk&axes=swapped&sortItems=gap');
  expect(searchText(matrixSearch({ ...view, ...NO_FILTERS }))).toBe('axes=swapped&sortItems=gap');
});
