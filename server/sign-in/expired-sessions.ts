import type { Database } from '../platform/database/database.ts';

/** Takes away sessions that have run out; what was viewed in them ends on record, at the time when they ran out. */
export async function endExpiredSessions({ pool }: Database): Promise<void> {
  await pool.query('delete from auth_session where "expiresAt" <= now()');
}
