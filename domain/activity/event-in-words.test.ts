import { expect, test } from 'vitest';
import { eventInWords, type RecordedEvent } from './event-in-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const vocabulary: Vocabulary = { currency: 'USD', nameOf: (kind, id) => `${kind} ${id.toUpperCase()}` };

function said(event: Partial<RecordedEvent>) {
  const whole = { actor: 'Dana', action: 'update company', subject: null, before: null, after: null };
  return eventInWords({ ...whole, ...event }, vocabulary);
}

test.each<[string, Partial<RecordedEvent>]>([
  ['A client answered a survey', { actor: null, action: 'answer survey', after: { rating: 'positive' } }],
  [
    'A CSAT response came from SmileBack',
    { actor: null, action: 'receive CSAT response', subject: 'SmileBack' },
  ],
  [
    'Dana said whose the answer from SmileBack is',
    { action: 'assign survey delivery', subject: 'SmileBack' },
  ],
  [
    'Dana set MRR override from calculated to $4,250.00',
    { before: { mrrOverride: null }, after: { mrrOverride: 425_000 } },
  ],
  [
    'Dana set industry from Law to none and locations from none to 2',
    { before: { industry: 'Law', locations: null }, after: { industry: null, locations: 2 } },
  ],
  [
    'Dana set a from none to 1, b from none to 2, c from none to 3 and 2 more',
    { before: {}, after: { a: 1, b: 2, c: 3, d: 4, e: 5 } },
  ],
  [
    'Dana set owner from none to user SAM and account groups from account group EAST to none',
    { before: { owner: null, accountGroups: ['east'] }, after: { owner: 'sam', accountGroups: [] } },
  ],
  [
    'Dana set tags from none to HIPAA, Standard',
    { before: { tags: null }, after: { tags: ['HIPAA', 'Standard'] } },
  ],
  ['Dana set stage from active to sales engaged', { before: { stage: null }, after: { stage: 'sales' } }],
  [
    'Dana set end of the contract Managed services from 2026-12-31 to none',
    {
      action: 'update contract',
      subject: 'Managed services',
      before: { end: '2026-12-31' },
      after: { end: null },
    },
  ],
  [
    'Dana set current product of Web filtering from as contract lines say to none and alignment from by product to 62.5 %',
    {
      action: 'update alignment',
      subject: 'Web filtering',
      before: { alignment: null, currentProduct: null },
      after: { alignment: 62.5, currentProduct: 'none' },
    },
  ],
  [
    'Dana set status of the health override from none to At risk and expires on from none to 2026-12-31',
    {
      action: 'set health override',
      before: { status: null, expiresOn: null },
      after: { status: 'At risk', expiresOn: '2026-12-31' },
    },
  ],
  [
    'Dana set points of the health score Sentiment from none to 7',
    { action: 'set health score', subject: 'Sentiment', before: { points: null }, after: { points: '7' } },
  ],
  [
    'Dana set weight of the health metric CSAT from 1 to 2',
    { action: 'update health metric', subject: 'CSAT', before: { weight: '1' }, after: { weight: '2' } },
  ],
  [
    'Dana set choices of the health metric Org from none to 0: Cold, 10: Raving fan',
    {
      action: 'update health metric',
      subject: 'Org',
      before: { choices: [] },
      after: { choices: ['0: Cold', '10: Raving fan'] },
    },
  ],
  [
    'Dana retired the effort metric Travel',
    {
      action: 'retire effort metric',
      subject: 'Travel',
      before: { retired: false },
      after: { retired: true },
    },
  ],
  [
    'Dana set lower bound of the health band Satisfactory from 75 to 80',
    {
      action: 'update health band',
      subject: 'Satisfactory',
      before: { from: '75' },
      after: { from: '80' },
    },
  ],
  [
    'Dana set minimum coverage of the health settings from 0 % to 25 %',
    {
      action: 'update health settings',
      before: { minimumCoverage: 0 },
      after: { minimumCoverage: 25 },
    },
  ],
  [
    'Dana reordered the health metrics',
    { action: 'reorder health metrics', before: { order: ['A', 'B'] }, after: { order: ['B', 'A'] } },
  ],
  ['Dana cleared the health score Sentiment', { action: 'clear health score', subject: 'Sentiment' }],
  [
    'Dana added a note on Web filtering',
    { action: 'create alignment note', subject: 'Web filtering', after: { text: 'Hello' } },
  ],
  ['Dana added the company', { action: 'create company', after: { name: 'Acme' } }],
  [
    'Dana added the contract Backup',
    { action: 'create contract', subject: 'Backup', after: { name: 'Backup' } },
  ],
  ['Dana deleted the contact Ann', { action: 'delete contact', subject: 'Ann', before: { name: 'Ann' } }],
  [
    'Dana archived the company',
    { action: 'archive company', before: { stage: 'active' }, after: { stage: 'offboarded' } },
  ],
  ['Dana changed the company', { before: { name: 'Acme' }, after: { name: 'Acme' } }],
  [
    'Dana added company ACME, company BIRCH to the companies of the account group East and took user SAM out of the members',
    {
      action: 'update account group',
      subject: 'East',
      before: { membersRemoved: ['sam'] },
      after: { companiesAdded: ['acme', 'birch'] },
    },
  ],
  [
    'Dana changed Collect access in the tasks of the onboarding template and took Sign out of the tasks',
    {
      action: 'update onboarding template',
      before: { tasksRemoved: ['Sign'] },
      after: { tasksChanged: ['Collect access'] },
    },
  ],
  [
    'Dana completed the onboarding task Sign',
    {
      action: 'complete onboarding task',
      subject: 'Sign',
      before: { done: false },
      after: { done: true },
    },
  ],
  [
    'Dana set role of the user Sam from member to admin, and added security group ALL to the security groups',
    {
      action: 'update user',
      subject: 'Sam',
      before: { role: 'member' },
      after: { role: 'admin', securityGroupsAdded: ['all'] },
    },
  ],
  ['Dana deactivated the user Sam', { action: 'deactivate user', subject: 'Sam' }],
  ['Dana signed Sam out', { action: 'sign out user', subject: 'Sam' }],
  ['Dana began to view as Sam', { action: 'start viewing as user', subject: 'Sam' }],
  ['Dana stopped viewing as Sam', { action: 'stop viewing as user', subject: 'Sam' }],
  ['Dana sent the link by e-mail to Sam', { action: 'e-mail link to user', subject: 'Sam' }],
  ['Dana made a password link for Sam', { action: 'make password link for user', subject: 'Sam' }],
  ['Dana removed the account manager Sam', { action: 'remove account manager', subject: 'Sam' }],
  ['Dana set up the workspace', { action: 'set up', subject: 'Dana' }],
  [
    'The command line imported a portfolio bundle',
    { actor: null, action: 'import bundle', after: [{ file: 'companies.csv' }] },
  ],
  [
    'Dana moved the stack item Firewall from place 4 to 1',
    { action: 'move stack item', subject: 'Firewall', before: { place: 4 }, after: { place: 1 } },
  ],
  ['Dana imported stack items and products', { action: 'import stack', after: [{ file: 'products.csv' }] }],
  [
    'Dana merged the stack item DNS security into stack item WEB',
    {
      action: 'merge stack item',
      subject: 'DNS security',
      before: { name: 'DNS security' },
      after: { stackItem: 'web' },
    },
  ],
  [
    'Dana merged the alignment of DNS security into stack item WEB',
    { action: 'merge alignment', subject: 'DNS security', after: { stackItem: 'web', notes: 2 } },
  ],
  [
    'Dana merged the product DNS Filter into product DNSFILTER',
    {
      action: 'merge product',
      subject: 'DNS Filter',
      before: { stackItem: 'web' },
      after: { product: 'dnsfilter' },
    },
  ],
  ['Dana linked the recommendation Firewall', { action: 'link recommendation', subject: 'Firewall' }],
])('%s', (sentence, event) => {
  expect(said(event).sentence).toBe(sentence);
});

test('what was added or deleted is told field by field, but for what was never set', () => {
  const after = { name: 'Backup', vendor: null, amount: -5, excluded: true, lines: [{}, {}] };
  expect(said({ action: 'create contract', after }).changes).toEqual([
    { field: 'name', label: 'name', before: 'none', after: 'Backup' },
    { field: 'amount', label: 'amount', before: 'none', after: '-$0.05' },
    { field: 'excluded', label: 'excluded', before: 'no', after: 'yes' },
    { field: 'lines', label: 'lines', before: 'none', after: '2' },
  ]);
});

test('long text is cut between characters and stands on one line', () => {
  const [change] = said({ before: { note: 'a\n\tb' }, after: { note: '🦷'.repeat(200) } }).changes;
  expect(change).toMatchObject({ before: 'a b', after: `${'🦷'.repeat(119)}…` });
});

test('names that objects have by nature are fields like others', () => {
  const [change] = said({ before: { constructor: null }, after: { constructor: 'x' } }).changes;
  expect(change).toMatchObject({ label: 'constructor', before: 'none', after: 'x' });
});
