import { sql } from 'kysely';
import type { StackItem, StackItemChange } from '../../contract/stack-items.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { changesOfItem } from './changes.ts';
import { itemColumns, itemInOrder } from './columns.ts';
import { lockedItem, readItem } from './read-stack.ts';

/** Changes a stack item; what becomes applicable by its tags follows. Refuses an If-Match that no longer holds. */
export async function updateItem(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: StackItemChange,
  ifMatch: string | undefined,
): Promise<StackItem> {
  const { workspace, user } = viewer;
  const item = await lockedItem(tx, id, 'change');
  await requireUnchangedBy(tx, viewer, ifMatch, item, changesOfItem(id));
  const changed = changedFields(item, itemInOrder(change));
  if (!changed) return item;
  await sql`update stack_items set ${assignments(itemColumns, changed.after)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'update stack item', subject: id, ...changed });
  return readItem(tx, id);
}
