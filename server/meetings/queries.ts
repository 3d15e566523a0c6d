import { type RawBuilder, sql } from 'kysely';
import type { MeetingRow } from '../../contract/meetings.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** Where a meeting stands among all: its day, its time (none comes first), its key. */
export type MeetingPlace = readonly [date: string, startTime: string, id: string];

/** The meetings of the companies that the transaction sees for which `which` holds (of m, and of c, their company), by day and time. */
export async function meetingRows(
  tx: Tx,
  which: RawBuilder<unknown>,
  { order, limit }: { readonly order: 'asc' | 'desc'; readonly limit: number | null },
): Promise<MeetingRow[]> {
  const direction = order === 'asc' ? sql`asc` : sql`desc`;
  const { rows } = await sql<MeetingRow>`
    select m.key as id, json_build_object('id', c.key, 'name', c.name) as company, m.kind, m.method, m.date,
      m.start_time as "startTime", m.duration_minutes as "durationMinutes", m.location,
      coalesce(m.status, 'planned') as status, m.sentiment,
      case when u.key is not null then json_build_object('id', u.key, 'name', u.name) end as owner,
      (select count(*)::int from meeting_users p where p.workspace_id = m.workspace_id and p.meeting = m.key)
        + (select count(*)::int from meeting_contacts p where p.workspace_id = m.workspace_id and p.meeting = m.key)
        + coalesce(cardinality(m.other_attendees), 0) as attendees,
      (select count(*)::int from action_items a
        where a.workspace_id = m.workspace_id and a.meeting = m.key and a.done is distinct from true) as "openActionItems"
    from meetings m
    join companies c on c.workspace_id = m.workspace_id and c.key = m.company
    left join users u on u.workspace_id = c.workspace_id and u.key = c.owner
    where m.workspace_id = (select current_workspace()) and ${which}
    order by m.date ${direction}, coalesce(m.start_time, '') collate "C" ${direction}, m.key collate "C" ${direction}
    ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(tx);
  return rows;
}

/** Those that stand after a place, in the order asked for. */
export function afterPlace([date, startTime, id]: MeetingPlace, order: 'asc' | 'desc'): RawBuilder<unknown> {
  const compare = order === 'asc' ? sql`>` : sql`<`;
  return sql`(m.date, coalesce(m.start_time, '') collate "C", m.key collate "C") ${compare} (${date}::date, ${startTime}::text, ${id}::text)`;
}
