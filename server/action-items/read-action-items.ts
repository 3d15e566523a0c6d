import { type RawBuilder, sql } from 'kysely';
import type { ActionItem, ActionItemRow } from '../../contract/action-items.ts';
import { type MeetingKind, meetingName } from '../../domain/engagement/meeting-kinds.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

const columns = (asOf: Day) => sql`a.key as id, a.title,
  case when u.key is not null then json_build_object('id', u.key, 'name', u.name) end as owner,
  a.owner_name as "ownerName", a.due_date as "dueDate", coalesce(a.done, false) as done,
  a.done is distinct from true and coalesce(a.due_date < ${asOf}::date, false) as overdue,
  '"' || md5(a::text) || '"' as etag`;

const withOwner = sql`left join users u on u.workspace_id = a.workspace_id and u.key = a.owner`;

/** The action items of a meeting in the order of their keys, which is the one in which they were noted. */
export async function readActionItems(tx: Tx, meeting: string, asOf: Day): Promise<ActionItem[]> {
  const { rows } = await sql<ActionItem>`select ${columns(asOf)} from action_items a ${withOwner}
    where a.workspace_id = (select current_workspace()) and a.meeting = ${meeting}
    order by a.key collate "C"`.execute(tx);
  return rows;
}

export async function readActionItem(tx: Tx, id: string, asOf: Day): Promise<ActionItem> {
  const { rows } = await sql<ActionItem>`select ${columns(asOf)} from action_items a ${withOwner}
    where a.workspace_id = (select current_workspace()) and a.key = ${id}`.execute(tx);
  if (!rows[0]) throw notFound('action item', id);
  return rows[0];
}

/** The action items for which `which` holds (of a, and of m, their meeting), the earliest due first. */
export async function actionItemRows(
  tx: Tx,
  which: RawBuilder<unknown>,
  { asOf, limit }: { readonly asOf: Day; readonly limit: number },
): Promise<ActionItemRow[]> {
  type Row = ActionItem & {
    company: ActionItemRow['company'];
    meeting: string;
    kind: MeetingKind;
    date: Day;
  };
  const { rows } = await sql<Row>`
    select ${columns(asOf)}, json_build_object('id', c.key, 'name', c.name) as company, m.key as meeting, m.kind, m.date
    from action_items a
    join meetings m on m.workspace_id = a.workspace_id and m.key = a.meeting
    join companies c on c.workspace_id = a.workspace_id and c.key = a.company ${withOwner}
    where a.workspace_id = (select current_workspace()) and ${which}
    order by coalesce(a.due_date, 'infinity'), a.key collate "C" limit ${limit}`.execute(tx);
  return rows.map(({ meeting, kind, date, ...item }) => ({
    ...item,
    meeting: { id: meeting, name: meetingName(kind, date), date },
  }));
}
