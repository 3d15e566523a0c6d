import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { type Kysely, sql } from 'kysely';
import { Password } from '../../contract/values.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** A user of a workspace, by key. */
export interface UserKey {
  readonly workspace: string;
  readonly user: string;
}

/**
 * Lets a user sign in with this password, or changes it and ends all their sessions. `tx` acts as the owner of the tables
 * (asOwner). An invitation to the user ends. Refuses a password of fewer than 8 or more than 256 characters
 * (`unprocessable`), and an address that signs in as somebody else (`conflict`).
 */
export async function createPassword(
  tx: Kysely<Tables>,
  { workspace, user }: UserKey,
  password: string,
): Promise<void> {
  if (!Password.safeParse(password).success)
    throw new Refusal('unprocessable', 'The password has the wrong length; expected 8 to 256 characters.');
  const hash = await hashPassword(password);
  const authUser = (await signInOf(tx, workspace, user)) ?? (await addSignIn(tx, workspace, user));
  await sql`delete from auth_account where "userId" = ${authUser}`.execute(tx);
  await sql`insert into auth_account (id, "userId", "accountId", "providerId", password)
    values (${randomUUID()}, ${authUser}, ${authUser}, 'credential', ${hash})`.execute(tx);
  await sql`delete from auth_session where "userId" = ${authUser}`.execute(tx);
  await sql`delete from invitations where workspace_id = ${workspace} and "user" = ${user}`.execute(tx);
}

async function signInOf(tx: Kysely<Tables>, workspace: string, user: string): Promise<string | undefined> {
  const { rows } = await sql<{ auth_user: string }>`
    select auth_user from sign_ins where workspace_id = ${workspace} and "user" = ${user}`.execute(tx);
  return rows[0]?.auth_user;
}

async function addSignIn(tx: Kysely<Tables>, workspace: string, user: string): Promise<string> {
  const id = randomUUID();
  const { rows } = await sql<{ id: string }>`
    insert into auth_user (id, name, email, "emailVerified")
      select ${id}, name, lower(email), true from users where workspace_id = ${workspace} and key = ${user}
    on conflict (email) do nothing returning id`.execute(tx);
  if (rows.length === 0)
    throw new Refusal('conflict', 'This e-mail address already signs in to another workspace.');
  await sql`insert into sign_ins (workspace_id, "user", auth_user) values (${workspace}, ${user}, ${id})`.execute(
    tx,
  );
  return id;
}
