import fc from 'fast-check';
import { type AccountGroup, type Grants, ROLES, type SecurityGroup, type UserGrants } from '../grants.ts';

export const USERS = ['ana', 'bo'];
export const COMPANIES = ['acme', 'bolt', 'core', 'dune'];

/** An active member with no flag, but for `own`. */
export function user(id: string, own: Partial<UserGrants> = {}): UserGrants {
  return {
    id,
    name: id,
    email: `${id}@msp.example`,
    role: 'member',
    active: true,
    accountManager: false,
    isManager: false,
    ...own,
  };
}

/** A security group of ana's that lists these companies. */
export function ceilingOf(companies: string[], own: Partial<SecurityGroup> = {}): SecurityGroup {
  return { id: 's', name: 'S', allCompanies: false, companies, users: ['ana'], ...own };
}

/** An account group that ana is a member of and that lists these companies. */
export function reachOf(companies: string[], own: Partial<AccountGroup> = {}): AccountGroup {
  const empty = { description: null, members: ['ana'], accountManagers: [] };
  return { id: 'a', name: 'A', allCompanies: false, companies, ...empty, ...own };
}

/** A workspace of ana alone. */
export function grantsOf(own: Partial<Grants>): Grants {
  return { users: [user('ana')], securityGroups: [], accountGroups: [], accountManagerCompanies: [], ...own };
}

const group = {
  id: fc.constantFrom('g1', 'g2', 'all'),
  name: fc.constant('G'),
  allCompanies: fc.boolean(),
  companies: fc.subarray(COMPANIES),
};

const anyUsers = fc.subarray(USERS).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          role: fc.constantFrom(...ROLES),
          active: fc.boolean(),
          accountManager: fc.boolean(),
          isManager: fc.boolean(),
        })
        .map((own) => user(id, own)),
    ),
  ),
);

/** Grants of USERS over COMPANIES, in any combination; groups of a kind differ in their ids. */
export const anyGrants: fc.Arbitrary<Grants> = fc.record({
  users: anyUsers,
  securityGroups: fc.uniqueArray(fc.record({ ...group, users: fc.subarray(USERS) }), {
    maxLength: 3,
    selector: ({ id }) => id,
  }),
  accountGroups: fc.uniqueArray(
    fc.record({
      ...group,
      description: fc.constant(null),
      members: fc.subarray(USERS),
      accountManagers: fc.subarray(USERS),
    }),
    { maxLength: 3, selector: ({ id }) => id },
  ),
  accountManagerCompanies: fc.array(
    fc.record({ user: fc.constantFrom(...USERS), company: fc.constantFrom(...COMPANIES) }),
    { maxLength: 4 },
  ),
});
