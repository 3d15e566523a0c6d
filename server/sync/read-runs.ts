import { type RawBuilder, sql } from 'kysely';
import type { SyncRun } from '../../domain/sync/run.ts';
import type { Tx } from '../platform/database/transaction.ts';

type StoredRun = Omit<SyncRun, 'requestedAt' | 'notBefore' | 'startedAt' | 'endedAt'> & {
  readonly requestedAt: Date;
  readonly notBefore: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
};

/** A connection's runs, newest first; `before`: those before the run with this id. `tx` sees the whole workspace. */
export function readRuns(
  tx: Tx,
  connection: string,
  { limit, before = null }: { readonly limit: number; readonly before?: number | null },
): Promise<SyncRun[]> {
  const older = before === null ? sql`true` : sql`id < ${before}`;
  return runs(tx, sql`connection = ${connection} and ${older}`, limit);
}

/** Undefined: there is none with this id. `tx` sees the whole workspace. */
export async function readRun(tx: Tx, id: number): Promise<SyncRun | undefined> {
  return (await runs(tx, sql`id = ${id}`, 1))[0];
}

/** The run that has not ended; undefined: all have. `tx` sees the whole workspace. */
export async function openRun(tx: Tx, connection: string): Promise<SyncRun | undefined> {
  return (await runs(tx, sql`connection = ${connection} and ended_at is null`, 1))[0];
}

async function runs(tx: Tx, which: RawBuilder<unknown>, limit: number): Promise<SyncRun[]> {
  const { rows } = await sql<StoredRun>`
    select id, connection, kind, kinds, state, waiting_for as "waitingFor", requested_by as "requestedBy",
      requested_at as "requestedAt", not_before as "notBefore", started_at as "startedAt", ended_at as "endedAt",
      cancel_asked as "cancelAsked", progress, calls, message, problems
    from sync_runs where workspace_id = (select current_workspace()) and ${which}
    order by id desc limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    notBefore: row.notBefore.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}
