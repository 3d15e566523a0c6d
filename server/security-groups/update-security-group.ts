import type { SecurityGroup, SecurityGroupChange } from '../../contract/security-groups.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { editSecurityGroup, securityGroupOf } from './edit-security-group.ts';
import { presentSecurityGroup } from './present-security-group.ts';

/** Changes a security group. Refuses an If-Match that no longer holds (`precondition_failed`). */
export async function updateSecurityGroup(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: SecurityGroupChange,
  ifMatch: string | undefined,
): Promise<SecurityGroup> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const group = securityGroupOf(before, id);
  const current = presentSecurityGroup(viewer, before, group);
  await requireGrantsUnchanged(tx, before, ifMatch, current, {
    id,
    actions: ['create security group', 'update security group'],
    lists: ['securityGroups'],
  });
  const after = editSecurityGroup(viewer, before, group, change);
  const changed = recordedChange({ ...group }, { ...securityGroupOf(after, id) });
  if (!changed) return current;
  await storeGrants(tx, workspace, before, after);
  await audit(tx, { workspace, actor: user.id, action: 'update security group', subject: id, ...changed });
  return presentSecurityGroup(viewer, after, securityGroupOf(after, id));
}
