import { sql } from 'kysely';
import type { NewProduct } from '../../contract/stack-items.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { productColumns, productInOrder } from './columns.ts';

/** Adds a product to a stack item, which the transaction has locked, and resolves to its new id. */
export async function insertProduct(
  tx: Tx,
  { workspace, user }: Pick<Viewer, 'workspace' | 'user'>,
  stackItem: string,
  product: NewProduct,
): Promise<string> {
  const fields = productInOrder(product);
  const { columns, values } = insertion(productColumns, fields);
  const keys = newKeys(product.name);
  for (;;) {
    const key = keys.next().value;
    // a product of this key could not be told from "no product"
    if (key === NO_PRODUCT) continue;
    const { rows } = await sql`insert into products (workspace_id, key, stack_item${columns})
      values (${workspace}, ${key}, ${stackItem}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    const after = { stackItem, ...fields };
    await audit(tx, { workspace, actor: user.id, action: 'create product', subject: key, after });
    return key;
  }
}
