import { expect, test } from 'vitest';
import type { AccountGroup, Grants, Role, SecurityGroup } from './grants.ts';
import { type NewCompanyPlace, ownAccountGroups, placeForNewCompany, whyUnseen } from './new-company.ts';

const security = (own: Partial<SecurityGroup>): SecurityGroup => ({
  id: 's',
  name: 'S',
  allCompanies: false,
  companies: ['acme'],
  users: ['sam'],
  ...own,
});
const account = (own: Partial<AccountGroup>): AccountGroup => ({
  id: 'east',
  name: 'East',
  description: null,
  allCompanies: false,
  companies: ['acme'],
  members: [],
  accountManagers: [],
  ...own,
});

interface Case {
  readonly security?: readonly SecurityGroup[];
  readonly account?: readonly AccountGroup[];
  readonly role?: Role;
  readonly isManager?: boolean;
}
const everything = security({ allCompanies: true });

function grants({ security = [everything], account = [], role = 'member', isManager = false }: Case): Grants {
  const sam = {
    id: 'sam',
    name: 'Sam',
    email: 's@x.example',
    role,
    active: true,
    accountManager: false,
    isManager,
  };
  return { users: [sam], securityGroups: security, accountGroups: account, accountManagerCompanies: [] };
}

test.each<[string, Case, readonly string[], ReturnType<typeof whyUnseen>]>([
  ['an admin who may see everything', { role: 'admin' }, [], null],
  ['a manager who may see everything', { isManager: true }, [], null],
  [
    'an admin whose security group lists companies',
    { role: 'admin', security: [security({})] },
    [],
    'ceiling',
  ],
  ['an admin in no security group', { role: 'admin', security: [] }, [], 'ceiling'],
  ['a member in no account group', {}, [], 'reach'],
  ['a member of the group that is named', { account: [account({ members: ['sam'] })] }, ['east'], null],
  [
    'an account manager of the group that is named',
    { account: [account({ accountManagers: ['sam'] })] },
    ['east'],
    null,
  ],
  ['a member of a group that is not named', { account: [account({ members: ['sam'] })] }, [], 'reach'],
  ['somebody outside the group that is named', { account: [account({})] }, ['east'], 'reach'],
  [
    'a member of a group of all companies',
    { account: [account({ allCompanies: true, members: ['sam'] })] },
    [],
    null,
  ],
  [
    'a member of the named group under a ceiling that lists companies',
    { security: [security({})], account: [account({ members: ['sam'] })] },
    ['east'],
    'ceiling',
  ],
])('a new company: %s', (_, own, groups, expected) => {
  expect(whyUnseen(grants(own), 'sam', 'new', groups)).toBe(expected);
});

test.each<[string, Case, NewCompanyPlace]>([
  ['an admin who may see everything', { role: 'admin' }, 'anywhere'],
  ['an admin whose security group lists companies', { role: 'admin', security: [security({})] }, 'ceiling'],
  ['a member of a group', { account: [account({ members: ['sam'] })] }, 'in a group'],
  [
    'a member of the group of all companies',
    { account: [account({ id: 'all', members: ['sam'] })] },
    'anywhere',
  ],
  ['a member of nothing', { account: [account({})] }, 'no group'],
  [
    'a member of a group, under a ceiling',
    { security: [security({})], account: [account({ members: ['sam'] })] },
    'ceiling',
  ],
])('a place for a new company: %s', (_, own, expected) => {
  expect(placeForNewCompany(grants(own), 'sam')).toBe(expected);
});

test('own account groups are those one works in that list companies', () => {
  const given = grants({
    account: [
      account({ id: 'member', members: ['sam'] }),
      account({ id: 'manages', accountManagers: ['sam'] }),
      account({ id: 'other', members: ['lee'] }),
      account({ id: 'all', allCompanies: true, members: ['sam'] }),
    ],
  });
  expect(ownAccountGroups(given, 'sam')).toEqual(['member', 'manages']);
});
