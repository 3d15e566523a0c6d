import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';

/** So many are kept per user, more than are shown, as some may have gone out of sight. */
export const RECENT_KEPT = 50;

/** Ids of the companies that a user selected last, newest first; the transaction's scope decides which are seen. */
export async function recentCompaniesOf(tx: Tx, user: string): Promise<string[]> {
  const { rows } = await sql<{ company: string }>`select company from recent_companies
    where workspace_id = (select current_workspace()) and "user" = ${user}
    order by selected_at desc limit ${RECENT_KEPT}`.execute(tx);
  return rows.map((row) => row.company);
}
