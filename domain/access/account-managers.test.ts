import { expect, test } from 'vitest';
import {
  accountManagers,
  assignedCompanies,
  companiesOfAccountGroup,
  companiesOfAccountManager,
  isListedAsAccountManager,
  managedAccountGroups,
} from './account-managers.ts';
import type { AccountGroup, Grants } from './grants.ts';

const group = (id: string, figures: Partial<AccountGroup>): AccountGroup => ({
  id,
  name: id,
  description: null,
  allCompanies: false,
  companies: [],
  members: [],
  accountManagers: [],
  ...figures,
});
const user = (id: string, accountManager = false, isManager = false) => ({
  id,
  name: id,
  email: `${id}@msp.example`,
  role: 'member' as const,
  active: true,
  accountManager,
  isManager,
});

const grants: Grants = {
  users: [user('dana'), user('kim'), user('lee'), user('max', true, true), user('pat')],
  securityGroups: [],
  accountGroups: [
    group('east', { companies: ['acme', 'birch'], accountManagers: ['dana'], members: ['kim'] }),
    group('west', { companies: ['birch', 'cedar'], accountManagers: ['dana'] }),
    group('everything', { allCompanies: true, accountManagers: ['lee'] }),
    group('all', { accountManagers: ['pat'] }),
  ],
  accountManagerCompanies: [
    { user: 'dana', company: 'elm' },
    { user: 'kim', company: 'acme' },
  ],
};

test.each([
  ['assigned to them or in a group that they manage', 'dana', ['acme', 'birch', 'cedar', 'elm']],
  ['membership of a group does not count', 'kim', ['acme']],
  ['the flags by themselves give none', 'max', []],
  ['nobody has none', 'nobody', []],
])('companies of an account manager: %s', (_, manager, expected) => {
  const set = companiesOfAccountManager(grants, manager);
  expect(set.all ? 'all' : [...set.ids].sort()).toEqual(expected);
});

test('who manages a group of all companies looks after all', () => {
  expect(companiesOfAccountManager(grants, 'lee')).toEqual({ all: true });
  expect(companiesOfAccountManager(grants, 'pat')).toEqual({ all: true });
});

test('companies of an account group', () => {
  expect(companiesOfAccountGroup(grants, 'west')).toEqual({ all: false, ids: new Set(['birch', 'cedar']) });
  expect(companiesOfAccountGroup(grants, 'everything')).toEqual({ all: true });
  expect(companiesOfAccountGroup(grants, 'all')).toEqual({ all: true });
  expect(companiesOfAccountGroup(grants, 'nosuch')).toEqual({ all: false, ids: new Set() });
});

test('account managers are those who look after something', () => {
  expect(accountManagers(grants).map(({ id }) => id)).toEqual(['dana', 'kim', 'lee', 'pat']);
});

test('the list of account managers has those as well who were only put into it', () => {
  const listed = grants.users.filter((user) => isListedAsAccountManager(grants, user));
  expect(listed.map(({ id }) => id)).toEqual(['dana', 'kim', 'lee', 'max', 'pat']);
  const nobody = { ...grants, users: [user('sam')], accountGroups: [], accountManagerCompanies: [] };
  expect(isListedAsAccountManager(nobody, user('sam'))).toBe(false);
  expect(isListedAsAccountManager(nobody, user('sam', true))).toBe(true);
});

test('what an account manager was given by hand', () => {
  expect(managedAccountGroups(grants, 'dana').map(({ id }) => id)).toEqual(['east', 'west']);
  expect(assignedCompanies(grants, 'dana')).toEqual(['elm']);
});
