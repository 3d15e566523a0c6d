import { sql } from 'kysely';
import type { UserSession } from '../../contract/users.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** How far a user is with signing in. */
export interface SignInState {
  readonly user: string;
  readonly canSignIn: boolean;
  /** When the open link to choose a password runs out. */
  readonly invitedUntil: Date | null;
}

/** By user, of those who can sign in or were invited to. */
export async function signInStates(tx: Tx, now: Date): Promise<ReadonlyMap<string, SignInState>> {
  const { rows } = await sql<SignInState>`
    select coalesce(s.id, i."user") as "user", s.id is not null as "canSignIn", i.expires_at as "invitedUntil"
    from users_who_can_sign_in() s (id)
    full join (select * from invitations
      where workspace_id = (select current_workspace()) and expires_at > ${now}) i on i."user" = s.id`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.user, row]));
}

/** Where a user is signed in, newest first. `tx` acts as the owner of the tables. */
export async function sessionsOf(tx: Tx, { workspace, user }: UserKey): Promise<UserSession[]> {
  const { rows } = await sql<Omit<UserSession, 'createdAt' | 'expiresAt'> & { created: Date; expires: Date }>`
    select a.id, a."createdAt" as created, a."expiresAt" as expires, nullif(a."ipAddress", '') as "ipAddress",
      nullif(a."userAgent", '') as "userAgent"
    from auth_session a join sign_ins s on s.auth_user = a."userId"
    where s.workspace_id = ${workspace} and s."user" = ${user} and a."expiresAt" > now()
    order by a."createdAt" desc, a.id`.execute(tx);
  return rows.map(({ created, expires, ...session }) => ({
    ...session,
    createdAt: created.toISOString(),
    expiresAt: expires.toISOString(),
  }));
}
