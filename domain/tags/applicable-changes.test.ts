import { expect, test } from 'vitest';
import { applicableChanges } from './applicable-changes.ts';

const companies = [
  { id: 'acme', tags: ['Dental'] },
  { id: 'birch', tags: ['Legal', 'HIPAA'] },
  { id: 'cedar', tags: [] },
  { id: 'dogwood', tags: ['Legal'] },
];
const item = (id: string, tags: string[], retired = false) => ({ id, tags, retired });
const items = [item('web', ['Legal']), item('mail', ['HIPAA', 'Dental']), item('fax', ['Legal'], true)];

test.each<[string, [string, string | null][], string[]]>([
  ['a new name changes nothing', [['Legal', 'Law']], []],
  [
    'merged: both kinds of clients get the items of both, retired ones aside',
    [['Dental', 'Legal']],
    ['+acme web', '+dogwood mail'],
  ],
  ['deleted: what rested on it alone goes off', [['Legal', null]], ['-birch web', '-dogwood web']],
  ['deleted beside another that is shared', [['Dental', null]], ['-acme mail']],
])('%s', (_, names, expected) => {
  const changes = applicableChanges(companies, items, new Map(names));
  expect(changes.map((it) => `${it.applicable ? '+' : '-'}${it.company} ${it.stackItem}`)).toEqual(expected);
});

test('a merge that joins what was shared already switches nothing', () => {
  const both = [{ id: 'acme', tags: ['Dental', 'Legal'] }];
  expect(applicableChanges(both, [item('web', ['Legal'])], new Map([['Dental', 'Legal']]))).toEqual([]);
});
