import { type RawBuilder, sql } from 'kysely';
import type { CsatResponse } from '../../contract/csat.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

type Row = Omit<CsatResponse, 'answeredAt'> & { readonly answeredAt: Date };

/** The responses for which `which` holds, of the companies that the transaction sees, without withdrawn ones, the latest first. */
export async function readCsat(tx: Tx, which: RawBuilder<unknown>): Promise<CsatResponse[]> {
  const day = sql`(r.answered_at at time zone coalesce(w.time_zone, 'UTC'))::date`;
  const { rows } = await sql<Row>`
    select r.key as id, json_build_object('id', c.key, 'name', c.name) as company, r.answered_at as "answeredAt",
      ${day} as day, r.rating, r.comment, r.source, r.about,
      case when p.key is not null then json_build_object('id', p.key, 'name', p.name) end as contact,
      '"' || md5(r::text) || '"' as etag
    from csat r
    join workspaces w on w.id = r.workspace_id
    join companies c on c.workspace_id = r.workspace_id and c.key = r.company
    left join contacts p on p.workspace_id = r.workspace_id and p.key = r.contact and p.company = r.company
    where r.workspace_id = (select current_workspace()) and r.withdrawn is not true and ${which}
    order by r.answered_at desc, r.key collate "C"`.execute(tx);
  return rows.map((row) => ({ ...row, answeredAt: row.answeredAt.toISOString() }));
}

/** The condition that a response's day lies between two days, each if given, in the workspace's time zone. */
export function between(from: string | undefined, to: string | undefined): RawBuilder<unknown> {
  const day = sql`(r.answered_at at time zone coalesce(w.time_zone, 'UTC'))::date`;
  return sql`${day} >= ${from ?? '-infinity'}::date and ${day} <= ${to ?? 'infinity'}::date`;
}

export async function readCsatResponse(tx: Tx, company: string, id: string): Promise<CsatResponse> {
  const [found] = await readCsat(tx, sql`r.company = ${company} and r.key = ${id}`);
  if (!found) throw notFound('CSAT response', id);
  return found;
}
