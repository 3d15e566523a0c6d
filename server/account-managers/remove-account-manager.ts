import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { accountManagerFields, accountManagerOf, dropAccountManager } from './edit-account-manager.ts';
import { presentAccountManager } from './present-account-manager.ts';
import { recordedUnder } from './recorded-under.ts';

/** Makes somebody an account manager no longer; they stay a user. Refuses an If-Match that no longer holds. */
export async function removeAccountManager(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const manager = accountManagerOf(before, id);
  const current = presentAccountManager(viewer, before, manager);
  await requireGrantsUnchanged(tx, before, ifMatch, current, recordedUnder(id));
  const after = dropAccountManager(before, manager);
  await storeGrants(tx, workspace, before, after);
  const changed = recordedChange(accountManagerFields(before, id), accountManagerFields(after, id));
  await audit(tx, { workspace, actor: user.id, action: 'remove account manager', subject: id, ...changed });
}
