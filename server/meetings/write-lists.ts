import { sql } from 'kysely';
import type { MeetingChange } from '../../contract/meetings.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { meetingLists } from './meeting-columns.ts';

/** Makes the attendees and recommendations of a meeting those that a change lists; what it leaves out stays. */
export async function writeLists(
  tx: Tx,
  workspace: string,
  { company, id }: RowPlace,
  change: MeetingChange,
): Promise<void> {
  for (const name of ['attendees', 'clientAttendees', 'recommendations'] as const) {
    const ids = change[name];
    if (ids === undefined) continue;
    const { through, column } = meetingLists[name];
    const [table, item] = [sql.table(through), sql.ref(column)];
    await sql`delete from ${table}
      where workspace_id = ${workspace} and meeting = ${id} and ${item} <> all(${ids})`.execute(tx);
    await sql`insert into ${table} (workspace_id, meeting, company, ${item})
      select ${workspace}, ${id}, ${company}, listed from unnest(${ids}::text[]) as listed
      on conflict do nothing`.execute(tx);
  }
}
