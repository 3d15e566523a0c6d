import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { hashToken, type Identity } from '../access/identity.ts';
import type { Database } from '../platform/database/database.ts';
import { asOwner, type Tx } from '../platform/database/transaction.ts';

type Which = 'mine' | 'all';

/** A user's private link, as far as it is kept; null: there is none. */
export async function feedOf(tx: Tx, user: string): Promise<{ which: Which; createdAt: string } | null> {
  const { rows } = await sql<{ all: boolean; created: Date }>`
    select all_companies as "all", created_at as created from calendar_feeds
    where workspace_id = (select current_workspace()) and "user" = ${user}`.execute(tx);
  const [row] = rows;
  return row ? { which: row.all ? 'all' : 'mine', createdAt: row.created.toISOString() } : null;
}

/** Makes a link of 256 random bits, of which only a hash is kept; the one before is of no use any more. */
export async function makeFeed(tx: Tx, { workspace, user }: Identity, which: Which): Promise<string> {
  const token = `qdc_${randomBytes(32).toString('base64url')}`;
  await sql`insert into calendar_feeds (workspace_id, "user", token_hash, all_companies)
    values (${workspace}, ${user.id}, ${hashToken(token)}, ${which === 'all'})
    on conflict (workspace_id, "user") do update
      set token_hash = excluded.token_hash, all_companies = excluded.all_companies, created_at = now()`.execute(
    tx,
  );
  await audit(tx, { workspace, actor: user.id, action: 'make calendar link' });
  return token;
}

/** Ends a user's link, if there is one. */
export async function endFeed(tx: Tx, { workspace, user }: Identity): Promise<void> {
  const { rows } = await sql`delete from calendar_feeds
    where workspace_id = ${workspace} and "user" = ${user.id} returning "user"`.execute(tx);
  if (rows.length > 0) await audit(tx, { workspace, actor: user.id, action: 'end calendar link' });
}

/** Whose link this is, from the database each time, so that one that was ended and a user who has left count at once. */
export function holderOf(
  database: Database,
  token: string,
): Promise<(Identity & { readonly which: Which }) | null> {
  return asOwner(database, async (tx) => {
    const { rows } = await sql<Identity['user'] & { workspace: string; revision: number; all: boolean }>`
      select f.workspace_id as workspace, w.revision, u.key as id, u.name, u.email, u.role, f.all_companies as "all"
      from calendar_feeds f
      join users u on u.workspace_id = f.workspace_id and u.key = f."user" and u.deactivated is not true
      join workspaces w on w.id = f.workspace_id
      where f.token_hash = ${hashToken(token)}`.execute(tx);
    const [row] = rows;
    if (!row) return null;
    const { workspace, revision, all, id, name, email, role } = row;
    const user = { id, name, email, role };
    return { workspace, revision, user, session: null, viewedBy: null, which: all ? 'all' : 'mine' };
  });
}
