import { expect, test } from 'vitest';
import { planApply } from '../plan-apply.ts';
import type { ContactRecord } from '../records.ts';
import { applyInput, company, contact, mirror } from '../testing/some-records.ts';
import { countsAsEmployee } from './contacts.ts';

test.each<[string, Partial<ContactRecord>, boolean]>([
  ['a person', {}, true],
  ['one without an address', { email: null }, true],
  ['one with a last name only', { firstName: null }, true],
  ['one who left', { active: false }, false],
  ['a service account', { serviceAccount: true }, false],
  ['an address without a name', { firstName: null, lastName: ' ' }, false],
  ['a shared mailbox', { email: 'Info@acme.example' }, false],
  ['the scanner', { email: 'scanner@acme.example' }, false],
  ['somebody whose address begins like a mailbox', { email: 'salesforce.admin@acme.example' }, true],
])('%s counts as an employee: %s', (_, own, counts) => {
  expect(countsAsEmployee(contact(own))).toBe(counts);
});

const rowsOf = (
  contacts: Readonly<Record<string, ContactRecord>>,
  ours: Readonly<Record<string, string>>[] = [],
) => {
  const base = applyInput();
  return planApply({
    ...base,
    mirror: mirror({ companies: { '250': company({ employees: 40 }) }, contacts }),
    present: { ...base.present, contacts: new Map(ours.map((row) => [row.key!, row])) },
  }).files;
};

test('employees are the contacts that count; without any contact, what the PSA says', () => {
  const two = { '1': contact(), '2': contact({ serviceAccount: true }), '3': contact({ firstName: 'Bo' }) };
  expect(rowsOf(two).companies.rows).toMatchObject([{ employeesSynced: '2' }]);
  expect(rowsOf({}).companies.rows).toMatchObject([{ employeesSynced: '40' }]);
});

test('a contact goes by its name, else by what there is', () => {
  const nameless = { firstName: null, lastName: null };
  const contacts = {
    '1': contact({ lastName: null }),
    '2': contact(nameless),
    '3': contact({ ...nameless, email: null, title: 'CFO' }),
    '4': contact({ ...nameless, email: null }),
  };
  expect(rowsOf(contacts).contacts.rows.map(({ name }) => name)).toEqual([
    'Ada',
    'ada@acme.example',
    'CFO',
    'Contact 4',
  ]);
});

test('a contact of ours with its address at the same company is the same', () => {
  const base = applyInput();
  const acme = { key: 'acme', name: 'Acme Dental' };
  const ours = {
    key: 'ada',
    company: 'acme',
    name: 'Dr Ada',
    email: 'ADA@acme.example',
    decisionMaker: 'true',
  };
  const plan = planApply({
    ...base,
    mirror: mirror({ companies: { '250': company() }, contacts: { '1': contact(), '2': contact() } }),
    present: { ...base.present, companies: new Map([['acme', acme]]), contacts: new Map([['ada', ours]]) },
  });
  expect(plan.files.contacts.rows).toMatchObject([
    { key: 'ada', name: 'Ada Abara' },
    { key: 'connectwise-2', name: 'Ada Abara' },
  ]);
  expect(plan.files.contacts.columns).not.toContain('decisionMaker');
});

test('the PSA’s primary contact becomes ours where the company has none, one at most', () => {
  const two = { '1': contact({ primary: true }), '2': contact({ primary: true, email: null }) };
  const primary = (ours: Readonly<Record<string, string>>[]) =>
    rowsOf(two, ours).contacts.rows.map(({ primaryContact }) => primaryContact);
  expect(primary([])).toEqual(['true', '']);
  expect(primary([{ key: 'bo', company: 'connectwise-250', primaryContact: 'true' }])).toEqual(['', '']);
});
