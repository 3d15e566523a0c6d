import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { errorForLog } from '../platform/log.ts';
import { claimRun } from './claim-run.ts';
import { runSync, type SyncRunner } from './run-sync.ts';
import { scheduleRuns } from './schedule-runs.ts';
import type { SyncContext } from './sync-context.ts';

interface SyncsOptions {
  /** Milliseconds between two looks at what is due. */
  readonly pause?: number;
  /** Milliseconds after which a process that says nothing counts as gone. */
  readonly lease?: number;
  /** Settled when the server has done what comes first. */
  readonly after?: Promise<unknown>;
  readonly warn: SyncRunner['warn'];
}

/** So many run at once in one process. */
const AT_ONCE = 2;

/**
 * Looks from now on for syncs that are due and runs them; other processes do the same, and none runs what another one
 * runs. Returns how to stop, which waits until the runs at hand have let go.
 */
export function startSyncs(
  context: SyncContext,
  { pause = 2_000, lease = 60_000, after, warn }: SyncsOptions,
): () => Promise<void> {
  const stop = new AbortController();
  const runner: SyncRunner = { id: randomUUID(), lease, stopping: stop.signal, warn };
  const running = new Set<Promise<void>>();
  const lookedAfter = (error: unknown) => {
    if (!stop.signal.aborted) warn({ syncs: 'could not be looked after', ...errorForLog(error) });
  };
  const takeDue = async () => {
    await scheduleRuns(context.database, context.now());
    while (running.size < AT_ONCE && !stop.signal.aborted) {
      const claim = await claimRun(context.database, { runner: runner.id, lease, now: context.now() });
      if (!claim) return;
      const run = runSync(context, claim, runner)
        .catch(lookedAfter)
        .finally(() => running.delete(run));
      running.add(run);
    }
  };
  const ended = (async () => {
    await after;
    while (!stop.signal.aborted) {
      await takeDue().catch(lookedAfter);
      const waited = delay(pause, undefined, { signal: stop.signal }).catch(() => undefined);
      // the next one begins as soon as a place is free
      await Promise.race([waited, ...(running.size < AT_ONCE ? [] : running)]);
    }
  })();
  return async () => {
    stop.abort();
    await ended;
    await Promise.all(running);
  };
}
