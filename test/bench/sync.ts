import { type Database, openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { openPortfolios } from '../../server/portfolio/portfolios.ts';
import { claimRun } from '../../server/sync/claim-run.ts';
import { runSync } from '../../server/sync/run-sync.ts';
import type { SyncContext } from '../../server/sync/sync-context.ts';
import { startCluster } from '../harness/postgres-cluster.ts';
import { TENANT_SIZES } from '../psa/tenant.ts';
import { type MadeUpSizes, madeUpSource } from './made-up-source.ts';

/**
 * What a sync of a large PSA costs without the network, on PostgreSQL: records per second when all are new, when all are there,
 * and the time when nothing has changed; and the most memory that the process had.
 *
 *     npm run bench -- sync [share of the L-size tenant, such as 0.1]
 */
const share = Number(process.argv[2] ?? 1);
const now = new Date();
const cluster = await startCluster();
const database = await openDatabase({ url: cluster.url });
try {
  await migrate(database);
  await measure(database, sizes());
} finally {
  await database.close();
  await cluster.stop();
}

function sizes(): MadeUpSizes {
  const { companies, contacts, contracts, contractLines, tickets, timeEntries } = TENANT_SIZES.L;
  const scaled = Object.entries({ companies, contacts, contracts, contractLines, tickets, timeEntries });
  return Object.fromEntries(scaled.map(([kind, count]) => [kind, Math.ceil(count * share)]));
}

async function measure(on: Database, of: MadeUpSizes): Promise<void> {
  const workspace = await addConnection(on);
  const context: SyncContext = {
    database: on,
    portfolios: openPortfolios(on),
    now: () => new Date(),
    openConnection: madeUpSource(of, now),
    applyMirror: async () => '',
  };
  const records = Object.values(of).reduce((sum, count) => sum + count, 0);
  console.log(`\nA PSA of ${records.toLocaleString('en-US')} records`);
  const memory = watchMemory();
  const first = await timeOf(context, workspace, 'full');
  console.log(`first sync: ${first.toFixed(1)} s, ${Math.round(records / first)} records/s`);
  const again = await timeOf(context, workspace, 'full');
  console.log(`full sync, all there: ${again.toFixed(1)} s, ${Math.round(records / again)} records/s`);
  const changes = await timeOf(context, workspace, 'incremental');
  console.log(`incremental sync, nothing changed: ${changes.toFixed(2)} s`);
  console.log(`most memory: ${memory.stop()} MB`);
}

async function addConnection({ pool }: Database): Promise<string> {
  const { rows } = await pool.query(`insert into workspaces (name) values ('Bench') returning id`);
  await pool.query(
    `insert into connections (workspace_id, key, vendor, name, credentials, state, created_at, created_by)
     values ($1, 'psa', 'made-up', 'PSA', '', 'on', now(), 'admin')`,
    [rows[0].id],
  );
  return rows[0].id;
}

/** Seconds. */
async function timeOf(
  context: SyncContext,
  workspace: string,
  kind: 'full' | 'incremental',
): Promise<number> {
  const start = performance.now();
  await context.database.pool.query(
    `insert into sync_runs (workspace_id, connection, kind, requested_at, not_before, state, progress)
     values ($1, 'psa', $2, now(), now() - interval '1 minute', 'due', '{"kinds":[],"started":true,"putOff":0}')`,
    [workspace, kind],
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
  const { rows } = await context.database.pool.query(
    'select state, message from sync_runs order by id desc limit 1',
  );
  console.log(`${rows[0].state}: ${rows[0].message}`);
  return (performance.now() - start) / 1000;
}

/** The most resident memory of this process until it is stopped, in MB. */
function watchMemory() {
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
