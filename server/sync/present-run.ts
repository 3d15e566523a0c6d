import type { SyncRun } from '../../contract/sync-runs.ts';
import type { Grants } from '../../domain/access/grants.ts';
import type { SyncRun as StoredRun } from '../../domain/sync/run.ts';
import { namedUser } from '../access/named-user.ts';

/** A run as the API tells it. */
export function presentRun(run: StoredRun, grants: Pick<Grants, 'users'>): SyncRun {
  const { id, kind, state, waitingFor, requestedBy, requestedAt, notBefore, startedAt, endedAt } = run;
  return {
    id: String(id),
    ...{ kind, state, waitingFor, requestedAt, notBefore, startedAt, endedAt },
    requestedBy: requestedBy === null ? null : namedUser(grants, requestedBy),
    cancelAsked: run.cancelAsked,
    progress: run.progress.kinds.map((progress) => ({
      kind: progress.kind,
      state: progress.state,
      records: progress.records,
      created: progress.created,
      changed: progress.changed,
      unchanged: progress.records - progress.created - progress.changed,
      gone: progress.gone,
      problems: progress.problems,
      missing: progress.missing,
      message: progress.message,
    })),
    calls: run.calls,
    message: run.message,
    problems: run.problems.map(({ kind: of, id: record, message }) => ({ kind: of, record, message })),
  };
}
