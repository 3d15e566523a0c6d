import type { CompanyProfileChange } from '../../contract/company-profile.ts';
import { ownAccountGroups } from '../../domain/access/new-company.ts';
import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../platform/http/refusal.ts';

type Rights = Pick<Viewer, 'user' | 'loaded'>;

export function decidesOnOwners({ user, loaded }: Rights): boolean {
  return (
    user.role === 'admin' || loaded.grants.users.some(({ id, isManager }) => id === user.id && isManager)
  );
}

/** The vCIO is said by an admin or a user with the flag "is a manager" (docs/product.md §13), and is a user. */
export function requireOwner({ user, loaded }: Rights, owner: CompanyProfileChange['owner']): void {
  if (owner === undefined) return;
  const { users } = loaded.grants;
  if (!decidesOnOwners({ user, loaded }))
    throw new Refusal('forbidden', 'Only an admin or a manager says who the owner of a company is.');
  if (owner !== null && !users.some(({ id }) => id === owner))
    throw new Refusal('unprocessable', `Field "owner" is "${owner}"; expected the id of a user.`);
}

/** An admin names any account group that lists its companies, others only their own; other people's are not told apart from none. */
export function requireAccountGroups({ user, loaded }: Rights, groups: readonly string[]): void {
  const { accountGroups } = loaded.grants;
  const own = new Set(ownAccountGroups(loaded.grants, user.id));
  for (const id of groups) {
    const group = accountGroups.find((candidate) => candidate.id === id);
    if (group?.allCompanies)
      throw wrong(id, 'a group that lists its companies: this one holds all of them anyway');
    if (!group || (user.role !== 'admin' && !own.has(id)))
      throw wrong(id, user.role === 'admin' ? 'an account group' : 'one of your account groups');
  }
}

function wrong(id: string, expected: string): Refusal {
  return new Refusal('unprocessable', `Field "accountGroups" has "${id}"; expected ${expected}.`);
}
