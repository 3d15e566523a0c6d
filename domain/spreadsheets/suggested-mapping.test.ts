import { expect, test } from 'vitest';
import { sheetKind } from './sheet-kinds.ts';
import { suggestedMapping } from './suggested-mapping.ts';

test.each([
  [
    'companies',
    ['Client Name', 'Seats', 'Client since', 'vCIO', 'Notes'],
    ['name', 'employeesSynced', 'dateAcquired', 'owner', null],
  ],
  ['companies', ['key', 'name', 'mrrOverride', ''], ['key', 'name', 'mrrOverride', null]],
  [
    'contacts',
    ['Company', 'Name', 'E-Mail', 'Decision-maker'],
    ['company', 'name', 'email', 'decisionMaker'],
  ],
  [
    'contracts',
    ['Account', 'Agreement', 'Billing cycle', 'Renewal Date'],
    ['company', 'name', 'cycle', 'end'],
  ],
  [
    'alignments',
    ['client', 'service', 'aligned', 'MRR Opportunity'],
    ['company', 'stackItem', 'alignment', 'mrrOpportunity'],
  ],
  ['companies', ['Name', 'Company'], ['name', null]],
] as const)('%s: the headings %j fill %j', (kind, headings, mapping) => {
  expect(suggestedMapping(headings, sheetKind(kind).fields)).toEqual(mapping);
});
