import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { hashToken } from '../access/identity.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tables } from '../platform/database/tables.ts';
import { notFound } from '../platform/http/refusal.ts';

const week = 7 * 86_400_000;

/** Makes the token of a user's invitation, which ends an earlier one. It works once, for seven days; only its hash is kept. */
export async function inviteUser(
  tx: Kysely<Tables>,
  { workspace, user }: UserKey,
  actor: string | null,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + week);
  const { rows } = await sql`
    insert into invitations (workspace_id, "user", token_hash, expires_at)
      select workspace_id, key, ${hashToken(token)}, ${expiresAt} from users
      where workspace_id = ${workspace} and key = ${user}
    on conflict (workspace_id, "user") do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
    returning "user"`.execute(tx);
  if (rows.length === 0) throw notFound('user', user);
  await audit(tx, { workspace, actor, action: 'invite user', subject: user });
  return { token, expiresAt };
}
