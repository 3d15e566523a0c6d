import { type RawBuilder, sql } from 'kysely';
import type { Escalation } from '../../contract/escalations.ts';
import { daysWithoutUpdate } from '../../domain/engagement/escalation.ts';
import { type MeetingKind, meetingName } from '../../domain/engagement/meeting-kinds.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

type Row = Omit<Escalation, 'updateLate' | 'meetings'> & {
  readonly meetings: readonly { id: string; kind: MeetingKind; date: Day }[];
};

/** The escalations that the transaction sees for which `which` holds (of e): open ones first, whoever waits longest first. */
export async function readEscalations(tx: Tx, which: RawBuilder<unknown>, asOf: Day): Promise<Escalation[]> {
  const { rows } = await sql<Row>`
    select e.key as id, json_build_object('id', c.key, 'name', c.name) as company, e.title, e.description, e.severity,
      e.opened_on as "openedOn",
      case when u.key is not null then json_build_object('id', u.key, 'name', u.name) end as owner,
      e.next_update_due as "nextUpdateDue", coalesce(e.status, 'open') as status, e.resolution,
      e.resolved_on as "resolvedOn",
      (select coalesce(json_agg(json_build_object('id', l.key,
          'at', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', coalesce(b.name, l."by"),
          'toWhom', l.to_whom, 'method', l.method, 'audience', l.audience, 'text', l.text)
          order by l.at desc, l.key collate "C" desc), '[]')
        from escalation_log l left join users b on b.workspace_id = l.workspace_id and b.key = l."by"
        where l.workspace_id = e.workspace_id and l.escalation = e.key) as log,
      (select coalesce(json_agg(json_build_object('id', m.key, 'kind', m.kind, 'date', m.date)
          order by m.date desc, m.key collate "C"), '[]')
        from meetings m where m.workspace_id = e.workspace_id and m.company = e.company and m.escalation = e.key) as meetings,
      '"' || md5(e::text) || '"' as etag
    from escalations e
    join companies c on c.workspace_id = e.workspace_id and c.key = e.company
    left join users u on u.workspace_id = e.workspace_id and u.key = e.owner
    where e.workspace_id = (select current_workspace()) and ${which}`.execute(tx);
  return rows
    .map(({ meetings, ...row }) => ({
      ...row,
      updateLate: daysWithoutUpdate(row, asOf),
      meetings: meetings.map(({ id, kind, date }) => ({ id, name: meetingName(kind, date), date })),
    }))
    .sort(byUrgency);
}

function byUrgency(a: Escalation, b: Escalation): number {
  if (a.status !== b.status) return a.status === 'open' ? -1 : 1;
  const day = (it: Escalation) => (it.status === 'open' ? (it.nextUpdateDue ?? '9999') : '');
  return (
    compareText(day(a), day(b)) ||
    compareText(b.resolvedOn ?? b.openedOn, a.resolvedOn ?? a.openedOn) ||
    compareText(a.id, b.id)
  );
}

export async function readEscalation(tx: Tx, id: string, asOf: Day): Promise<Escalation> {
  const [escalation] = await readEscalations(tx, sql`e.key = ${id}`, asOf);
  if (!escalation) throw notFound('escalation', id);
  return escalation;
}
