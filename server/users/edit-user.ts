import type { UserChange } from '../../contract/users.ts';
import { inAccountGroups, inSecurityGroups, withUser } from '../../domain/access/edit-grants.ts';
import type { Grants, UserGrants } from '../../domain/access/grants.ts';
import { requireAccountGroups, requireSecurityGroups } from '../access/require-known.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

export function userOf({ users }: Grants, id: string): UserGrants {
  const user = users.find((candidate) => candidate.id === id);
  if (!user) throw notFound('user', id);
  return user;
}

/** The grants with a user changed. Refuses groups that are not known (`unprocessable`) and an address that is taken (`conflict`). */
export function editUser(grants: Grants, user: UserGrants, change: UserChange): Grants {
  const { securityGroups, accountGroups, name, email, role } = change;
  requireSecurityGroups(grants, 'securityGroups', securityGroups);
  requireAccountGroups(grants, 'accountGroups', accountGroups);
  if (email !== undefined) requireFreeEmail(grants, user.id, email);
  let edited = withUser(grants, {
    ...user,
    name: name ?? user.name,
    email: email ?? user.email,
    role: role ?? user.role,
  });
  if (securityGroups) edited = inSecurityGroups(edited, user.id, securityGroups);
  if (accountGroups) edited = inAccountGroups(edited, user.id, accountGroups);
  return edited;
}

function requireFreeEmail({ users }: Grants, id: string, email: string): void {
  if (users.some((user) => user.id !== id && user.email.toLowerCase() === email.toLowerCase()))
    throw new Refusal('conflict', `There is a user with the e-mail address ${email} already.`);
}

export function securityGroupsOf({ securityGroups }: Grants, user: string): string[] {
  return securityGroups.filter(({ users }) => users.includes(user)).map(({ id }) => id);
}

/** Those of which a user is a member. */
export function accountGroupsOf({ accountGroups }: Grants, user: string): string[] {
  return accountGroups.filter(({ members }) => members.includes(user)).map(({ id }) => id);
}

/** What is put on record of a user. */
export function userFields(grants: Grants, id: string) {
  const { name, email, role } = userOf(grants, id);
  const groups = { securityGroups: securityGroupsOf(grants, id), accountGroups: accountGroupsOf(grants, id) };
  return { name, email, role, ...groups };
}
