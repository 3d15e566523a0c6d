import type { AccountGroup, NewAccountGroup } from '../../contract/account-groups.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import { freeKey } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { accountGroupOf, editAccountGroup, newAccountGroup } from './edit-account-group.ts';
import { presentAccountGroup } from './present-account-group.ts';

/** Adds a account group. */
export async function createAccountGroup(
  tx: Tx,
  viewer: Viewer,
  group: NewAccountGroup,
): Promise<AccountGroup> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const nothing = newAccountGroup(freeKey(group.name, before.accountGroups));
  const after = editAccountGroup(viewer, before, nothing, group);
  await storeGrants(tx, workspace, before, after);
  const { id, ...made } = accountGroupOf(after, nothing.id);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create account group',
    subject: id,
    ...recordedChange({}, made),
  });
  return presentAccountGroup(viewer, after, { id, ...made });
}
