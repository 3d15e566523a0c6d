import { type RawBuilder, sql } from 'kysely';
import type { JobRun } from '../../contract/jobs.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** In which the workspace's days begin and end. */
export async function timeZoneOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{ zone: string }>`
    select coalesce(time_zone, 'UTC') as zone from workspaces where id = (select current_workspace())`.execute(
    tx,
  );
  return rows[0]!.zone;
}

/** What the database knows of a job. */
export interface JobState {
  readonly job: string;
  readonly running: boolean;
  readonly nextRunAt: Date;
  readonly failures: number;
}

/** The workspace's jobs, by id. `tx` sees the whole workspace. */
export async function jobStates(tx: Tx): Promise<ReadonlyMap<string, JobState>> {
  const { rows } = await sql<JobState>`
    select job, runner is not null and lease_until > clock_timestamp() as running, next_run_at as "nextRunAt", failures
    from jobs where workspace_id = (select current_workspace())`.execute(tx);
  return new Map(rows.map((row) => [row.job, row]));
}

/** A job's runs, newest first. `tx` sees the whole workspace. */
export async function runsOf(tx: Tx, job: string): Promise<JobRun[]> {
  return (await runs(tx, sql`job = ${job}`)).map(({ job: _, ...run }) => run);
}

/** The last run of each job, by job. */
export async function lastRuns(tx: Tx): Promise<ReadonlyMap<string, JobRun>> {
  const last = await runs(
    tx,
    sql`id in (select max(id) from job_runs where workspace_id = (select current_workspace()) group by job)`,
  );
  return new Map(last.map(({ job, ...run }) => [job, run]));
}

async function runs(tx: Tx, which: RawBuilder<unknown>): Promise<(JobRun & { job: string })[]> {
  const { rows } = await sql<{
    job: string;
    id: number;
    started: Date;
    ended: Date | null;
    outcome: JobRun['outcome'] | null;
    message: string | null;
    by: string | null;
    name: string | null;
  }>`select r.job, r.id, r.started_at as started, r.ended_at as ended, r.outcome, r.message, r.requested_by as by, u.name
    from job_runs r left join users u on u.workspace_id = r.workspace_id and u.key = r.requested_by
    where r.workspace_id = (select current_workspace()) and r.${which}
    order by r.id desc`.execute(tx);
  return rows.map(({ job, id, started, ended, outcome, message, by, name }) => ({
    job,
    id: String(id),
    startedAt: started.toISOString(),
    endedAt: ended?.toISOString() ?? null,
    outcome: outcome ?? 'running',
    message,
    requestedBy: by === null ? null : { id: by, name: name ?? by },
  }));
}
