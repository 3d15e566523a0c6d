import { type Kysely, sql } from 'kysely';
import { hashToken } from '../access/identity.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tables } from '../platform/database/tables.ts';

export interface Invitation extends UserKey {
  readonly name: string;
  readonly email: string;
  readonly workspaceName: string;
  readonly expiresAt: Date;
  /** They have a password, and are to choose another. */
  readonly reset: boolean;
}

/** The invitation behind a link, unless it was used, replaced, or is out of date at `now`; locked until the transaction ends. */
export async function invitationOf(
  tx: Kysely<Tables>,
  token: string,
  now: Date,
): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select i.workspace_id as workspace, i."user", u.name, u.email, w.name as "workspaceName", i.expires_at as "expiresAt",
      exists (select from sign_ins s where s.workspace_id = i.workspace_id and s."user" = i."user") as reset
    from invitations i
    join users u on u.workspace_id = i.workspace_id and u.key = i."user" and u.deactivated is not true
    join workspaces w on w.id = i.workspace_id
    where i.token_hash = ${hashToken(token)} and i.expires_at > ${now} for update of i`.execute(tx);
  return rows[0];
}
