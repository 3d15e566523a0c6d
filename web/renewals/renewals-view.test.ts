import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KnownValues, NO_FILTERS } from '../dashboard/filters.ts';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { daysAhead, HORIZONS } from './horizon.ts';
import {
  RENEWAL_FILTERS,
  RENEWAL_SORTS,
  readRenewalsView,
  renewalsSearch,
  WHOLE_RENEWALS,
} from './renewals-view.ts';

const known: KnownValues = {
  company: new Set(['acme']),
  health: new Set(['At risk', 'No score']),
  accountManager: new Set(['dana']),
  accountGroup: new Set(['east']),
  segment: new Set(['high_value_low_effort', 'not_placed']),
  tag: new Set(['R&D, care']),
  stackItem: new Set(['edr']),
};
const read = (address: string) => readRenewalsView(parseSearch(address), known);

test('all that ends within 90 days has a bare address', () => {
  expect(searchText(renewalsSearch(WHOLE_RENEWALS))).toBe('');
  expect(read('')).toEqual({ view: WHOLE_RENEWALS, dropped: [] });
});

test('whatever the view, it reads as it was written', () => {
  const filters = Object.fromEntries(RENEWAL_FILTERS.map((name) => [name, fc.subarray([...known[name]])]));
  const options = {
    ribbon: fc.boolean(),
    within: fc.constantFrom(...HORIZONS),
    sort: fc.record({ column: fc.constantFrom(...RENEWAL_SORTS), order: fc.constantFrom('asc', 'desc') }),
  };
  fc.assert(
    fc.property(fc.record({ ...filters, ...options }), (part) => {
      const view = { ...WHOLE_RENEWALS, ...part };
      expect(read(searchText(renewalsSearch(view)))).toEqual({ view, dropped: [] });
    }),
  );
});

test.each([
  ['within=45', [{ name: 'within', value: '45' }]],
  ['sort=luck', [{ name: 'sort', value: 'luck' }]],
  ['stackItem=edr', [{ name: 'stackItem', value: 'edr' }]],
  ['company=gone', [{ name: 'company', value: 'gone' }]],
  ['rank=mrr', [{ name: 'rank', value: 'mrr' }]],
])('%s means nothing here', (address, dropped) => {
  expect(read(address)).toEqual({ view: WHOLE_RENEWALS, dropped });
});

test('clearing the filters keeps the days and the order', () => {
  const { view } = read('health=At+risk&within=30&sort=mrr&order=desc');
  expect(searchText(renewalsSearch({ ...view, ...NO_FILTERS }))).toBe('within=30&sort=mrr&order=desc');
});

test.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [42, 'in 42 days'],
])('%i days ahead is %s', (days, words) => {
  expect(daysAhead(days)).toBe(words);
});
