import type { AccountManager, NewAccountManager } from '../../contract/account-managers.ts';
import { isListedAsAccountManager } from '../../domain/access/account-managers.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { userOf } from '../users/edit-user.ts';
import { accountManagerFields, editAccountManager } from './edit-account-manager.ts';
import { presentAccountManager } from './present-account-manager.ts';

/** Makes a user an account manager. Refuses one who does not exist (`not_found`), or is one already (`conflict`). */
export async function addAccountManager(
  tx: Tx,
  viewer: Viewer,
  { user: id, ...change }: NewAccountManager,
): Promise<AccountManager> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const added = userOf(before, id);
  if (isListedAsAccountManager(before, added))
    throw new Refusal('conflict', `${added.name} is an account manager already.`);
  const after = editAccountManager(viewer, before, added, change);
  await storeGrants(tx, workspace, before, after);
  const changed = recordedChange(accountManagerFields(before, id), accountManagerFields(after, id));
  await audit(tx, { workspace, actor: user.id, action: 'add account manager', subject: id, ...changed });
  return presentAccountManager(viewer, after, userOf(after, id));
}
