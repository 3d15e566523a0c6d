import type { AccountManager, AccountManagerChange } from '../../contract/account-managers.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { userOf } from '../users/edit-user.ts';
import { accountManagerFields, accountManagerOf, editAccountManager } from './edit-account-manager.ts';
import { presentAccountManager } from './present-account-manager.ts';
import { recordedUnder } from './recorded-under.ts';

/** Changes what an account manager looks after. Refuses an If-Match that no longer holds (`precondition_failed`). */
export async function updateAccountManager(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: AccountManagerChange,
  ifMatch: string | undefined,
): Promise<AccountManager> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const manager = accountManagerOf(before, id);
  const current = presentAccountManager(viewer, before, manager);
  await requireGrantsUnchanged(tx, before, ifMatch, current, recordedUnder(id));
  const after = editAccountManager(viewer, before, manager, change);
  const changed = recordedChange(accountManagerFields(before, id), accountManagerFields(after, id));
  if (!changed) return current;
  await storeGrants(tx, workspace, before, after);
  await audit(tx, { workspace, actor: user.id, action: 'update account manager', subject: id, ...changed });
  return presentAccountManager(viewer, after, userOf(after, id));
}
