import { type Kysely, sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { settingsOf, type TransactionScope } from '../platform/database/transaction.ts';

/**
 * Runs `work` over one unchanging state of a workspace: a transaction that only reads and whose every query sees what
 * the first one saw, as a role that row-level security holds to the scope.
 */
export function inSnapshot<Result>(
  database: Database,
  scope: TransactionScope,
  work: (tx: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const settings = Object.entries(settingsOf(scope));
      await sql`select ${sql.join(settings.map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(
        tx,
      );
      return work(tx);
    });
}
