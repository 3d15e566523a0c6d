import { sql } from 'kysely';
import type { ActionItem, ActionItemChange } from '../../contract/action-items.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { actionItemColumns, requireOwner } from './action-item-columns.ts';
import { readActionItem } from './read-action-items.ts';

/** Changes an action item, or checks it off. Refuses an If-Match that no longer holds, and an unknown owner. */
export async function updateActionItem(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: ActionItemChange,
  ifMatch: string | undefined,
): Promise<ActionItem> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const item = await readActionItem(tx, id, loaded.asOf);
  await requireUnchangedBy(tx, viewer, ifMatch, item, {
    company,
    actions: ['create action item', 'update action item'],
    subject: id,
  });
  const changed = changedFields({ ...item, owner: item.owner?.id ?? null }, withOneOwner(change));
  if (!changed) return item;
  requireOwner(loaded.grants, (changed.after as ActionItemChange).owner);
  await sql`update action_items set ${assignments(actionItemColumns, changed.after)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update action item',
    company,
    subject: id,
    ...changed,
  });
  return readActionItem(tx, id, loaded.asOf);
}

/** Whoever is named now takes the place of whoever was named otherwise. */
function withOneOwner(change: ActionItemChange): ActionItemChange {
  if (change.owner != null) return { ...change, ownerName: null };
  return change.ownerName != null ? { ...change, owner: null } : change;
}
