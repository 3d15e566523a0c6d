import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';

/** Lets everybody's saved views that look at one stack item look at another, which it was merged into. */
export async function renameInSavedViews(tx: Tx, from: string, to: string): Promise<void> {
  const { rows } = await sql<{ id: string; search: string }>`select id, search from saved_views
    where workspace_id = (select current_workspace()) and search like '%stackItem=%' for no key update`.execute(
    tx,
  );
  for (const { id, search } of rows) {
    const renamed = renamedSearch(search, from, to);
    if (renamed !== search)
      await sql`update saved_views set search = ${renamed}
        where workspace_id = (select current_workspace()) and id = ${id}`.execute(tx);
  }
}

/** A view's query with one stack item in place of another, each named once. */
function renamedSearch(search: string, from: string, to: string): string {
  const params = new URLSearchParams(search);
  const items = params.getAll('stackItem');
  if (!items.includes(from)) return search;
  params.delete('stackItem');
  for (const item of new Set(items.map((id) => (id === from ? to : id)))) params.append('stackItem', item);
  return params.toString();
}
