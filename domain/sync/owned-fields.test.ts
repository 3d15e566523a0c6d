import { expect, test } from 'vitest';
import { ownedCompanyFields, ownedContactFields, ownedContractFields } from './owned-fields.ts';

const nothing = { industry: null, acquiredOn: null, annualRevenue: null, yearEstablished: null };

test.each<[string, Parameters<typeof ownedCompanyFields>, string[]]>([
  ['its name always', [nothing, false], ['name']],
  [
    'what the PSA has',
    [{ ...nothing, industry: 'Legal', yearEstablished: 1998 }, false],
    ['name', 'industry', 'yearEstablished'],
  ],
  ['locations where it has sites', [nothing, true], ['name', 'locations']],
  ['nothing, once it is gone there', [null, true], []],
])('of a company the PSA owns %s', (_, asked, fields) => {
  expect(ownedCompanyFields(...asked)).toEqual(fields);
});

test('exclusion and who decides stay ours; what is gone is ours alone', () => {
  expect(ownedContactFields(null)).not.toContain('decisionMaker');
  expect(ownedContractFields(null)).not.toContain('excluded');
  expect([ownedContactFields('2026-11-01'), ownedContractFields('2026-11-01')]).toEqual([[], []]);
});
