import { sql } from 'kysely';
import { dueRun, type SyncSchedule } from '../../domain/sync/due-run.ts';
import { NOTHING_READ } from '../../domain/sync/run.ts';
import type { Database } from '../platform/database/database.ts';
import { asOwner } from '../platform/database/transaction.ts';
import type { ConnectionPlace } from './sync-context.ts';

/** Lets runs be due of the connections that are on, have no open one, and should be read again by now. */
export async function scheduleRuns(database: Database, now: Date): Promise<void> {
  await asOwner(database, async (tx) => {
    const { rows } = await sql<ConnectionPlace & SyncSchedule>`
      select c.workspace_id as workspace, c.key as connection, c.sync_every_minutes as "everyMinutes", c.full_at as "fullAt",
        coalesce(w.time_zone, 'UTC') as "timeZone", last."lastFull", last."lastRun"
      from connections c join workspaces w on w.id = c.workspace_id
      cross join lateral (
        select max(requested_at) filter (where kind <> 'incremental') as "lastFull", max(requested_at) as "lastRun"
        from sync_runs r where r.workspace_id = c.workspace_id and r.connection = c.key and r.kinds is null
      ) last
      where c.state = 'on' and not exists (
        select from sync_runs r where r.workspace_id = c.workspace_id and r.connection = c.key and r.ended_at is null)`.execute(
      tx,
    );
    for (const schedule of rows) {
      const kind = dueRun(schedule, now);
      if (kind === null) continue;
      await sql`insert into sync_runs (workspace_id, connection, kind, requested_at, not_before, state, progress)
        values (${schedule.workspace}, ${schedule.connection}, ${kind}, ${now}, ${now}, 'due', ${JSON.stringify(NOTHING_READ)})
        on conflict do nothing`.execute(tx);
    }
  });
}
