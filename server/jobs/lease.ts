import { sql } from 'kysely';
import { nextRun } from '../../domain/jobs/schedule.ts';
import type { Database } from '../platform/database/database.ts';
import { asOwner } from '../platform/database/transaction.ts';
import type { Job } from './job.ts';

/** A run that this process has taken, and nobody else has. */
export interface Claim {
  readonly workspace: string;
  readonly timeZone: string;
  readonly job: string;
  readonly dueAt: Date;
  readonly failures: number;
  /** Of job_runs. */
  readonly run: number;
}

export type Outcome = 'succeeded' | 'failed' | 'interrupted';

/** So many runs of a job are kept. */
const KEPT_RUNS = 50;

/**
 * Makes known to the database what jobs there are, for every workspace: a new one is due at once, one that has its time
 * of day when that comes.
 */
export async function addMissingJobs(
  database: Database,
  jobs: readonly Pick<Job, 'id' | 'schedule'>[],
  now: Date,
): Promise<void> {
  const missing = await database.pool.query<{ workspace: string; zone: string; job: string }>(
    `select w.id as workspace, coalesce(w.time_zone, 'UTC') as zone, j.job
     from workspaces w cross join unnest($1::text[]) as j (job)
     where not exists (select from jobs k where k.workspace_id = w.id and k.job = j.job)`,
    [jobs.map(({ id }) => id)],
  );
  for (const { workspace, zone, job } of missing.rows) {
    const { schedule } = jobs.find(({ id }) => id === job)!;
    await database.pool.query(
      `insert into jobs (workspace_id, job, next_run_at)
       select id, $2, $3 from workspaces where id = $1 on conflict do nothing`,
      [workspace, job, 'dailyAt' in schedule ? nextRun(schedule, now, zone) : now],
    );
  }
}

/**
 * Takes the run that has been due longest, if there is any: one that nobody runs, or whose process has not said for its
 * lease that it lives. What is due is told by `now`; whether a lease has run out, by the clock of the database.
 */
export async function claimDue(
  database: Database,
  jobs: readonly string[],
  { runner, lease, now }: { readonly runner: string; readonly lease: number; readonly now: Date },
): Promise<Claim | undefined> {
  return asOwner(database, async (tx) => {
    const taken = await sql<Claim & { left: number | null; requestedBy: string | null }>`
      update jobs j set runner = ${runner}::uuid, lease_until = clock_timestamp() + ${lease} * interval '1 ms'
      from (
        select workspace_id, job, run from jobs
        where job = any(${jobs}) and next_run_at <= ${now} and (runner is null or lease_until < clock_timestamp())
        order by next_run_at, workspace_id, job limit 1 for update skip locked
      ) due, workspaces w
      where j.workspace_id = due.workspace_id and j.job = due.job and w.id = j.workspace_id
      returning j.workspace_id as workspace, coalesce(w.time_zone, 'UTC') as "timeZone", j.job, j.next_run_at as "dueAt", j.failures,
        j.requested_by as "requestedBy", due.run as left`.execute(tx);
    const claim = taken.rows[0];
    if (!claim) return undefined;
    const { workspace, job, dueAt, requestedBy, left } = claim;
    if (left !== null)
      await sql`update job_runs set ended_at = ${now}, outcome = 'interrupted',
          message = 'The process that ran it ended; another one has taken it over.'
        where workspace_id = ${workspace} and id = ${left} and outcome is null`.execute(tx);
    const { rows } = await sql<{ id: number }>`
      insert into job_runs (workspace_id, job, due_at, started_at, requested_by)
      values (${workspace}, ${job}, ${dueAt}, ${now}, ${requestedBy}) returning id`.execute(tx);
    const run = rows[0]!.id;
    await sql`update jobs set run = ${run} where workspace_id = ${workspace} and job = ${job}`.execute(tx);
    return { ...claim, run };
  });
}

/** Says that this process lives and runs it; false: it has been taken over. */
export async function extendLease(
  database: Database,
  { workspace, job }: Claim,
  { runner, lease }: { readonly runner: string; readonly lease: number },
): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    `update jobs set lease_until = clock_timestamp() + $4 * interval '1 ms'
     where workspace_id = $1 and job = $2 and runner = $3`,
    [workspace, job, runner, lease],
  );
  return rowCount === 1;
}

/** Puts on record how the run ended, and when the job is due next. Does nothing if the run has been taken over. */
export async function endRun(
  database: Database,
  { workspace, job, run }: Claim,
  runner: string,
  end: {
    readonly outcome: Outcome;
    readonly message: string;
    readonly at: Date;
    readonly nextRunAt: Date;
    readonly failures: number;
  },
): Promise<void> {
  await asOwner(database, async (tx) => {
    const ended =
      await sql`update jobs set runner = null, lease_until = null, run = null, failures = ${end.failures},
        next_run_at = ${end.nextRunAt},
        requested_by = case when ${end.outcome} = 'interrupted' then requested_by end
      where workspace_id = ${workspace} and job = ${job} and runner = ${runner}::uuid returning job`.execute(
        tx,
      );
    if (ended.rows.length === 0) return;
    await sql`update job_runs set ended_at = ${end.at}, outcome = ${end.outcome}, message = ${end.message}
      where workspace_id = ${workspace} and id = ${run}`.execute(tx);
    await sql`delete from job_runs where workspace_id = ${workspace} and job = ${job} and id <= (
      select id from job_runs where workspace_id = ${workspace} and job = ${job}
      order by id desc offset ${KEPT_RUNS} limit 1)`.execute(tx);
  });
}
