import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';

const own = sql`workspace_id = (select current_workspace())`;

/**
 * Nobody changes a cell, a note, a line, or these stack items and their products, before the transaction ends: companies
 * first, as every change of a cell does.
 */
export async function lockForMerge(tx: Tx, stackItems: readonly string[]): Promise<void> {
  await sql`select from companies where ${own} order by key collate "C" for no key update`.execute(tx);
  await sql`select from stack_items where ${own} and key = any(${stackItems}) order by key for update`.execute(
    tx,
  );
  await sql`select from products where ${own} and stack_item = any(${stackItems}) order by key for update`.execute(
    tx,
  );
}
