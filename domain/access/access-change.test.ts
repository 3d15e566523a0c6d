import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessChanges } from './access-change.ts';
import { canSee, companyScope } from './company-scope.ts';
import type { Grants } from './grants.ts';
import { anyGrants, COMPANIES, ceilingOf, grantsOf, reachOf, USERS, user } from './testing/grants.ts';

const everything = [ceilingOf([], { allCompanies: true, users: USERS })];
const before = grantsOf({
  users: [user('ana'), user('bo')],
  securityGroups: everything,
  accountGroups: [reachOf(['acme', 'bolt'], { members: ['ana', 'bo'] })],
});

test.each<[string, Partial<Grants>, object[]]>([
  ['the same again: nobody', {}, []],
  [
    'a company goes into an account group and another out of it',
    { accountGroups: [reachOf(['bolt', 'core'], { members: ['ana', 'bo'] })] },
    [
      { user: 'ana', gains: ['core'], loses: ['acme'] },
      { user: 'bo', gains: ['core'], loses: ['acme'] },
    ],
  ],
  [
    'somebody becomes a manager',
    { users: [user('ana', { isManager: true }), user('bo')] },
    [{ user: 'ana', gains: ['core', 'dune'], loses: [] }],
  ],
  [
    'the account group is deleted, but one of the two keeps a company as account manager',
    { accountGroups: [], accountManagerCompanies: [{ user: 'bo', company: 'acme' }] },
    [
      { user: 'ana', gains: [], loses: ['acme', 'bolt'] },
      { user: 'bo', gains: [], loses: ['bolt'] },
    ],
  ],
  [
    'a user is deactivated, another is new',
    {
      users: [user('ana', { active: false }), user('bo'), user('cy')],
      securityGroups: [ceilingOf([], { allCompanies: true, users: ['ana', 'bo', 'cy'] })],
      accountGroups: [reachOf(['acme', 'bolt'], { members: ['ana', 'bo', 'cy'] })],
    },
    [
      { user: 'ana', gains: [], loses: ['acme', 'bolt'] },
      { user: 'cy', gains: ['acme', 'bolt'], loses: [] },
    ],
  ],
  ['listed twice: nobody', { accountManagerCompanies: [{ user: 'ana', company: 'acme' }] }, []],
  ['a user is gone', { users: [user('bo')] }, [{ user: 'ana', gains: [], loses: ['acme', 'bolt'] }]],
])('%s', (_, own, expected) => {
  expect(accessChanges(before, { ...before, ...own }, COMPANIES)).toEqual(expected);
});

test('only the companies that are asked about count, in their order', () => {
  const after = { ...before, users: [user('ana', { isManager: true }), user('bo')] };
  expect(accessChanges(before, after, ['dune', 'acme', 'core'])).toEqual([
    { user: 'ana', gains: ['dune', 'core'], loses: [] },
  ]);
});

test('what one saw, with the gains and without the losses, is what one sees', () => {
  fc.assert(
    fc.property(anyGrants, anyGrants, (old, now) => {
      const changes = accessChanges(old, now, COMPANIES);
      for (const id of USERS) {
        const change = changes.find(({ user }) => user === id);
        const [gains, loses] = [change?.gains ?? [], change?.loses ?? []];
        const [saw, sees] = [old, now].map((grants) =>
          COMPANIES.filter((company) => canSee(companyScope(grants, id), company)),
        );
        expect(gains.some((company) => saw!.includes(company))).toBe(false);
        const expected = [...saw!.filter((company) => !loses.includes(company)), ...gains].sort();
        expect(expected).toEqual(sees);
      }
    }),
  );
});

test('taking a change back gives back what it took', () => {
  fc.assert(
    fc.property(anyGrants, anyGrants, (old, now) => {
      const there = accessChanges(old, now, COMPANIES).map(({ user, gains, loses }) => [user, gains, loses]);
      const back = accessChanges(now, old, COMPANIES).map(({ user, gains, loses }) => [user, loses, gains]);
      expect(new Map(back.map((entry) => [entry[0], entry]))).toEqual(
        new Map(there.map((entry) => [entry[0], entry])),
      );
    }),
  );
});
