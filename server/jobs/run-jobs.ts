import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { errorForLog } from '../platform/log.ts';
import type { Job, JobContext } from './job.ts';
import { addMissingJobs } from './lease.ts';
import { type Runner, runDue } from './run-due.ts';

interface JobsOptions {
  /** Milliseconds between two looks at what is due. */
  readonly pause?: number;
  /** Milliseconds after which a process that says nothing counts as gone. */
  readonly lease?: number;
  /** Settled when the server has done what comes first. */
  readonly after?: Promise<unknown>;
  readonly warn: Runner['warn'];
}

/**
 * Looks from now on for jobs that are due and runs them, one at a time; other processes do the same, and none runs what
 * another one runs. Returns how to stop, which waits until the job at hand has let go.
 */
export function startJobs(
  context: JobContext,
  jobs: readonly Job[],
  { pause = 5_000, lease = 60_000, after, warn }: JobsOptions,
): () => Promise<void> {
  const stop = new AbortController();
  const runner: Runner = { id: randomUUID(), lease, stopping: stop.signal, warn };
  const ended = (async () => {
    await after;
    while (!stop.signal.aborted) {
      try {
        await addMissingJobs(context.database, jobs, context.now());
        while (!stop.signal.aborted && (await runDue(context, jobs, runner)));
      } catch (error) {
        if (!stop.signal.aborted) warn({ jobs: 'could not be looked after', ...errorForLog(error) });
      }
      await delay(pause, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await ended;
  };
}
