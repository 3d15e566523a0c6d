import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** Signs a user out of one of their sessions, or of all (null). Resolves to how many ended. `tx` acts as the owner of the tables. */
export async function endSessions(
  tx: Tx,
  { workspace, user }: UserKey,
  session: string | null,
  actor: string,
): Promise<number> {
  const { rows } = await sql`
    delete from auth_session a using sign_ins s
    where s.auth_user = a."userId" and s.workspace_id = ${workspace} and s."user" = ${user}
      and (${session}::text is null or a.id = ${session}) returning a.id`.execute(tx);
  if (rows.length > 0) await audit(tx, { workspace, actor, action: 'sign out user', subject: user });
  return rows.length;
}
