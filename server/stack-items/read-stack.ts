import { sql } from 'kysely';
import type { Product, StackItem } from '../../contract/stack-items.ts';
import { DEFAULT_STACK_ITEM_WEIGHT } from '../../domain/portfolio/defaults.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

const own = sql`workspace_id = (select current_workspace())`;

/** The workspace's stack as it is stored, in its order; products by id. */
export async function readStack(tx: Tx): Promise<StackItem[]> {
  const { rows: items } = await sql<Omit<StackItem, 'products'>>`
    select key as id, name, definition, category, "order", coalesce(tags, '{}') as tags,
      coalesce(weight, ${DEFAULT_STACK_ITEM_WEIGHT})::float8 as weight,
      coalesce(agreement_inclusion_default, false) as "agreementInclusionDefault", any_one_of as "anyOneOf",
      coalesce(retired, false) as retired, '"' || md5((to_jsonb(s) - 'order')::text) || '"' as etag
    from stack_items s where ${own} order by s."order" nulls last, name collate "C", key collate "C"`.execute(
    tx,
  );
  const { rows } = await sql<Product>`
    select key as id, stack_item as "stackItem", name, coalesce(standing, 'other') as standing,
      coalesce(product_codes, '{}') as "productCodes", mrr_per_company as "mrrPerCompany",
      mrr_per_seat as "mrrPerSeat", mrr_per_location as "mrrPerLocation",
      one_time_per_company as "oneTimePerCompany", one_time_per_seat as "oneTimePerSeat",
      one_time_per_location as "oneTimePerLocation", '"' || md5(p::text) || '"' as etag
    from products p where ${own} order by key collate "C"`.execute(tx);
  return items.map((item) => ({
    ...item,
    products: rows.filter((product) => product.stackItem === item.id),
  }));
}

/** The lock of a change lets others go on naming the row; that of a deletion does not. */
const locks = { change: sql`for no key update`, deletion: sql`for update` };

/** The item, which nobody else changes before the transaction ends. */
export async function lockedItem(tx: Tx, id: string, before: keyof typeof locks): Promise<StackItem> {
  await sql`select from stack_items where ${own} and key = ${id} ${locks[before]}`.execute(tx);
  return readItem(tx, id);
}

export async function readItem(tx: Tx, id: string): Promise<StackItem> {
  const item = (await readStack(tx)).find((candidate) => candidate.id === id);
  if (!item) throw notFound('stack item', id);
  return item;
}

/** The product, which nobody else changes before the transaction ends. */
export async function lockedProduct(tx: Tx, id: string, before: keyof typeof locks): Promise<Product> {
  await sql`select from products where ${own} and key = ${id} ${locks[before]}`.execute(tx);
  return readProduct(tx, id);
}

export async function readProduct(tx: Tx, id: string): Promise<Product> {
  const product = (await readStack(tx)).flatMap((item) => item.products).find((it) => it.id === id);
  if (!product) throw notFound('product', id);
  return product;
}
