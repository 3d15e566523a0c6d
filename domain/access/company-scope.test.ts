import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompanyScope, canSee, companyScope, everyCompany } from './company-scope.ts';
import type { AccountGroup, Grants, SecurityGroup } from './grants.ts';
import { anyGrants, COMPANIES, ceilingOf, grantsOf, reachOf, USERS, user } from './testing/grants.ts';

function visible(scope: CompanyScope): string {
  return COMPANIES.filter((id) => canSee(scope, id)).join(' ');
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
    'a deactivated manager of everything',
    {
      users: [user('ana', { active: false, isManager: true, role: 'admin' })],
      securityGroups: wholeCeiling,
      accountGroups: [reachOf([], { allCompanies: true })],
    },
    '',
  ],
  [
    'groups that know a user of whom the workspace does not',
    { users: [], securityGroups: wholeCeiling, accountGroups: [reachOf(['acme'])] },
    '',
  ],
])('%s', (_, own, expected) => {
  expect(visible(companyScope(grantsOf(own), 'ana'))).toBe(expected);
});

test('the command line sees every company', () => {
  expect(visible(everyCompany)).toBe(everything);
});

/** The rule of docs/product.md §2 asked for one company at a time. */
function sees(grants: Grants, userId: string, company: string): boolean {
  const me = grants.users.find(({ id }) => id === userId);
  if (!me?.active) return false;
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
      for (const id of [...USERS, 'stranger']) {
        const scope = companyScope(g, id);
        for (const company of COMPANIES) expect(canSee(scope, company)).toBe(sees(g, id, company));
      }
    }),
  );
});

/** Every way to take one thing away from the grants. */
function shrunk(g: Grants): Grants[] {
  const without = <T>(list: readonly T[], i: number) => list.filter((_, j) => j !== i);
  const replaced = <T>(list: readonly T[], i: number, item: T) =>
    list.map((old, j) => (i === j ? item : old));
  const lessBy = <Item, Name extends keyof Item>(item: Item, name: Name & string): Item[] => {
    const list = item[name] as readonly string[];
    return list.map((_, i) => ({ ...item, [name]: without(list, i) }));
  };
  return [
    ...g.users.flatMap((u, i) => [
      { ...g, users: without(g.users, i) },
      { ...g, users: replaced(g.users, i, { ...u, isManager: false }) },
      { ...g, users: replaced(g.users, i, { ...u, role: 'viewer' as const }) },
      { ...g, users: replaced(g.users, i, { ...u, accountManager: false }) },
      { ...g, users: replaced(g.users, i, { ...u, active: false }) },
    ]),
    ...g.securityGroups.flatMap((s, i) => [
      { ...g, securityGroups: without(g.securityGroups, i) },
      ...[{ ...s, allCompanies: false }, ...lessBy(s, 'companies'), ...lessBy(s, 'users')].map((less) => ({
        ...g,
        securityGroups: replaced(g.securityGroups, i, less),
      })),
    ]),
    ...g.accountGroups.flatMap((a, i) => [
      { ...g, accountGroups: without(g.accountGroups, i) },
      ...[
        { ...a, allCompanies: false },
        ...lessBy(a, 'companies'),
        ...lessBy(a, 'members'),
        ...lessBy(a, 'accountManagers'),
      ].map((less) => ({ ...g, accountGroups: replaced(g.accountGroups, i, less) })),
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
        for (const id of USERS) {
          const [before, after] = [companyScope(g, id), companyScope(less, id)];
          for (const company of COMPANIES)
            expect(canSee(after, company) && !canSee(before, company)).toBe(false);
        }
      }
    }),
  );
});
