import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompanyScope, canSee, companyScope, everyCompany } from './company-scope.ts';
import type { AccountGroup, Grants, SecurityGroup, UserGrants } from './grants.ts';

const ana = user('ana');

function user(id: string, own: Partial<UserGrants> = {}): UserGrants {
  return {
    id,
    name: id,
    email: `${id}@msp.example`,
    role: 'member',
    accountManager: false,
    isManager: false,
    ...own,
  };
}
function ceilingOf(companies: string[], own: Partial<SecurityGroup> = {}): SecurityGroup {
  return { id: 's', name: 'S', allCompanies: false, companies, users: ['ana'], ...own };
}
function reachOf(companies: string[], own: Partial<AccountGroup> = {}): AccountGroup {
  const empty = { description: null, members: ['ana'], accountManagers: [] };
  return { id: 'a', name: 'A', allCompanies: false, companies, ...empty, ...own };
}
function grants(own: Partial<Grants>): Grants {
  return { users: [ana], securityGroups: [], accountGroups: [], accountManagerCompanies: [], ...own };
}
function visible(scope: CompanyScope): string {
  return ['acme', 'bolt', 'core', 'dune'].filter((id) => canSee(scope, id)).join(' ');
}

const everything = 'acme bolt core dune';
const wholeCeiling = [ceilingOf([], { allCompanies: true })];

test.each<[string, Partial<Grants>, string]>([
  ['in no group: nothing', {}, ''],
  ['an admin in no security group: nothing', { users: [user('ana', { role: 'admin' })] }, ''],
  ['an account group without a security group: nothing', { accountGroups: [reachOf(['acme'])] }, ''],
  ['a security group without reach: nothing', { securityGroups: wholeCeiling }, ''],
  [
    'listed as account manager: by itself nothing',
    { users: [user('ana', { accountManager: true })], securityGroups: wholeCeiling },
    '',
  ],
  [
    'the ceiling within the reach',
    { securityGroups: [ceilingOf(['acme', 'bolt'])], accountGroups: [reachOf(['bolt', 'core'])] },
    'bolt',
  ],
  [
    'two security groups add up, and so do two account groups',
    {
      securityGroups: [ceilingOf(['acme']), ceilingOf(['bolt', 'core'])],
      accountGroups: [reachOf(['acme']), reachOf(['bolt'])],
    },
    'acme bolt',
  ],
  [
    'an account group that the user manages',
    {
      securityGroups: wholeCeiling,
      accountGroups: [reachOf(['core'], { members: [], accountManagers: ['ana'] })],
    },
    'core',
  ],
  [
    'a group of others',
    {
      securityGroups: wholeCeiling,
      accountGroups: [reachOf(['core'], { members: ['bo'], accountManagers: ['bo'] })],
    },
    '',
  ],
  [
    'assigned as account manager',
    {
      securityGroups: wholeCeiling,
      accountManagerCompanies: [
        { user: 'ana', company: 'dune' },
        { user: 'bo', company: 'acme' },
      ],
    },
    'dune',
  ],
  [
    'is a manager: the whole ceiling and no more',
    { users: [user('ana', { isManager: true })], securityGroups: [ceilingOf(['acme', 'dune'])] },
    'acme dune',
  ],
  [
    'an admin under a ceiling',
    { users: [user('ana', { role: 'admin' })], securityGroups: [ceilingOf(['acme'])] },
    'acme',
  ],
  [
    'an account group of all companies, within the ceiling',
    { securityGroups: [ceilingOf(['bolt'])], accountGroups: [reachOf([], { allCompanies: true })] },
    'bolt',
  ],
  [
    'the built-in groups hold every company, whatever their rows say',
    { securityGroups: [ceilingOf([], { id: 'all' })], accountGroups: [reachOf(['acme'], { id: 'all' })] },
    everything,
  ],
  [
    'groups that know a user of whom the workspace does not',
    { users: [], securityGroups: wholeCeiling, accountGroups: [reachOf(['acme'])] },
    '',
  ],
])('%s', (_, own, expected) => {
  expect(visible(companyScope(grants(own), 'ana'))).toBe(expected);
});

test('the command line sees every company', () => {
  expect(visible(everyCompany)).toBe(everything);
});

const users = ['ana', 'bo'];
const companies = ['acme', 'bolt', 'core', 'dune'];
const group = {
  id: fc.constantFrom('g1', 'g2', 'all'),
  name: fc.constant('G'),
  allCompanies: fc.boolean(),
  companies: fc.subarray(companies),
};
const anyGrants: fc.Arbitrary<Grants> = fc.record({
  users: fc.subarray(users).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            role: fc.constantFrom('admin' as const, 'member' as const, 'viewer' as const),
            accountManager: fc.boolean(),
            isManager: fc.boolean(),
          })
          .map((own) => user(id, own)),
      ),
    ),
  ),
  securityGroups: fc.array(fc.record({ ...group, users: fc.subarray(users) }), { maxLength: 3 }),
  accountGroups: fc.array(
    fc.record({
      ...group,
      description: fc.constant(null),
      members: fc.subarray(users),
      accountManagers: fc.subarray(users),
    }),
    { maxLength: 3 },
  ),
  accountManagerCompanies: fc.array(
    fc.record({ user: fc.constantFrom(...users), company: fc.constantFrom(...companies) }),
    { maxLength: 4 },
  ),
});

/** The rule of docs/product.md §2 asked for one company at a time. */
function sees(grants: Grants, userId: string, company: string): boolean {
  const me = grants.users.find(({ id }) => id === userId);
  if (!me) return false;
  const holds = (g: SecurityGroup | AccountGroup) =>
    g.id === 'all' || g.allCompanies || g.companies.includes(company);
  const ceiling = grants.securityGroups.some((g) => g.users.includes(userId) && holds(g));
  const reach =
    me.role === 'admin' ||
    me.isManager ||
    grants.accountGroups.some((g) => [...g.members, ...g.accountManagers].includes(userId) && holds(g)) ||
    grants.accountManagerCompanies.some((row) => row.user === userId && row.company === company);
  return ceiling && reach;
}

test('the scope is the rule, company by company', () => {
  fc.assert(
    fc.property(anyGrants, (g) => {
      for (const id of [...users, 'stranger']) {
        const scope = companyScope(g, id);
        for (const company of companies) expect(canSee(scope, company)).toBe(sees(g, id, company));
      }
    }),
  );
});

/** Every way to take one thing away from the grants. */
function shrunk(g: Grants): Grants[] {
  const without = <T>(list: readonly T[], i: number) => list.filter((_, j) => j !== i);
  const replaced = <T>(list: readonly T[], i: number, item: T) =>
    list.map((old, j) => (i === j ? item : old));
  return [
    ...g.users.flatMap((u, i) => [
      { ...g, users: without(g.users, i) },
      { ...g, users: replaced(g.users, i, { ...u, isManager: false }) },
      { ...g, users: replaced(g.users, i, { ...u, role: 'viewer' as const }) },
      { ...g, users: replaced(g.users, i, { ...u, accountManager: false }) },
    ]),
    ...g.securityGroups.flatMap((s, i) => [
      { ...g, securityGroups: without(g.securityGroups, i) },
      { ...g, securityGroups: replaced(g.securityGroups, i, { ...s, allCompanies: false }) },
      { ...g, securityGroups: replaced(g.securityGroups, i, { ...s, companies: s.companies.slice(1) }) },
      { ...g, securityGroups: replaced(g.securityGroups, i, { ...s, users: s.users.slice(1) }) },
    ]),
    ...g.accountGroups.flatMap((a, i) => [
      { ...g, accountGroups: without(g.accountGroups, i) },
      { ...g, accountGroups: replaced(g.accountGroups, i, { ...a, allCompanies: false }) },
      { ...g, accountGroups: replaced(g.accountGroups, i, { ...a, companies: a.companies.slice(1) }) },
      { ...g, accountGroups: replaced(g.accountGroups, i, { ...a, members: a.members.slice(1) }) },
      {
        ...g,
        accountGroups: replaced(g.accountGroups, i, { ...a, accountManagers: a.accountManagers.slice(1) }),
      },
    ]),
    ...g.accountManagerCompanies.map((_, i) => ({
      ...g,
      accountManagerCompanies: without(g.accountManagerCompanies, i),
    })),
  ];
}

test('taking anything away never shows anybody more', () => {
  fc.assert(
    fc.property(anyGrants, (g) => {
      for (const less of shrunk(g)) {
        for (const id of users) {
          const [before, after] = [companyScope(g, id), companyScope(less, id)];
          for (const company of companies)
            expect(canSee(after, company) && !canSee(before, company)).toBe(false);
        }
      }
    }),
  );
});
