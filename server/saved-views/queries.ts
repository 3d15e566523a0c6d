import { sql } from 'kysely';
import type { SavedView } from '../../contract/saved-views.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** A user's saved views, by name. */
export async function savedViewsOf(tx: Tx, user: string): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`select id, name, search from saved_views
    where workspace_id = (select current_workspace()) and "user" = ${user}`.execute(tx);
  return rows.sort((a, b) => compareText(a.name, b.name));
}
