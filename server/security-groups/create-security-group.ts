import type { NewSecurityGroup, SecurityGroup } from '../../contract/security-groups.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import { freeKey } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { editSecurityGroup, newSecurityGroup, securityGroupOf } from './edit-security-group.ts';
import { presentSecurityGroup } from './present-security-group.ts';

/** Adds a security group. */
export async function createSecurityGroup(
  tx: Tx,
  viewer: Viewer,
  group: NewSecurityGroup,
): Promise<SecurityGroup> {
  const { workspace, user } = viewer;
  const before = await lockedGrants(tx);
  const nothing = newSecurityGroup(freeKey(group.name, before.securityGroups));
  const after = editSecurityGroup(viewer, before, nothing, group);
  await storeGrants(tx, workspace, before, after);
  const { id, ...made } = securityGroupOf(after, nothing.id);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create security group',
    subject: id,
    ...recordedChange({}, made),
  });
  return presentSecurityGroup(viewer, after, { id, ...made });
}
