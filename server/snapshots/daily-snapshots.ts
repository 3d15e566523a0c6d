import { sql } from 'kysely';
import { addDays, today } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { missedDays } from '../../domain/snapshots/missed-days.ts';
import type { Job } from '../jobs/job.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { type DayToTake, takeSnapshots } from './take-snapshots.ts';

/** Writes the snapshots of the day that is over, and of days on which no server ran. */
export const dailySnapshots: Job = {
  id: 'daily-snapshots',
  name: 'Daily snapshots',
  description:
    'Keeps the figures of every company for the day that is over; days without a server are made up for.',
  schedule: { dailyAt: 10 },
  async run(context, call) {
    const days = await daysToTake(context.database, call);
    if (days === null) return 'The workspace’s day is fixed, so no day ends.';
    for (const day of days) await takeSnapshots(context, call, day);
    return inWords(days);
  },
};

/** Yesterday, taken anew if it is there, and before it what is missing or unfinished; null: the day is fixed. */
async function daysToTake(
  database: Parameters<typeof inWorkspace>[0],
  { workspace, now }: { readonly workspace: string; readonly now: Date },
): Promise<DayToTake[] | null> {
  return inWorkspace(database, { workspace, companies: 'all' }, async (tx) => {
    const settings = await sql<{ asOf: Day | null; timeZone: string }>`
      select as_of as "asOf", coalesce(time_zone, 'UTC') as "timeZone" from workspaces where id = ${workspace}`.execute(
      tx,
    );
    const { asOf, timeZone } = settings.rows[0]!;
    if (asOf !== null) return null;
    const day = today({ asOf, timeZone }, now);
    const known = await sql<{ last: Day | null; unfinished: Day[] }>`
      select (select max(date) from snapshots where workspace_id = ${workspace} and date < ${day}) as last,
        array(select date::text from unfinished_snapshots where workspace_id = ${workspace} and date < ${day}) as unfinished`.execute(
      tx,
    );
    const { last, unfinished } = known.rows[0]!;
    const yesterday = addDays(day, -1);
    const dates = [...new Set([...unfinished, ...missedDays(last, day), yesterday])].sort();
    return dates.map((date) => ({ date, reconstructed: date < yesterday }));
  });
}

function inWords(days: readonly DayToTake[]): string {
  const last = days.at(-1)!.date;
  if (days.length === 1) return `Took the snapshots of ${last}.`;
  return `Took the snapshots of ${last}, and afterwards, from the dates of contracts, those of ${days.length - 1} earlier days from ${days[0]!.date} on.`;
}
