import { sql } from 'kysely';
import type { RecordKind } from '../../domain/sync/records.ts';
import type { KindProgress, SyncProblem, SyncProgress } from '../../domain/sync/run.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { type ClaimedRun, requireRun } from './claim-run.ts';
import { storableJson } from './record-row.ts';
import type { OpenConnection, SyncContext } from './sync-context.ts';

/** A run while this process works at it. */
export interface RunAtHand {
  readonly context: SyncContext;
  readonly claim: ClaimedRun;
  readonly source: OpenConnection;
  /** Aborted when it is to be left: the reason says why. */
  readonly halt: AbortSignal;
  /** As it is in the database. */
  progress: SyncProgress;
  problems: readonly SyncProblem[];
  /** Requests to the vendor's system that the database knows of. */
  countedCalls: number;
}

export function kindOf({ progress }: RunAtHand, kind: RecordKind): KindProgress {
  return progress.kinds.find((one) => one.kind === kind)!;
}

/** What a step of a run changes about it. */
export interface Advance {
  readonly progress: SyncProgress;
  readonly problems?: readonly SyncProblem[];
}

/**
 * One step of a run: what `work` writes, and how far the run is after it, in one transaction. Throws RunLost or RunCancelled, and writes nothing,
 * where the run is not to go on.
 */
export async function advance(run: RunAtHand, work: (tx: Tx) => Promise<Advance>): Promise<void> {
  const { claim, context, source } = run;
  const calls = source.calls();
  const { progress, problems = run.problems } = await inWorkspace(
    context.database,
    { workspace: claim.workspace, companies: 'all' },
    async (tx) => {
      await requireRun(tx, claim);
      const advanced = await work(tx);
      await storeAdvance(tx, run, advanced, calls);
      return advanced;
    },
  );
  run.progress = progress;
  run.problems = problems;
  run.countedCalls = calls;
}

async function storeAdvance(
  tx: Tx,
  { claim, problems: known, countedCalls }: RunAtHand,
  { progress, problems = known }: Advance,
  calls: number,
): Promise<void> {
  await sql`update sync_runs set progress = ${storableJson(progress)}, calls = calls + ${calls - countedCalls},
      problems = case when ${problems !== known} then ${storableJson(problems)}::jsonb else problems end
    where workspace_id = ${claim.workspace} and id = ${claim.id}`.execute(tx);
}

/** The work's result, unless the run is to be left before: then it throws why. */
export function unlessHalted<Result>(halt: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(halt.reason);
    if (halt.aborted) leave();
    halt.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => halt.removeEventListener('abort', leave));
  });
}
