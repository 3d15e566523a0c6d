import { expect, test } from 'vitest';
import type { ExcludableContract, Exclusions } from '../../contract/exclusions.ts';
import {
  changeOf,
  chosenContracts,
  chosenVendors,
  isDrafted,
  NOTHING_DRAFTED,
  rebased,
  withContracts,
  withVendor,
} from './draft.ts';

const contract = (id: string, excluded = false): ExcludableContract => ({
  id,
  name: id,
  company: { id: 'acme', name: 'Acme' },
  vendor: null,
  status: 'active',
  start: null,
  end: null,
  excluded,
  counts: !excluded,
  reason: '',
  mrr: 100,
  oneTime: 0,
});

const vendor = (name: string, excluded: boolean) => ({ vendor: name, contracts: 1, lines: 0, excluded });

const stored: Exclusions = {
  vendors: [vendor('Bayline', true), vendor('Printworks', false)],
  ownContracts: 2,
  contracts: [contract('old', true)],
  etag: '"1"',
};

test('what is chosen stands first among what is excluded, and is sent', () => {
  const chosen = withContracts(NOTHING_DRAFTED, stored, [contract('new'), contract('old', true)], true);
  const draft = withVendor(withVendor(chosen, stored, 'Printworks', true), stored, 'Bayline', false);
  expect(chosenContracts(draft, stored).map(({ what, added }) => [what.id, added])).toEqual([
    ['new', true],
    ['old', false],
  ]);
  expect(chosenVendors(draft, stored)).toEqual([{ what: 'Printworks', added: true }]);
  expect(changeOf(draft)).toEqual({
    excludeContracts: ['new'],
    includeContracts: [],
    excludeVendors: ['Printworks'],
    includeVendors: ['Bayline'],
  });
});

test('what is chosen and taken back is no change', () => {
  const there = withContracts(NOTHING_DRAFTED, stored, [contract('new')], true);
  expect(isDrafted(there)).toBe(true);
  expect(isDrafted(withContracts(there, stored, [contract('new')], false))).toBe(false);
  const out = withContracts(NOTHING_DRAFTED, stored, stored.contracts, false);
  expect(chosenContracts(out, stored)).toEqual([]);
  expect(isDrafted(withContracts(out, stored, stored.contracts, true))).toBe(false);
});

test('what somebody else has done meanwhile is no change any more, the rest stays', () => {
  const draft = withContracts(NOTHING_DRAFTED, stored, [contract('new'), contract('other')], true);
  const meanwhile = { ...stored, contracts: [contract('new', true), contract('theirs', true)] };
  const now = rebased(draft, meanwhile);
  expect(changeOf(now).excludeContracts).toEqual(['other']);
  expect(chosenContracts(now, meanwhile).map(({ what }) => what.id)).toEqual(['other', 'new', 'theirs']);
});
