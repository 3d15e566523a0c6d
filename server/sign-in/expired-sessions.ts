import type { Database } from '../platform/database/database.ts';

/**
 * Takes away sessions of a workspace's users that have run out; what was viewed in them ends on record, at the time when they
 * ran out. Resolves to how many there were.
 */
export async function endExpiredSessions({ pool }: Database, workspace: string, now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from auth_session a using sign_ins s
     where s.auth_user = a."userId" and s.workspace_id = $1 and a."expiresAt" <= $2`,
    [workspace, now],
  );
  return rowCount ?? 0;
}
