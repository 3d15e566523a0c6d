import type { SyncProgress } from '../../domain/sync/run.ts';
import { type Database, openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { claimRun } from '../../server/sync/claim-run.ts';
import { runSync } from '../../server/sync/run-sync.ts';
import type { ConnectionPlace, SyncContext } from '../../server/sync/sync-context.ts';
import { startCluster } from '../harness/postgres-cluster.ts';

/** Does the work on a PostgreSQL of its own that holds nothing yet. */
export async function onPostgres(work: (database: Database) => Promise<void>): Promise<void> {
  const cluster = await startCluster();
  const database = await openDatabase({ url: cluster.url });
  try {
    await migrate(database);
    await work(database);
  } finally {
    await database.close();
    await cluster.stop();
  }
}

/** A workspace with one connection, which is on and may call this machine. */
export async function addConnection(
  { pool }: Database,
  { vendor, credentials = Buffer.of() }: { readonly vendor: string; readonly credentials?: Buffer },
): Promise<ConnectionPlace> {
  const { rows } = await pool.query(`insert into workspaces (name) values ('Bench') returning id`);
  const workspace: string = rows[0].id;
  await pool.query(
    `insert into connections (workspace_id, key, vendor, name, credentials, allow_private, state, created_at, created_by)
     values ($1, 'psa', $2, 'PSA', $3, true, 'on', now(), 'admin')`,
    [workspace, vendor, credentials],
  );
  return { workspace, connection: 'psa' };
}

export interface BenchRun {
  readonly seconds: number;
  readonly state: string;
  readonly message: string;
  /** Requests to the connected system. */
  readonly calls: number;
  readonly progress: SyncProgress;
}

/** Lets a run be due and works until it has ended. A first one does not wait for anybody. */
export async function runOnce(
  context: SyncContext,
  { workspace, connection }: ConnectionPlace,
  kind: 'first' | 'full' | 'incremental',
): Promise<BenchRun> {
  const { pool } = context.database;
  const start = performance.now();
  await pool.query(
    `insert into sync_runs (workspace_id, connection, kind, requested_at, not_before, state, progress)
     values ($1, $2, $3, now(), now() - interval '1 minute', 'due', '{"kinds":[],"started":true,"putOff":0}')`,
    [workspace, connection, kind],
  );
  const claim = await claimRun(context.database, {
    runner: crypto.randomUUID(),
    lease: 60_000,
    now: new Date(),
  });
  await runSync(context, claim!, {
    id: claim!.runner,
    lease: 60_000,
    stopping: new AbortController().signal,
    warn: (entry) => console.log(entry),
  });
  const { rows } = await pool.query(
    'select state, message, calls, progress from sync_runs order by id desc limit 1',
  );
  return { ...rows[0], seconds: (performance.now() - start) / 1000 };
}

/** The most resident memory of this process until it is stopped, in MB. */
export function watchMemory() {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 100);
  return {
    stop() {
      look();
      clearInterval(timer);
      return Math.round(most / 1024 / 1024);
    },
  };
}
