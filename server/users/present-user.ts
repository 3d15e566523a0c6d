import type { User } from '../../contract/users.ts';
import type { Grants, UserGrants } from '../../domain/access/grants.ts';
import { namedAmong } from '../access/by-name.ts';
import { etagOf } from '../platform/http/etag.ts';
import { accountGroupsOf, securityGroupsOf } from './edit-user.ts';
import type { SignInState } from './queries.ts';

/** A user as the list of users shows them. */
export function presentUser(grants: Grants, user: UserGrants, signIn: SignInState | undefined): User {
  const { id, name, email, role, active, accountManager, isManager } = user;
  const [securityGroups, accountGroups] = [securityGroupsOf(grants, id), accountGroupsOf(grants, id)];
  return {
    id,
    name,
    email,
    role,
    active,
    accountManager,
    isManager,
    canSignIn: signIn?.canSignIn ?? false,
    invitedUntil: signIn?.invitedUntil?.toISOString() ?? null,
    securityGroups: namedAmong(grants.securityGroups, securityGroups),
    accountGroups: namedAmong(grants.accountGroups, accountGroups),
    etag: etagOf([name, email, role, active, securityGroups, accountGroups]),
  };
}
