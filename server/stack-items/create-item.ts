import { sql } from 'kysely';
import type { NewStackItem, StackItem } from '../../contract/stack-items.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { itemColumns, itemInOrder } from './columns.ts';
import { insertProduct } from './insert-product.ts';
import { readItem } from './read-stack.ts';

/** Adds a stack item with its products. */
export async function createItem(
  tx: Tx,
  viewer: Viewer,
  { products = [], ...item }: NewStackItem,
): Promise<StackItem> {
  const { workspace, user } = viewer;
  const fields = itemInOrder(item);
  const key = await insertItem(tx, workspace, fields);
  await audit(tx, { workspace, actor: user.id, action: 'create stack item', subject: key, after: fields });
  for (const product of products) await insertProduct(tx, viewer, key, product);
  return readItem(tx, key);
}

async function insertItem(tx: Tx, workspace: string, item: Omit<NewStackItem, 'products'>): Promise<string> {
  const { columns, values } = insertion(itemColumns, item);
  const keys = newKeys(item.name);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into stack_items (workspace_id, key${columns})
      values (${workspace}, ${key}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
