import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { changesOfItem } from './changes.ts';
import { lockedItem } from './read-stack.ts';
import { requireUnused, usesOfItem } from './uses.ts';

/** Deletes a stack item with its products. Refuses one that anything hangs on (`conflict`), and an If-Match that no longer holds. */
export async function deleteItem(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  const item = await lockedItem(tx, id, 'deletion');
  await requireUnchangedBy(tx, viewer, ifMatch, item, changesOfItem(id));
  await sql`select from products where workspace_id = ${workspace} and stack_item = ${id}
    order by key for update`.execute(tx);
  requireUnused(viewer, item.name, await usesOfItem(tx, id), 'Retire it instead.');
  await sql`delete from products where workspace_id = ${workspace} and stack_item = ${id}`.execute(tx);
  await sql`delete from stack_items where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { id: _, etag: __, products, ...fields } = item;
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete stack item',
    subject: id,
    before: { ...fields, products: products.map(({ etag: ___, stackItem: ____, ...product }) => product) },
  });
}
