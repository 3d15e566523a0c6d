import type { AccountManagerChange } from '../../contract/account-managers.ts';
import {
  assignedCompanies,
  isListedAsAccountManager,
  managedAccountGroups,
} from '../../domain/access/account-managers.ts';
import { assignedTo, managingAccountGroups, withUser } from '../../domain/access/edit-grants.ts';
import type { Grants, UserGrants } from '../../domain/access/grants.ts';
import { besideUnseen, requireAccountGroups, requireCompanies } from '../access/require-known.ts';
import type { Viewer } from '../access/viewer.ts';
import { notFound } from '../platform/http/refusal.ts';
import { userOf } from '../users/edit-user.ts';

/** The user, if they are in the list of account managers. */
export function accountManagerOf(grants: Grants, id: string): UserGrants {
  const user = grants.users.find((candidate) => candidate.id === id);
  if (!user || !isListedAsAccountManager(grants, user)) throw notFound('account manager', id);
  return user;
}

/** The grants with a user as account manager of these companies and groups. Refuses what is not known (`unprocessable`). */
export function editAccountManager(
  viewer: Pick<Viewer, 'scope' | 'loaded'>,
  grants: Grants,
  { id }: UserGrants,
  { isManager, companies, accountGroups }: AccountManagerChange,
): Grants {
  const user = userOf(grants, id);
  requireCompanies(viewer, 'companies', companies);
  requireAccountGroups(grants, 'accountGroups', accountGroups);
  const flagged = withUser(grants, { ...user, accountManager: true, isManager: isManager ?? user.isManager });
  const assigned = assignedTo(flagged, id, besideUnseen(viewer, assignedCompanies(grants, id), companies));
  return accountGroups ? managingAccountGroups(assigned, id, accountGroups) : assigned;
}

/** The grants with a user as account manager no longer. */
export function dropAccountManager(grants: Grants, user: UserGrants): Grants {
  const unflagged = withUser(grants, { ...user, accountManager: false, isManager: false });
  return managingAccountGroups(assignedTo(unflagged, user.id, []), user.id, []);
}

/** What is put on record of an account manager. */
export function accountManagerFields(grants: Grants, id: string) {
  const { accountManager, isManager } = userOf(grants, id);
  return {
    accountManager,
    isManager,
    companies: assignedCompanies(grants, id),
    accountGroups: managedAccountGroups(grants, id).map((group) => group.id),
  };
}
