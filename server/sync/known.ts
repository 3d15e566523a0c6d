import { sql } from 'kysely';
import type { RecordFields, RecordKind } from '../../domain/sync/records.ts';
import type { Known } from '../connectors/connector.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import type { ConnectionPlace } from './sync-context.ts';

/**
 * What the mirror holds, for a connector that reads a kind. What has changed is what runs after `since` have found, the last one
 * that read the kind to its end: a run in between that was cut off may have seen the change, and not what hangs on it.
 */
export function knownRecords(
  database: Database,
  { workspace, connection }: ConnectionPlace,
  since: number,
): Known {
  const scope = { workspace, companies: 'all' } as const;
  return {
    async ids(kind, { after, limit, changed = false }) {
      const { rows } = await inWorkspace(database, scope, (tx) =>
        sql<{ id: string }>`select id from sync_records
          where workspace_id = ${workspace} and connection = ${connection} and kind = ${kind} and gone_at is null
            and id > ${after ?? ''} and ${changed ? sql`changed_run > ${since}` : sql`true`}
          order by id limit ${limit}`.execute(tx),
      );
      return rows.map(({ id }) => id);
    },
    async records<K extends RecordKind>(kind: K, ids: readonly string[]) {
      const { rows } = await inWorkspace(database, scope, (tx) =>
        sql<{ id: string; fields: RecordFields[K] }>`select id, fields from sync_records
          where workspace_id = ${workspace} and connection = ${connection} and kind = ${kind} and gone_at is null
            and id = any(${ids})`.execute(tx),
      );
      return new Map(rows.map(({ id, fields }) => [id, fields]));
    },
  };
}
