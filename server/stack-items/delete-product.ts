import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { changesOfProduct } from './changes.ts';
import { lockedProduct } from './read-stack.ts';
import { requireUnused, usesOfProduct } from './uses.ts';

/** Deletes a product. Refuses one that a cell names (`conflict`), and an If-Match that no longer holds. */
export async function deleteProduct(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  const product = await lockedProduct(tx, id, 'deletion');
  await requireUnchangedBy(tx, viewer, ifMatch, product, changesOfProduct(id));
  requireUnused(viewer, product.name, await usesOfProduct(tx, id), 'Choose another product there first.');
  await sql`delete from products where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { id: _, etag: __, ...before } = product;
  await audit(tx, { workspace, actor: user.id, action: 'delete product', subject: id, before });
}
