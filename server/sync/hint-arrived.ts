import { sql } from 'kysely';
import type { RecordKind } from '../../domain/sync/records.ts';
import { NOTHING_READ } from '../../domain/sync/run.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import type { ConnectionPlace } from './sync-context.ts';

/** So long after a hint its kinds are read, so that those that come with it are read at once. Milliseconds. */
const GATHERED = 3_000;

/**
 * The vendor's system says that something of these kinds may have changed: they are read in some seconds; after the run at
 * hand, if there is one. Hints of a connection that is not on are nothing.
 */
export function hintArrived(
  database: Database,
  { workspace, connection, kinds, now }: ConnectionPlace & { kinds: readonly RecordKind[]; now: Date },
): Promise<void> {
  const soon = new Date(now.getTime() + GATHERED);
  const widened = (column: string) => sql`array(select distinct kind from
    unnest(coalesce(r.${sql.ref(column)}, '{}') || excluded.kinds) as both_ (kind) order by kind)`;
  // a run that has not begun reads them as well; where it has, they may have been read before they changed
  const begun = sql`(r.started_at is not null or r.kind <> 'incremental')`;
  return inWorkspace(database, { workspace, companies: 'all' }, async (tx) => {
    await sql`insert into sync_runs as r (workspace_id, connection, kind, kinds, requested_at, not_before, state, progress)
      select workspace_id, key, 'incremental', ${kinds}::text[], ${now}, ${soon}, 'due', ${JSON.stringify(NOTHING_READ)}::jsonb
      from connections where workspace_id = ${workspace} and key = ${connection} and state = 'on'
      on conflict (workspace_id, connection) where ended_at is null do update set
        kinds = case when ${begun} or r.kinds is null then r.kinds else ${widened('kinds')} end,
        next_kinds = case when ${begun} then ${widened('next_kinds')} end`.execute(tx);
  });
}
