import { sql } from 'kysely';
import { RECORD_KINDS, type RecordKind } from '../../domain/sync/records.ts';
import type { KindProgress } from '../../domain/sync/run.ts';
import type { Database } from '../platform/database/database.ts';
import { asOwner, type Tx } from '../platform/database/transaction.ts';
import type { ClaimedRun } from './claim-run.ts';
import type { ConnectionPlace } from './sync-context.ts';

/** The last reading of a kind that came to its end. */
export interface Watermark {
  readonly kind: RecordKind;
  readonly run: number;
  readonly startedAt: Date;
  readonly newest: Date | null;
}

export async function watermarksOf(
  database: Database,
  { workspace, connection }: ConnectionPlace,
): Promise<ReadonlyMap<RecordKind, Watermark>> {
  const { rows } = await asOwner(database, (tx) =>
    sql<Watermark>`select kind, run, started_at as "startedAt", newest from sync_watermarks
      where workspace_id = ${workspace} and connection = ${connection}`.execute(tx),
  );
  return new Map(rows.map((row) => [row.kind, row]));
}

/** The kinds of which nobody can say what is not there. */
export async function unreadKinds(database: Database, place: ConnectionPlace): Promise<RecordKind[]> {
  const read = await watermarksOf(database, place);
  return RECORD_KINDS.filter((kind) => !read.has(kind));
}

/** The kind was read to its end; for the transaction that writes its last page. */
export async function setWatermark(tx: Tx, run: ClaimedRun, { kind, newest }: KindProgress): Promise<void> {
  await sql`insert into sync_watermarks as w (workspace_id, connection, kind, run, started_at, newest)
    values (${run.workspace}, ${run.connection}, ${kind}, ${run.id}, ${run.startedAt}, ${newest})
    on conflict (workspace_id, connection, kind) do update set run = excluded.run, started_at = excluded.started_at,
      newest = greatest(w.newest, excluded.newest)`.execute(tx);
}
