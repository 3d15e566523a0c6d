import { sql } from 'kysely';
import type { RecordKind } from '../../domain/sync/records.ts';
import { NOTHING_READ, type SyncKind, type SyncProblem, type SyncProgress } from '../../domain/sync/run.ts';
import type { Database } from '../platform/database/database.ts';
import { asOwner, type Tx } from '../platform/database/transaction.ts';
import { storableJson, storableText } from './record-row.ts';
import type { ConnectionPlace } from './sync-context.ts';

/** A run that this process has taken, and nobody else has. */
export interface ClaimedRun extends ConnectionPlace {
  readonly id: number;
  readonly kind: SyncKind;
  readonly wanted: readonly RecordKind[] | null;
  /** When it first began. */
  readonly startedAt: Date;
  readonly progress: SyncProgress;
  readonly problems: readonly SyncProblem[];
  /** Of this process. */
  readonly runner: string;
}

/** So many runs of a connection are kept. */
const KEPT_RUNS = 200;

/** The run has been taken over by another process, or its connection has been removed. */
export class RunLost extends Error {}
/** An admin wants the run to end. */
export class RunCancelled extends Error {}

/**
 * Takes the run that has been due longest, if there is any: one that nobody runs, or whose process has not said for its
 * lease (milliseconds) that it lives; none of a paused connection. What is due is told by `now`; whether a lease has run out, by the
 * clock of the database.
 */
export function claimRun(
  database: Database,
  { runner, lease, now }: { readonly runner: string; readonly lease: number; readonly now: Date },
): Promise<ClaimedRun | undefined> {
  return asOwner(database, async (tx) => {
    const { rows } = await sql<ClaimedRun>`
      update sync_runs r set state = 'running', runner = ${runner}::uuid, message = null,
        lease_until = clock_timestamp() + ${lease} * interval '1 ms', started_at = coalesce(r.started_at, ${now})
      from (
        select r.workspace_id, r.id from sync_runs r join connections c on c.workspace_id = r.workspace_id and c.key = r.connection
        where r.ended_at is null and c.state <> 'paused'
          and (r.state = 'due' and r.not_before <= ${now} or r.state = 'running' and r.lease_until < clock_timestamp())
        order by r.not_before, r.workspace_id, r.id limit 1 for update of r skip locked
      ) due
      where r.workspace_id = due.workspace_id and r.id = due.id
      returning r.workspace_id as workspace, r.connection, r.id, r.kind, r.kinds as wanted, r.started_at as "startedAt",
        r.progress, r.problems, r.runner`.execute(tx);
    return rows[0];
  });
}

/** Says that this process lives and runs it. Throws RunLost or RunCancelled where it should not any more. */
export async function extendLease(database: Database, run: ClaimedRun, lease: number): Promise<void> {
  const { rows } = await database.pool.query<{ cancelled: boolean }>(
    `update sync_runs set lease_until = clock_timestamp() + $4 * interval '1 ms'
     where workspace_id = $1 and id = $2 and runner = $3 returning cancel_asked as cancelled`,
    [run.workspace, run.id, run.runner, lease],
  );
  goOnOnly(rows[0]);
}

/** Locks the run until the transaction ends. Throws RunLost or RunCancelled where this process may not write for it any more. */
export async function requireRun(tx: Tx, run: ClaimedRun): Promise<void> {
  const { rows } = await sql<{ cancelled: boolean }>`select cancel_asked as cancelled from sync_runs
    where workspace_id = ${run.workspace} and id = ${run.id} and runner = ${run.runner}::uuid for no key update`.execute(
    tx,
  );
  goOnOnly(rows[0]);
}

function goOnOnly(row: { readonly cancelled: boolean } | undefined): void {
  if (!row) throw new RunLost();
  if (row.cancelled) throw new RunCancelled();
}

/** How this process leaves a run: to be taken up at a time, waiting for an admin, or ended. */
export type Leaving = { readonly message: string; readonly progress: SyncProgress; readonly at: Date } & (
  | { readonly state: 'due'; readonly notBefore: Date }
  | { readonly state: 'waiting'; readonly waitingFor: 'start' | 'deletions' }
  | { readonly state: 'succeeded' | 'failed' | 'cancelled' }
);

/** Lets the run go. Does nothing if it has been taken over. */
export async function leaveRun(database: Database, run: ClaimedRun, leaving: Leaving): Promise<void> {
  const { state, message, progress, at } = leaving;
  const ended = state === 'due' || state === 'waiting' ? null : at;
  await asOwner(database, async (tx) => {
    const { rows } = await sql<{ next: RecordKind[] | null }>`
      update sync_runs set state = ${state}, runner = null, lease_until = null, message = ${storableText(message)},
        progress = ${storableJson(progress)}, ended_at = ${ended},
        waiting_for = ${state === 'waiting' ? leaving.waitingFor : null},
        not_before = coalesce(${state === 'due' ? leaving.notBefore : null}::timestamptz, not_before)
      where workspace_id = ${run.workspace} and id = ${run.id} and runner = ${run.runner}::uuid
      returning next_kinds as next`.execute(tx);
    if (!rows[0] || ended === null) return;
    if (state === 'succeeded' && rows[0].next) await readAfterwards(tx, run, rows[0].next, at);
    await sql`delete from sync_runs where workspace_id = ${run.workspace} and connection = ${run.connection} and id <= (
      select id from sync_runs where workspace_id = ${run.workspace} and connection = ${run.connection}
      order by id desc offset ${KEPT_RUNS} limit 1)`.execute(tx);
  });
}

/** What changed while the run read is read by another one. */
async function readAfterwards(
  tx: Tx,
  { workspace, connection }: ConnectionPlace,
  kinds: readonly RecordKind[],
  now: Date,
): Promise<void> {
  await sql`insert into sync_runs (workspace_id, connection, kind, kinds, requested_at, not_before, state, progress)
    values (${workspace}, ${connection}, 'incremental', ${kinds}, ${now}, ${now}, 'due', ${JSON.stringify(NOTHING_READ)})
    on conflict do nothing`.execute(tx);
}
