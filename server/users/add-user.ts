import { type Kysely, sql } from 'kysely';
import type { Role } from '../../domain/access/grants.ts';
import { audit } from '../access/audit.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { joinGroups } from './groups.ts';

export interface NewUser {
  readonly workspace: string;
  /** Who adds them; null: the command line, or the first user of all. */
  readonly actor: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Group keys; `all` is the built-in group. In none of either kind, a user sees nothing. */
  readonly securityGroups?: readonly string[] | undefined;
  readonly accountGroups?: readonly string[] | undefined;
}

/**
 * Adds a user and resolves to their key, which is made from the address. Refuses an address that a user of the workspace
 * has (`conflict`) and a group that does not exist (`unprocessable`). They sign in once they have a password.
 */
export async function addUser(tx: Kysely<Tables>, user: NewUser): Promise<string> {
  const { workspace, actor, name, email, role, securityGroups = [], accountGroups = [] } = user;
  const key = await insertUser(tx, user);
  await joinGroups(tx, { workspace, user: key }, 'security', securityGroups);
  await joinGroups(tx, { workspace, user: key }, 'account', accountGroups);
  await audit(tx, {
    workspace,
    actor,
    action: 'add user',
    subject: key,
    after: { name, email, role, securityGroups, accountGroups },
  });
  return key;
}

/** The address is the key, so that a bundle's user of another name is never taken for this one; freed ones get a number. */
async function insertUser(tx: Kysely<Tables>, { workspace, name, email, role }: NewUser): Promise<string> {
  for (let number = 1; ; number += 1) {
    const key = `${email.toLowerCase()}${number === 1 ? '' : `-${number}`}`;
    const added = await sql`insert into users (workspace_id, key, name, email, role)
      values (${workspace}, ${key}, ${name}, ${email}, ${role}) on conflict do nothing returning key`.execute(
      tx,
    );
    if (added.rows.length > 0) return key;
    const { rows } = await sql`select from users
      where workspace_id = ${workspace} and lower(email) = lower(${email})`.execute(tx);
    if (rows.length > 0)
      throw new Refusal('conflict', `There is a user with the e-mail address ${email} already.`);
  }
}
