import { sql } from 'kysely';
import type { SavedView } from '../../contract/saved-views.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

/** More than anybody can find their way in; a bound on what one user can store. */
const most = 200;

export async function createSavedView(
  tx: Tx,
  { workspace, user }: UserKey,
  { name, search }: { name: string; search: string },
): Promise<SavedView> {
  const { rows } = await sql<SavedView>`
    insert into saved_views (workspace_id, "user", name, search)
      select ${workspace}, ${user}, ${name}, ${search}
      where (select count(*) from saved_views where workspace_id = ${workspace} and "user" = ${user}) < ${most}
    on conflict (workspace_id, "user", name) do nothing returning id, name, search`.execute(tx);
  if (rows[0]) return rows[0];
  if (await isNameTaken(tx, { workspace, user }, name)) throw nameTaken(name);
  throw new Refusal('conflict', `You have ${most} saved views already; delete one first.`);
}

/** What is not given stays as it is. */
export async function updateSavedView(
  tx: Tx,
  { workspace, user }: UserKey,
  id: string,
  { name, search }: { name?: string | undefined; search?: string | undefined },
): Promise<SavedView> {
  const { rows } = await sql<SavedView>`
    update saved_views v set name = coalesce(${name ?? null}, name), search = coalesce(${search ?? null}, search)
    where workspace_id = ${workspace} and "user" = ${user} and id = ${id}
      and not exists (select from saved_views o
        where o.workspace_id = v.workspace_id and o."user" = v."user" and o.name = ${name ?? null} and o.id <> v.id)
    returning id, name, search`.execute(tx);
  if (rows[0]) return rows[0];
  const { rows: own } = await sql`select from saved_views
    where workspace_id = ${workspace} and "user" = ${user} and id = ${id}`.execute(tx);
  if (own.length > 0 && name !== undefined) throw nameTaken(name);
  throw notFound('saved view', id);
}

export async function deleteSavedView(tx: Tx, { workspace, user }: UserKey, id: string): Promise<void> {
  const { rows } = await sql`delete from saved_views
    where workspace_id = ${workspace} and "user" = ${user} and id = ${id} returning id`.execute(tx);
  if (rows.length === 0) throw notFound('saved view', id);
}

async function isNameTaken(tx: Tx, { workspace, user }: UserKey, name: string): Promise<boolean> {
  const { rows } = await sql`select from saved_views
    where workspace_id = ${workspace} and "user" = ${user} and name = ${name}`.execute(tx);
  return rows.length > 0;
}

function nameTaken(name: string): Refusal {
  return new Refusal('conflict', `You have a saved view named "${name}" already.`);
}
