import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { hashToken } from '../access/identity.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tables } from '../platform/database/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

const day = 86_400_000;

/** How long a link to choose a password works: for somebody new, and for somebody who has a password already. */
const lifetime = { invitation: 7 * day, reset: day };

/**
 * Makes the token of a user's invitation, or of a link with which they choose another password; it ends an earlier one.
 * It works once, for a time; only its hash is kept. Refuses a user who is deactivated (`conflict`). The transaction acts
 * in the workspace.
 */
export async function inviteUser(
  tx: Kysely<Tables>,
  { workspace, user }: UserKey,
  actor: string | null,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const { rows } = await sql<{ name: string; active: boolean; canSignIn: boolean }>`
    select name, deactivated is not true as active, key in (select users_who_can_sign_in()) as "canSignIn"
    from users where workspace_id = ${workspace} and key = ${user} for no key update`.execute(tx);
  const [invited] = rows;
  if (!invited) throw notFound('user', user);
  if (!invited.active)
    throw new Refusal('conflict', `${invited.name} is deactivated. Reactivate them first.`);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetime[invited.canSignIn ? 'reset' : 'invitation']);
  await sql`
    insert into invitations (workspace_id, "user", token_hash, expires_at)
      values (${workspace}, ${user}, ${hashToken(token)}, ${expiresAt})
    on conflict (workspace_id, "user") do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`.execute(
    tx,
  );
  const action = invited.canSignIn ? 'make password link for user' : 'invite user';
  await audit(tx, { workspace, actor, action, subject: user });
  return { token, expiresAt };
}
