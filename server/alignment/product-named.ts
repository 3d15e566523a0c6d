import { sql } from 'kysely';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import type { StackItem } from '../../domain/portfolio/definitions.ts';
import { foldedName } from '../../domain/text/folded.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { insertProduct } from '../stack-items/insert-product.ts';

/**
 * The id of the item's product with this name, whatever its case; "none" means no product. Where the item has none of the
 * name it gets one, of standing other (docs/product.md §6, "Current product").
 */
export async function productNamed(
  tx: Tx,
  viewer: Pick<Viewer, 'workspace' | 'user'>,
  stackItem: StackItem,
  name: string,
): Promise<string> {
  const wanted = foldedName(name);
  if (wanted === NO_PRODUCT) return NO_PRODUCT;
  await lockStackItem(tx, stackItem.id);
  const { rows } = await sql<{ key: string; name: string }>`select key, name from products
    where workspace_id = (select current_workspace()) and stack_item = ${stackItem.id}
    order by key collate "C"`.execute(tx);
  const known = rows.find((product) => foldedName(product.name) === wanted);
  return known?.key ?? insertProduct(tx, viewer, stackItem.id, { name, standing: 'other' });
}

/** Two who type the same new name get the same product. */
async function lockStackItem(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql`select from stack_items
    where workspace_id = (select current_workspace()) and key = ${id} for no key update`.execute(tx);
  if (rows.length === 0) throw notFound('stack item', id);
}
