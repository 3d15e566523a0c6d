import type { AccountGroup, AccountGroupChange } from '../../contract/account-groups.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { accountGroupOf, editAccountGroup } from './edit-account-group.ts';
import { presentAccountGroup } from './present-account-group.ts';

/** Changes a account group. Refuses an If-Match that no longer holds (`precondition_failed`). */
export async function updateAccountGroup(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: AccountGroupChange,
  ifMatch: string | undefined,
): Promise<AccountGroup> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const group = accountGroupOf(before, id);
  const current = presentAccountGroup(viewer, before, group);
  await requireGrantsUnchanged(tx, before, ifMatch, current, {
    id,
    actions: ['create account group', 'update account group'],
    lists: ['accountGroups'],
  });
  const after = editAccountGroup(viewer, before, group, change);
  const changed = recordedChange({ ...group }, { ...accountGroupOf(after, id) });
  if (!changed) return current;
  await storeGrants(tx, workspace, before, after);
  await audit(tx, { workspace, actor: user.id, action: 'update account group', subject: id, ...changed });
  return presentAccountGroup(viewer, after, accountGroupOf(after, id));
}
