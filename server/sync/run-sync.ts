import { sql } from 'kysely';
import { pauseOf } from '../../domain/sync/due-run.ts';
import type { RecordKind } from '../../domain/sync/records.ts';
import { isPortfolioKind, kindsOfRun, toRead } from '../../domain/sync/run.ts';
import { deletionsInWords, doneInWords, putOffInWords } from '../../domain/sync/run-in-words.ts';
import { ConnectorProblem } from '../connectors/connector.ts';
import { asOwner } from '../platform/database/transaction.ts';
import { databaseIsAway } from '../platform/http/database-away.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { errorForLog } from '../platform/log.ts';
import {
  type ClaimedRun,
  extendLease,
  type Leaving,
  leaveRun,
  RunCancelled,
  RunLost,
  requireRun,
} from './claim-run.ts';
import { readKind } from './read-kind.ts';
import { advance, type RunAtHand, unlessHalted } from './run-at-hand.ts';
import { sweep } from './sweep.ts';
import type { SyncContext } from './sync-context.ts';
import { unreadKinds } from './watermarks.ts';

/** Who runs syncs here. */
export interface SyncRunner {
  /** Of this process, for as long as it lives. */
  readonly id: string;
  /** Milliseconds after which a process that says nothing counts as gone. */
  readonly lease: number;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  readonly warn: (entry: Record<string, unknown>) => void;
}

class ServerStops extends Error {}

/** Works at a claimed run until it has ended, waits for an admin, is put off, or is to be left to another process. */
export async function runSync(context: SyncContext, claim: ClaimedRun, runner: SyncRunner): Promise<void> {
  const halt = new AbortController();
  const stop = () => halt.abort(new ServerStops());
  runner.stopping.addEventListener('abort', stop);
  if (runner.stopping.aborted) stop();
  const heartbeat = setInterval(() => {
    extendLease(context.database, claim, runner.lease).catch((error: unknown) => {
      // any other error: it may come through the next time; if not, another process takes over
      if (error instanceof RunLost || error instanceof RunCancelled) halt.abort(error);
    });
  }, runner.lease / 4);
  let run: RunAtHand | undefined;
  try {
    const source = await unlessHalted(halt.signal, context.openConnection(claim, halt.signal));
    const { progress, problems } = claim;
    run = { context, claim, source, halt: halt.signal, progress, problems, countedCalls: 0 };
    await leaveRun(context.database, claim, await perform(run));
  } catch (error) {
    if (error instanceof RunLost) return;
    const leaving = afterError(error, run?.progress ?? claim.progress, context.now());
    if (leaving.state === 'failed')
      runner.warn({
        sync: claim.id,
        connection: claim.connection,
        workspace: claim.workspace,
        ...errorForLog(error),
      });
    await leaveRun(context.database, claim, leaving);
  } finally {
    clearInterval(heartbeat);
    runner.stopping.removeEventListener('abort', stop);
  }
}

/** Does what is left of the run: first the portfolio, then activity. */
async function perform(run: RunAtHand): Promise<Leaving> {
  const { claim, context, source } = run;
  const { connector } = source;
  if (run.progress.kinds.length === 0) {
    const kinds = kindsOfRun(claim, connector).map(toRead);
    await advance(run, async () => ({ progress: { ...run.progress, kinds } }));
  }
  const applied: string[] = [];
  const leaving = (message: string) => ({ message, progress: run.progress, at: context.now() });
  for (const part of partsOf(run)) {
    for (const kind of part) await readKind(run, kind);
    if (claim.kind === 'full' && !(await sweep(run, part)))
      return {
        state: 'waiting',
        waitingFor: 'deletions',
        ...leaving(deletionsInWords(run.progress, connector.name)),
      };
    if (claim.kind === 'first' && !run.progress.started)
      return {
        state: 'waiting',
        waitingFor: 'start',
        ...leaving('The portfolio was read. Look at what it would do, and start it.'),
      };
    applied.push(await apply(run));
  }
  return { state: 'succeeded', ...leaving(doneInWords(run.progress, [...new Set(applied)])) };
}

/** What is applied together. A short run is applied once. */
function partsOf({ claim, progress }: RunAtHand): readonly (readonly RecordKind[])[] {
  const kinds = progress.kinds.map(({ kind }) => kind);
  if (claim.kind === 'incremental') return [kinds];
  const activity = kinds.filter((kind) => !isPortfolioKind(kind));
  return [kinds.filter(isPortfolioKind), ...(activity.length > 0 ? [activity] : [])];
}

async function apply({ claim, context, halt }: RunAtHand): Promise<string> {
  halt.throwIfAborted();
  const { workspace, connection, id } = claim;
  // planned for as many rows as there were before the run, the sums of hours take minutes
  if (claim.kind !== 'incremental')
    await asOwner(context.database, (tx) => sql`analyze sync_records`.execute(tx));
  return context.applyMirror(context, {
    workspace,
    connection,
    run: id,
    now: context.now(),
    unread: await unreadKinds(context.database, claim),
    requireRun: (tx) => requireRun(tx, claim),
  });
}

function afterError(error: unknown, progress: RunAtHand['progress'], at: Date): Leaving {
  if (error instanceof ServerStops)
    return {
      state: 'due',
      notBefore: at,
      message: 'The server was stopped; it goes on when it runs again.',
      progress,
      at,
    };
  if (error instanceof RunCancelled)
    return { state: 'cancelled', message: 'It was cancelled.', progress, at };
  const message = problemInWords(error);
  const putOff = progress.putOff + 1;
  const pause = maySucceedLater(error) ? pauseOf(putOff) : null;
  if (pause === null) return { state: 'failed', message, progress, at };
  return {
    state: 'due',
    notBefore: new Date(at.getTime() + pause),
    message: putOffInWords(message, pause / 60_000),
    progress: { ...progress, putOff },
    at,
  };
}

function maySucceedLater(error: unknown): boolean {
  if (error instanceof ConnectorProblem) return error.reason === 'unreachable' || error.reason === 'busy';
  return databaseIsAway(error);
}

function problemInWords(error: unknown): string {
  if (error instanceof ConnectorProblem || error instanceof Refusal) return error.message;
  if (databaseIsAway(error)) return 'The database could not be reached.';
  return 'It failed unexpectedly; the server’s log says why.';
}
