import { sql } from 'kysely';
import type { AlignmentBulkChange } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Cell } from './cell.ts';

/** Refuses a product that is none of an item's; those named are not deleted before the transaction ends. */
export async function requireProducts(
  tx: Tx,
  cells: readonly Cell[],
  { currentProduct, opportunityProduct }: AlignmentBulkChange,
): Promise<void> {
  const named = [
    { field: 'currentProduct', id: currentProduct === NO_PRODUCT ? null : currentProduct },
    { field: 'opportunityProduct', id: opportunityProduct },
  ].flatMap(({ field, id }) => (id === null || id === undefined ? [] : [{ field, id }]));
  if (named.length === 0) return;
  const itemOf = await itemsOfProducts(
    tx,
    named.map(({ id }) => id),
  );
  for (const { field, id } of named) {
    const wrong = cells.find(({ stackItem }) => itemOf.get(id) !== stackItem.id);
    if (!wrong) continue;
    const or = field === 'currentProduct' ? `, or "${NO_PRODUCT}"` : '';
    throw new Refusal(
      'unprocessable',
      `Field "${field}" is "${id}"; expected a product of "${wrong.stackItem.name}"${or}.`,
    );
  }
}

async function itemsOfProducts(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; stackItem: string }>`
    select key, stack_item as "stackItem" from products
    where workspace_id = (select current_workspace()) and key = any(${ids}) order by key for key share`.execute(
    tx,
  );
  return new Map(rows.map(({ key, stackItem }) => [key, stackItem]));
}
