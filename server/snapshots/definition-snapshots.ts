import { sql } from 'kysely';
import { today } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Job } from '../jobs/job.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { takeSnapshots } from './take-snapshots.ts';

/**
 * Writes the snapshots of the day that goes on when the definitions are others than those of the last snapshots, so that
 * what they changed stands between two days; when the day is over they are taken anew. Without any history there is
 * nothing to compare with.
 */
export const definitionSnapshots: Job = {
  id: 'definition-snapshots',
  name: 'Snapshots after a change of definitions',
  description:
    'Keeps the figures of every company when metrics, bands, prices or other settings for all have changed.',
  schedule: { everyMinutes: 15 },
  async run(context, call) {
    const { workspace } = call;
    const { rows } = await inWorkspace(context.database, { workspace, companies: 'all' }, (tx) =>
      sql<{ asOf: Day | null; timeZone: string; version: number; last: number | null; unfinished: boolean }>`
        select as_of as "asOf", coalesce(time_zone, 'UTC') as "timeZone", definitions_version as version,
          (select definition_version from snapshots where workspace_id = w.id order by date desc limit 1) as last,
          exists (select from unfinished_snapshots where workspace_id = w.id) as unfinished
        from workspaces w where id = ${workspace}`.execute(tx),
    );
    const { asOf, timeZone, version, last } = rows[0]!;
    if (asOf !== null) return 'The workspace’s day is fixed, so no day ends.';
    if (last === null || (last === version && !rows[0]!.unfinished)) return 'Nothing has changed.';
    const date = today({ asOf, timeZone }, call.now);
    await takeSnapshots(context, call, { date, reconstructed: false });
    return `Took the snapshots of ${date} by the new definitions.`;
  },
};
