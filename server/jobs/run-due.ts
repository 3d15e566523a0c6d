import { nextRun, nextTry } from '../../domain/jobs/schedule.ts';
import { databaseIsAway } from '../platform/http/database-away.ts';
import { errorForLog } from '../platform/log.ts';
import { type Job, type JobContext, JobProblem } from './job.ts';
import { type Claim, claimDue, endRun, extendLease } from './lease.ts';

/** Who runs jobs here. */
export interface Runner {
  /** Of this process, for as long as it lives. */
  readonly id: string;
  /** Milliseconds after which a process that says nothing counts as gone. */
  readonly lease: number;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
  readonly warn: (entry: Record<string, unknown>) => void;
}

/** Runs the job that has been due longest and resolves to its claim; undefined: none is due, or others run it. */
export async function runDue(
  context: JobContext,
  jobs: readonly Job[],
  runner: Runner,
): Promise<Claim | undefined> {
  const names = jobs.map(({ id }) => id);
  const now = context.now();
  const claim = await claimDue(context.database, names, { runner: runner.id, lease: runner.lease, now });
  if (claim) await runClaimed(context, jobs.find(({ id }) => id === claim.job)!, claim, runner, now);
  return claim;
}

class Stopped extends Error {}

async function runClaimed(
  context: JobContext,
  job: Job,
  claim: Claim,
  runner: Runner,
  now: Date,
): Promise<void> {
  const { database } = context;
  const { workspace, timeZone, failures } = claim;
  let lost = false;
  const heartbeat = setInterval(() => {
    extendLease(database, claim, { runner: runner.id, lease: runner.lease }).then(
      (ours) => {
        lost ||= !ours;
      },
      // it may come through the next time; if not, another process takes over
      () => undefined,
    );
  }, runner.lease / 4);
  const stopIfAsked = () => {
    if (lost || runner.stopping.aborted) throw new Stopped();
  };
  try {
    const message = await job.run(context, { workspace, now, stopIfAsked });
    const at = context.now();
    const nextRunAt = nextRun(job.schedule, at, timeZone);
    await endRun(database, claim, runner.id, { outcome: 'succeeded', message, at, nextRunAt, failures: 0 });
  } catch (error) {
    const at = context.now();
    if (error instanceof Stopped) {
      const message = 'The server was stopped; the run is due again.';
      await endRun(database, claim, runner.id, {
        outcome: 'interrupted',
        message,
        at,
        nextRunAt: claim.dueAt,
        failures,
      });
      return;
    }
    runner.warn({ job: job.id, workspace, ...errorForLog(error) });
    const message = problemInWords(error);
    const nextRunAt = nextTry(job.schedule, failures + 1, at, timeZone);
    await endRun(database, claim, runner.id, {
      outcome: 'failed',
      message,
      at,
      nextRunAt,
      failures: failures + 1,
    });
  } finally {
    clearInterval(heartbeat);
  }
}

function problemInWords(error: unknown): string {
  if (error instanceof JobProblem) return error.message;
  if (databaseIsAway(error)) return 'The database could not be reached.';
  return 'It failed unexpectedly; the server’s log says why.';
}
