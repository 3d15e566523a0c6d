import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { accountGroupOf, dropAccountGroup, newAccountGroup } from './edit-account-group.ts';
import { presentAccountGroup } from './present-account-group.ts';

/** Deletes a account group. Refuses the built-in one (`conflict`), and an If-Match that no longer holds. */
export async function deleteAccountGroup(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const group = accountGroupOf(before, id);
  await requireGrantsUnchanged(tx, before, ifMatch, presentAccountGroup(viewer, before, group), {
    id,
    actions: ['create account group', 'update account group'],
    lists: ['accountGroups'],
  });
  await storeGrants(tx, workspace, before, dropAccountGroup(before, group));
  const { before: was } = recordedChange({ ...group }, { ...newAccountGroup(id), name: null }) ?? {};
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete account group',
    subject: id,
    before: was,
  });
}
