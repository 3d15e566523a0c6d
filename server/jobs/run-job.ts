import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { Identity } from '../access/identity.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Job } from './job.ts';

/** Lets a job be due now, at an admin's wish. Refuses one that runs (`conflict`). */
export async function runJob(tx: Tx, { workspace, user }: Identity, job: Job, now: Date): Promise<void> {
  const { rows } = await sql`insert into jobs as j (workspace_id, job, next_run_at, requested_by)
    values (${workspace}, ${job.id}, ${now}, ${user.id})
    on conflict (workspace_id, job) do update set next_run_at = least(j.next_run_at, excluded.next_run_at), requested_by = excluded.requested_by
    where j.runner is null or j.lease_until < clock_timestamp() returning job`.execute(tx);
  if (rows.length === 0) throw new Refusal('conflict', `"${job.name}" is running.`);
  await audit(tx, { workspace, actor: user.id, action: 'run job', subject: job.name });
}
