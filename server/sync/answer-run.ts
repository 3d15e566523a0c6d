import { sql } from 'kysely';
import type { SyncProgress, WaitingFor } from '../../domain/sync/run.ts';
import { audit } from '../access/audit.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { lockedConnection } from './start-sync.ts';

interface Answer {
  readonly workspace: string;
  readonly run: number;
  /** User id. */
  readonly by: string;
  readonly now: Date;
}

/** An admin has seen what a first run would do: it changes the portfolio now, and the connection is on from here on. */
export async function startAfterPreview(tx: Tx, answer: Answer): Promise<void> {
  const { connection, name, progress } = await waitingRun(tx, answer, 'start');
  await goOn(tx, answer, { ...progress, started: true });
  await sql`update connections set state = 'on'
    where workspace_id = ${answer.workspace} and key = ${connection} and state = 'setting up'`.execute(tx);
  await audit(tx, {
    workspace: answer.workspace,
    actor: answer.by,
    action: 'start connection',
    subject: name,
  });
}

/** An admin says that what a full run did not see is really gone. */
export async function confirmDeletions(tx: Tx, answer: Answer): Promise<void> {
  const { name, progress } = await waitingRun(tx, answer, 'deletions');
  const kinds = progress.kinds.map((kind) => (kind.missing ? { ...kind, confirmed: true } : kind));
  await goOn(tx, answer, { ...progress, kinds });
  await audit(tx, {
    workspace: answer.workspace,
    actor: answer.by,
    action: 'confirm deletions of sync',
    subject: name,
  });
}

/** Ends a run that is due or waits at once, one that runs after the page that it is at. What was read stays read. */
export async function cancelRun(tx: Tx, answer: Answer): Promise<void> {
  const { name, state } = await lockedRun(tx, answer);
  const running = state === 'running';
  await sql`update sync_runs set cancel_asked = true,
      state = case when ${running} then state else 'cancelled' end, waiting_for = null,
      ended_at = case when ${running} then null else ${answer.now}::timestamptz end,
      message = case when ${running} then message else 'It was cancelled.' end
    where workspace_id = ${answer.workspace} and id = ${answer.run}`.execute(tx);
  await audit(tx, { workspace: answer.workspace, actor: answer.by, action: 'cancel sync', subject: name });
}

async function goOn(tx: Tx, { workspace, run, now }: Answer, progress: SyncProgress): Promise<void> {
  await sql`update sync_runs set state = 'due', waiting_for = null, message = null, not_before = ${now},
      progress = ${JSON.stringify(progress)}
    where workspace_id = ${workspace} and id = ${run}`.execute(tx);
}

async function waitingRun(tx: Tx, answer: Answer, waitingFor: WaitingFor) {
  const run = await lockedRun(tx, answer);
  if (run.waitingFor !== waitingFor)
    throw new Refusal('conflict', `The sync of "${run.name}" does not wait for this any more.`);
  return run;
}

/** Refuses one that is not there (`not_found`) or has ended (`conflict`). */
async function lockedRun(tx: Tx, { workspace, run }: Answer) {
  const { rows } = await sql<{
    connection: string;
    state: string;
    waitingFor: WaitingFor | null;
    ended: boolean;
    progress: SyncProgress;
  }>`select connection, state, waiting_for as "waitingFor", ended_at is not null as ended, progress
    from sync_runs where workspace_id = ${workspace} and id = ${run} for update`.execute(tx);
  const found = rows[0];
  if (!found) throw notFound('sync', String(run));
  const { name } = await lockedConnection(tx, { workspace, connection: found.connection });
  if (found.ended) throw new Refusal('conflict', `The sync of "${name}" has ended.`);
  return { ...found, name };
}
