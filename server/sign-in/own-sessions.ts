import type { Session } from '../../contract/sign-in.ts';
import type { Database } from '../platform/database/database.ts';

/** Where somebody is signed in, newest first; who that is, one of their sessions says. */
export async function ownSessions({ pool }: Database, session: string): Promise<Session[]> {
  const { rows } = await pool.query<
    Omit<Session, 'createdAt' | 'expiresAt'> & { created: Date; expires: Date }
  >(
    `select a.id, a."createdAt" as created, a."expiresAt" as expires, nullif(a."ipAddress", '') as "ipAddress",
       nullif(a."userAgent", '') as "userAgent"
     from auth_session mine join auth_session a on a."userId" = mine."userId"
     where mine.id = $1 and a."expiresAt" > now() order by a."createdAt" desc, a.id`,
    [session],
  );
  return rows.map(({ created, expires, ...one }) => ({
    ...one,
    createdAt: created.toISOString(),
    expiresAt: expires.toISOString(),
  }));
}

/** Ends one of somebody's sessions; one that is not theirs, or no longer there, is nothing to end. */
export async function endOwnSession({ pool }: Database, session: string, ended: string): Promise<void> {
  await pool.query(
    `delete from auth_session a using auth_session mine
       where mine.id = $1 and a."userId" = mine."userId" and a.id = $2`,
    [session, ended],
  );
}

/** Ends all of somebody's sessions but this one. */
export async function endOtherSessions({ pool }: Database, session: string): Promise<void> {
  await pool.query(
    `delete from auth_session a using auth_session mine
       where mine.id = $1 and a."userId" = mine."userId" and a.id <> mine.id`,
    [session],
  );
}
