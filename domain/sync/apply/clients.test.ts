import { expect, test } from 'vitest';
import type { CompanyRecord } from '../records.ts';
import { company } from '../testing/some-records.ts';
import { whyNoClient } from './clients.ts';

const defaults = { clients: { types: [], withoutStatuses: [] } };

test.each<[string, Partial<CompanyRecord>, string | null]>([
  ['a client', { types: ['Client'] }, null],
  ['a customer', { types: ['Customer - Gold'] }, null],
  ['one under management', { types: ['Vendor', 'managed services'] }, null],
  ['a vendor', { types: ['Vendor'] }, 'its type is "Vendor"'],
  [
    'a prospect that is a partner too',
    { types: ['Prospect', 'Partner'] },
    'its types are "Prospect", "Partner"',
  ],
  ['one without a type, where others have one', { types: [] }, 'it has no type'],
  ['a client that is inactive', { active: false }, 'it is inactive in ConnectWise PSA'],
  ['the MSP itself', { internal: true }, 'it is ourselves'],
  ['a client of any status', { status: 'On hold' }, null],
])('unless somebody chose, %s', (_, own, why) => {
  expect(whyNoClient(company(own), { settings: defaults, typed: true, system: 'ConnectWise PSA' })).toBe(why);
});

test('where the system has no types at all, every active company is a client', () => {
  const rule = { settings: defaults, typed: false, system: 'HaloPSA' };
  expect(whyNoClient(company({ types: [] }), rule)).toBe(null);
  expect(whyNoClient(company({ types: [], active: false }), rule)).toBe('it is inactive in HaloPSA');
});

test.each<[string, Partial<CompanyRecord>, string | null]>([
  ['a chosen type', { types: ['Partner', 'School'] }, null],
  ['another type, whatever it sounds like', { types: ['Client'] }, 'its type is "Client"'],
  ['a status that is left out', { types: ['School'], status: 'On hold' }, 'its status is "On hold"'],
  ['no status', { types: ['School'], status: null }, null],
  ['no type', { types: [] }, 'it has no type'],
])('once somebody chose, one with %s', (_, own, why) => {
  const settings = { clients: { types: ['School'], withoutStatuses: ['On hold'] } };
  expect(whyNoClient(company(own), { settings, typed: true, system: 'ConnectWise PSA' })).toBe(why);
});
