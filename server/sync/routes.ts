import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import * as contract from '../../contract/sync-runs.ts';
import type { SyncRun } from '../../domain/sync/run.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireEveryCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { cancelRun, confirmDeletions, startAfterPreview } from './answer-run.ts';
import { presentRun } from './present-run.ts';
import { openRun, readRun, readRuns } from './read-runs.ts';
import { lockedConnection, startSync } from './start-sync.ts';

/** So many runs are listed. */
const SHOWN = 50;

/** Syncs are of the whole workspace: they are asked for, followed and answered by admins who see every company. */
export function addSyncRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, now } = context;
  const read = <Result>({ workspace }: Viewer, work: (tx: Tx) => Promise<Result>) =>
    inWorkspace(database, { workspace, companies: 'all' }, work);

  viewerRoute(app, context, contract.syncConnection, 'change_settings', async (call) => {
    const { viewer, params, body } = call;
    requireEveryCompany(viewer);
    return change(context, call, 'all', async (tx) => {
      const wish = { ...place(viewer, params.id), kind: body.kind, by: viewer.user.id, now: now() };
      return shown(tx, viewer, params.id, await startSync(tx, wish));
    });
  });

  viewerRoute(app, context, contract.startConnection, 'change_settings', async (call) => {
    const { viewer, params } = call;
    requireEveryCompany(viewer);
    return change(context, call, 'all', async (tx) => {
      const { id } = await openRunOf(tx, viewer, params.id);
      await startAfterPreview(tx, answerOf(viewer, id, now()));
      return shown(tx, viewer, params.id, id);
    });
  });

  viewerRoute(app, context, contract.cancelConnectionSync, 'change_settings', async (call) => {
    const { viewer, params } = call;
    requireEveryCompany(viewer);
    return change(context, call, 'all', async (tx) => {
      const { id } = await openRunOf(tx, viewer, params.id);
      await cancelRun(tx, answerOf(viewer, id, now()));
      return shown(tx, viewer, params.id, id);
    });
  });

  viewerRoute(app, context, contract.listConnectionRuns, 'change_settings', async ({ viewer, params }) => {
    requireEveryCompany(viewer);
    const runs = await read(viewer, async (tx) => {
      await requireConnection(tx, params.id);
      return readRuns(tx, params.id, { limit: SHOWN });
    });
    return { items: runs.map((run) => presentRun(run, viewer.loaded.grants)) };
  });

  viewerRoute(app, context, contract.getConnectionRun, 'change_settings', async ({ viewer, params }) => {
    requireEveryCompany(viewer);
    return read(viewer, (tx) => shown(tx, viewer, params.id, params.run));
  });

  viewerRoute(app, context, contract.confirmConnectionRun, 'change_settings', async (call) => {
    const { viewer, params } = call;
    requireEveryCompany(viewer);
    return change(context, call, 'all', async (tx) => {
      const { id } = await runOf(tx, params.id, params.run);
      await confirmDeletions(tx, answerOf(viewer, id, now()));
      return shown(tx, viewer, params.id, id);
    });
  });
}

const place = ({ workspace }: Viewer, connection: string) => ({ workspace, connection });

const answerOf = ({ workspace, user }: Viewer, run: number, now: Date) => ({
  workspace,
  run,
  by: user.id,
  now,
});

async function requireConnection(tx: Tx, id: string): Promise<void> {
  const { rows } =
    await sql`select from connections where workspace_id = (select current_workspace()) and key = ${id}`.execute(
      tx,
    );
  if (rows.length === 0) throw notFound('connection', id);
}

/** Refuses a connection that is not there (`not_found`) or has no sync at hand (`conflict`). */
async function openRunOf(tx: Tx, viewer: Viewer, connection: string): Promise<SyncRun> {
  const { name } = await lockedConnection(tx, place(viewer, connection));
  const run = await openRun(tx, connection);
  if (!run) throw new Refusal('conflict', `No sync of "${name}" is due, runs or waits.`);
  return run;
}

/** A run of this connection; refuses every other id in the same words. */
async function runOf(tx: Tx, connection: string, id: string | number): Promise<SyncRun> {
  const number = /^\d{1,15}$/.test(String(id)) ? Number(id) : 0;
  const run = await readRun(tx, number);
  if (run?.connection !== connection) throw notFound('sync', String(id));
  return run;
}

async function shown(tx: Tx, { loaded }: Viewer, connection: string, id: string | number) {
  return presentRun(await runOf(tx, connection, id), loaded.grants);
}
