import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as edit from './edit-grants.ts';
import type { AccountGroup, Grants } from './grants.ts';
import { anyGrants, COMPANIES, grantsOf, reachOf, USERS, user } from './testing/grants.ts';

const east = reachOf(['acme'], { id: 'east', members: ['ana'] });
const west = reachOf(['bolt'], { id: 'west', members: [], accountManagers: ['ana'] });
const base = grantsOf({
  accountGroups: [east, west],
  accountManagerCompanies: [
    { user: 'ana', company: 'core' },
    { user: 'bo', company: 'acme' },
  ],
});

test.each<[string, Grants, Partial<Grants>]>([
  [
    'a group is replaced, its lists in order and each entry once',
    edit.withAccountGroup(base, { ...west, companies: ['dune', 'bolt', 'dune'] }),
    { accountGroups: [east, { ...west, companies: ['bolt', 'dune'] }] },
  ],
  [
    'a new group stands in its place',
    edit.withAccountGroup(base, { ...east, id: 'mid' }),
    { accountGroups: [east, { ...east, id: 'mid' }, west] },
  ],
  ['a group is taken away', edit.withoutAccountGroup(base, 'east'), { accountGroups: [west] }],
  [
    'a user joins one group and leaves another',
    edit.inAccountGroups(base, 'ana', ['west']),
    {
      accountGroups: [
        { ...east, members: [] },
        { ...west, members: ['ana'] },
      ],
    },
  ],
  [
    'a user manages another group than before',
    edit.managingAccountGroups(base, 'ana', ['east']),
    {
      accountGroups: [
        { ...east, accountManagers: ['ana'] },
        { ...west, accountManagers: [] },
      ],
    },
  ],
  [
    'a company is listed by both groups',
    edit.listedByAccountGroups(base, 'bolt', ['east', 'west']),
    { accountGroups: [{ ...east, companies: ['acme', 'bolt'] }, west] },
  ],
  [
    'a user is assigned to other companies, and nobody else is',
    edit.assignedTo(base, 'ana', ['dune', 'bolt']),
    {
      accountManagerCompanies: [
        { user: 'ana', company: 'bolt' },
        { user: 'ana', company: 'dune' },
        { user: 'bo', company: 'acme' },
      ],
    },
  ],
  [
    'a user gets another role',
    edit.withUser(base, user('ana', { role: 'viewer' })),
    { users: [user('ana', { role: 'viewer' })] },
  ],
])('%s', (_, edited, expected) => {
  expect(edited).toEqual({ ...base, ...expected });
});

test('setting what is set already changes nothing', () => {
  const having = (groups: readonly AccountGroup[], list: 'members' | 'companies', entry: string) =>
    groups.filter((group) => group[list].includes(entry)).map(({ id }) => id);
  fc.assert(
    fc.property(anyGrants, (grants) => {
      for (const id of USERS)
        expect(edit.inAccountGroups(grants, id, having(grants.accountGroups, 'members', id))).toEqual(grants);
      for (const id of COMPANIES)
        expect(edit.listedByAccountGroups(grants, id, having(grants.accountGroups, 'companies', id))).toEqual(
          grants,
        );
    }),
  );
});
