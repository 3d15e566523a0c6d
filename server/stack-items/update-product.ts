import { sql } from 'kysely';
import type { Product, ProductChange } from '../../contract/stack-items.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { changesOfProduct } from './changes.ts';
import { productColumns, productInOrder } from './columns.ts';
import { lockedProduct, readProduct } from './read-stack.ts';

/** Changes a product. Refuses an If-Match that no longer holds. */
export async function updateProduct(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: ProductChange,
  ifMatch: string | undefined,
): Promise<Product> {
  const { workspace, user } = viewer;
  const product = await lockedProduct(tx, id, 'change');
  await requireUnchangedBy(tx, viewer, ifMatch, product, changesOfProduct(id));
  const changed = changedFields(product, productInOrder(change));
  if (!changed) return product;
  await sql`update products set ${assignments(productColumns, changed.after)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'update product', subject: id, ...changed });
  return readProduct(tx, id);
}
