import { expect, test } from 'vitest';
import type { AlignmentChange } from '../../contract/alignment.ts';
import { showChange } from './show-change.ts';
import { rowOf } from './testing/row-of.ts';

const row = rowOf('dns', { sharedTags: ['Standard'] });
const changes: readonly (readonly [AlignmentChange, object])[] = [
  [{ applicable: false }, { applicable: false, applicableSource: 'typed' }],
  [{ applicable: null }, { applicable: true, applicableSource: 'tag' }],
  [
    { currentProduct: 'dnsfilter' },
    { currentProduct: { id: 'dnsfilter', name: 'DNSFilter', standing: 'preferred' } },
  ],
  [{ currentProduct: 'none' }, { currentProduct: null, currentProductSource: 'typed' }],
  [
    { currentProductName: 'Hosts file' },
    { currentProduct: { id: '', name: 'Hosts file', standing: 'other' }, currentProductSource: 'typed' },
  ],
  [{ alignment: 62.5 }, { alignment: 62.5, alignmentSource: 'typed' }],
  [{ mrrOpportunity: 500 }, { mrrOpportunity: { amount: 500, weighted: 500, source: 'typed' } }],
  [
    { provider: 'Bay Net', threat: null },
    { provider: 'Bay Net', threat: false },
  ],
];

test.each(changes)('%j shows at once', (change, expected) => {
  expect(showChange(row, change)).toMatchObject(expected);
});

test('what goes back to the rules stands as it was until the server has said what it is', () => {
  const change = { mrrOpportunity: null, alignment: null, currentProduct: null };
  expect(showChange(row, change)).toEqual(row);
});
