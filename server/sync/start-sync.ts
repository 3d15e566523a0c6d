import { sql } from 'kysely';
import type { RecordKind } from '../../domain/sync/records.ts';
import { NOTHING_READ, type SyncKind } from '../../domain/sync/run.ts';
import { audit } from '../access/audit.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { ConnectionPlace } from './sync-context.ts';

interface SyncWish extends ConnectionPlace {
  readonly kind: SyncKind;
  /** Null: all that the kind of run reads. */
  readonly kinds?: readonly RecordKind[] | null;
  /** User id. */
  readonly by: string;
  readonly now: Date;
}

/**
 * Lets a run be due now, at an admin's wish, and resolves to its id. A run that is due already is brought forward, and a full one
 * takes the place of an incremental one. Refused (`conflict`) while one runs or waits, on a paused connection, and
 * for all but the first run while the connection is being set up.
 */
export async function startSync(tx: Tx, wish: SyncWish): Promise<number> {
  const { workspace, connection, kind, kinds = null, by, now } = wish;
  const { name, state } = await lockedConnection(tx, wish);
  if (state === 'paused') throw new Refusal('conflict', `"${name}" is paused.`);
  if (state === 'setting up' && kind !== 'first')
    throw new Refusal('conflict', `"${name}" is being set up: its first sync comes before all others.`);
  const { rows } = await sql<{ id: number }>`
    insert into sync_runs as r (workspace_id, connection, kind, kinds, requested_by, requested_at, not_before, state, progress)
    values (${workspace}, ${connection}, ${kind}, ${kinds}, ${by}, ${now}, ${now}, 'due', ${JSON.stringify(NOTHING_READ)})
    on conflict (workspace_id, connection) where ended_at is null do update set
      not_before = least(r.not_before, excluded.not_before), requested_by = excluded.requested_by,
      kind = case when r.started_at is null and r.kind = 'incremental' then excluded.kind else r.kind end,
      kinds = case when r.started_at is null then excluded.kinds else r.kinds end
    where r.state = 'due' returning id`.execute(tx);
  if (!rows[0]) throw new Refusal('conflict', `A sync of "${name}" runs already, or waits for an answer.`);
  await audit(tx, { workspace, actor: by, action: 'start sync', subject: name });
  return rows[0].id;
}

/** Locked against being paused or removed. Refuses one that is not there (`not_found`). */
export async function lockedConnection(
  tx: Tx,
  { workspace, connection }: ConnectionPlace,
): Promise<{ name: string; state: string }> {
  const { rows } = await sql<{ name: string; state: string }>`select name, state from connections
    where workspace_id = ${workspace} and key = ${connection} for no key update`.execute(tx);
  if (!rows[0]) throw notFound('connection', connection);
  return rows[0];
}
