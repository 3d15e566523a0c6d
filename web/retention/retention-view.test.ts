import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BREAKDOWNS } from '../../domain/retention/history.ts';
import { OVERS } from '../../domain/retention/spans.ts';
import type { KnownValues } from '../dashboard/filters.ts';
import { parseSearch, searchText } from '../ui/search-text.ts';
import {
  PERIODS,
  RETENTION_FILTERS,
  readRetentionView,
  retentionSearch,
  USUAL_RETENTION,
} from './retention-view.ts';

const known: KnownValues = {
  company: new Set(['acme']),
  health: new Set(['At risk', 'No score']),
  accountManager: new Set(['dana']),
  accountGroup: new Set(['east']),
  segment: new Set(['high_value_low_effort', 'not_placed']),
  tag: new Set(['R&D, care']),
  stackItem: new Set(['edr']),
};
const read = (address: string) => readRetentionView(parseSearch(address), known);

test('two years by account manager have a bare address', () => {
  expect(searchText(retentionSearch(USUAL_RETENTION))).toBe('');
  expect(read('')).toEqual({ view: USUAL_RETENTION, dropped: [] });
});

test('whatever the view, it reads as it was written', () => {
  const filters = Object.fromEntries(RETENTION_FILTERS.map((name) => [name, fc.subarray([...known[name]])]));
  const options = {
    ribbon: fc.boolean(),
    over: fc.constantFrom(...OVERS),
    by: fc.constantFrom(...BREAKDOWNS),
    months: fc.constantFrom(...PERIODS),
    month: fc.constantFrom(null, '2026-10', '2024-01'),
  };
  fc.assert(
    fc.property(fc.record({ ...filters, ...options }), (part) => {
      const view = { ...USUAL_RETENTION, ...part };
      expect(read(searchText(retentionSearch(view)))).toEqual({ view, dropped: [] });
    }),
  );
});

test.each([
  ['over=week', [{ name: 'over', value: 'week' }]],
  ['by=luck', [{ name: 'by', value: 'luck' }]],
  ['months=25', [{ name: 'months', value: '25' }]],
  ['month=2026-13', [{ name: 'month', value: '2026-13' }]],
  ['company=acme', [{ name: 'company', value: 'acme' }]],
  [
    'tag=x&stackItem=edr',
    [
      { name: 'tag', value: 'x' },
      { name: 'stackItem', value: 'edr' },
    ],
  ],
  ['health=Gone', [{ name: 'health', value: 'Gone' }]],
  ['rank=mrr', [{ name: 'rank', value: 'mrr' }]],
])('%s means nothing here', (address, dropped) => {
  expect(read(address)).toEqual({ view: USUAL_RETENTION, dropped });
});
