import { sql } from 'kysely';
import type { Place } from '../../domain/stack-items/move-item.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** Writes where these items stand; the transaction has locked them. */
export async function writePlaces(tx: Tx, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const [keys, orders] = [places.map(({ id }) => id), places.map(({ order }) => order)];
  await sql`update stack_items s set "order" = p."order"
    from unnest(${keys}::text[], ${orders}::numeric[]) as p (key, "order")
    where s.workspace_id = (select current_workspace()) and s.key = p.key`.execute(tx);
}
