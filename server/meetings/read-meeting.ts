import { sql } from 'kysely';
import type { ActionItem } from '../../contract/action-items.ts';
import type { Meeting, MeetingChange } from '../../contract/meetings.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { compareText } from '../../domain/text/compare.ts';
import { readActionItems } from '../action-items/read-action-items.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

/** A meeting with all that belongs to it. The transaction must see its company. */
export async function readMeeting(tx: Tx, id: string, asOf: Day): Promise<Meeting> {
  const { rows } = await sql<Omit<Meeting, 'actionItems'>>`
    with people as (
        select u.key as id, u.name from meeting_users p
        join users u on u.workspace_id = p.workspace_id and u.key = p."user"
        where p.workspace_id = (select current_workspace()) and p.meeting = ${id}),
      clients as (
        select c.key as id, c.name, c.title from meeting_contacts p
        join contacts c on c.workspace_id = p.workspace_id and c.key = p.contact and c.company = p.company
        where p.workspace_id = (select current_workspace()) and p.meeting = ${id}),
      linked as (
        select r.key as id, r.title from meeting_recommendations l
        join recommendations r on r.workspace_id = l.workspace_id and r.key = l.recommendation and r.company = l.company
        where l.workspace_id = (select current_workspace()) and l.meeting = ${id})
    select m.key as id, json_build_object('id', c.key, 'name', c.name) as company, m.kind, m.method, m.date,
      m.start_time as "startTime", m.duration_minutes as "durationMinutes", m.location,
      coalesce(m.status, 'planned') as status, m.agenda, m.notes, m.sentiment,
      coalesce(m.other_attendees, '{}') as "otherAttendees",
      (select coalesce(json_agg(p), '[]') from people p) as attendees,
      (select coalesce(json_agg(p), '[]') from clients p) as "clientAttendees",
      (select coalesce(json_agg(l), '[]') from linked l) as recommendations,
      case when e.key is not null then json_build_object('id', e.key, 'title', e.title) end as escalation,
      '"' || md5(m::text || (select coalesce(json_agg(p.id order by p.id collate "C"), '[]') from people p)::text
        || (select coalesce(json_agg(p.id order by p.id collate "C"), '[]') from clients p)::text
        || (select coalesce(json_agg(l.id order by l.id collate "C"), '[]') from linked l)::text) || '"' as etag
    from meetings m
    join companies c on c.workspace_id = m.workspace_id and c.key = m.company
    left join escalations e on e.workspace_id = m.workspace_id and e.key = m.escalation and e.company = m.company
    where m.workspace_id = (select current_workspace()) and m.key = ${id}`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound('meeting', id);
  const actionItems: ActionItem[] = await readActionItems(tx, id, asOf);
  return {
    ...row,
    attendees: row.attendees.sort(byName),
    clientAttendees: row.clientAttendees.sort(byName),
    recommendations: row.recommendations.sort(
      (a, b) => compareText(a.title, b.title) || compareText(a.id, b.id),
    ),
    actionItems,
  };
}

const byName = (a: { name: string; id: string }, b: { name: string; id: string }) =>
  compareText(a.name, b.name) || compareText(a.id, b.id);

/** A meeting as a change would state it. */
export function asMeetingChange(meeting: Meeting): MeetingChange {
  const { id, company, etag, actionItems, ...own } = meeting;
  const ids = (list: readonly { readonly id: string }[]) => sortedIds(list.map((entry) => entry.id));
  return {
    ...own,
    attendees: ids(meeting.attendees),
    clientAttendees: ids(meeting.clientAttendees),
    recommendations: ids(meeting.recommendations),
    otherAttendees: sortedIds(meeting.otherAttendees),
    escalation: meeting.escalation?.id ?? null,
  };
}

/** A list in which order and repetition mean nothing, so that two of them can be compared. */
export function sortedIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(compareText);
}
