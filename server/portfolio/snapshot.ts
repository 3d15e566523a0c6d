import { type Kysely, sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';

/**
 * Runs `work` over one unchanging state of a whole workspace: a transaction that only reads and whose every query sees
 * what the first one saw, as the role that row-level security holds to this workspace.
 */
export function inSnapshot<Result>(
  database: Database,
  workspace: string,
  work: (tx: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('role', 'quarterdeck_workspace', true),
        set_config('quarterdeck.workspace', ${workspace}, true)`.execute(tx);
      return work(tx);
    });
}
