import { sql } from 'kysely';
import type { Link } from '../../../domain/sync/apply/input.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export async function readLinks(tx: Tx, connection: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select kind, record, key, made, stage_before as "stageBefore", gone_on as "goneOn", owner
    from sync_links where workspace_id = (select current_workspace()) and connection = ${connection}`.execute(
    tx,
  );
  return rows;
}

/** Companies of ours that other connections are linked with. */
export async function takenElsewhere(tx: Tx, connection: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from sync_links where workspace_id = (select current_workspace()) and kind = 'companies'
      and connection <> ${connection}`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

export async function writeLinks(tx: Tx, connection: string, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await sql`insert into sync_links (workspace_id, connection, kind, record, key, made, stage_before, gone_on, owner)
    select (select current_workspace()), ${connection}, kind, record, key, made, "stageBefore", "goneOn", owner
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link
      (kind text, record text, key text, made text, "stageBefore" text, "goneOn" date, owner text)
    on conflict (workspace_id, connection, kind, record) do update set key = excluded.key, made = excluded.made,
      stage_before = excluded.stage_before, gone_on = excluded.gone_on, owner = excluded.owner`.execute(tx);
}
