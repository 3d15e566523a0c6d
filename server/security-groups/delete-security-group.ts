import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { dropSecurityGroup, newSecurityGroup, securityGroupOf } from './edit-security-group.ts';
import { presentSecurityGroup } from './present-security-group.ts';

/** Deletes a security group. Refuses the built-in one (`conflict`), and an If-Match that no longer holds. */
export async function deleteSecurityGroup(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const group = securityGroupOf(before, id);
  await requireGrantsUnchanged(tx, before, ifMatch, presentSecurityGroup(viewer, before, group), {
    id,
    actions: ['create security group', 'update security group'],
    lists: ['securityGroups'],
  });
  await storeGrants(tx, workspace, before, dropSecurityGroup(before, group));
  const { before: was } = recordedChange({ ...group }, { ...newSecurityGroup(id), name: null }) ?? {};
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete security group',
    subject: id,
    before: was,
  });
}
