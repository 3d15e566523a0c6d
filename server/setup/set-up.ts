import { type Kysely, sql } from 'kysely';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { postSetup } from '../../contract/setup.ts';
import { audit } from '../access/audit.ts';
import { createPassword } from '../access/passwords.ts';
import type { Tables } from '../platform/database/tables.ts';
import { badRequest, Refusal } from '../platform/http/refusal.ts';
import { addUser } from '../users/add-user.ts';
import { joinAllCompanies } from '../users/groups.ts';

/** Any number that nothing else locks. */
const lock = 815_702_992;

/**
 * Makes the first user who can sign in, an admin, and the workspace if there is none. With the address of an existing
 * user it is that user. Refused (`conflict`) once anybody can sign in; of two at once the second is. `tx` as the owner.
 */
export async function setUp(tx: Kysely<Tables>, body: BodyOf<typeof postSetup>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(tx);
  if (!(await isSetupNeeded(tx)))
    throw new Refusal('conflict', 'Quarterdeck is set up already. Sign in, or ask for an invitation.');
  const workspace = (await firstWorkspace(tx))?.id ?? (await addWorkspace(tx, body.workspaceName));
  const user = (await makeAdmin(tx, workspace, body.email)) ?? (await addAdmin(tx, workspace, body));
  if (!(await hasSecurityGroup(tx, workspace, user))) await joinAllCompanies(tx, { workspace, user });
  await createPassword(tx, { workspace, user }, body.password);
  await audit(tx, { workspace, actor: user, action: 'set up', subject: user });
}

/** Whether nobody can sign in yet. */
export async function isSetupNeeded(tx: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select from sign_ins limit 1`.execute(tx);
  return rows.length === 0;
}

export async function firstWorkspace(
  tx: Kysely<Tables>,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from workspaces order by id limit 1`.execute(tx);
  return rows[0];
}

async function addWorkspace(tx: Kysely<Tables>, name: string | undefined): Promise<string> {
  if (name === undefined)
    throw badRequest([
      { in: 'body', name: 'workspaceName', expected: 'a name, as there is no workspace yet' },
    ]);
  const { rows } = await sql<{
    id: string;
  }>`insert into workspaces (name) values (${name}) returning id`.execute(tx);
  return rows[0]!.id;
}

async function makeAdmin(tx: Kysely<Tables>, workspace: string, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ key: string }>`
    update users set role = 'admin', deactivated = null where workspace_id = ${workspace} and lower(email) = lower(${email})
    returning key`.execute(tx);
  return rows[0]?.key;
}

function addAdmin(
  tx: Kysely<Tables>,
  workspace: string,
  { name, email }: BodyOf<typeof postSetup>,
): Promise<string> {
  return addUser(tx, { workspace, actor: null, name, email, role: 'admin' });
}

async function hasSecurityGroup(tx: Kysely<Tables>, workspace: string, user: string): Promise<boolean> {
  const { rows } = await sql`select from security_group_users
    where workspace_id = ${workspace} and "user" = ${user} limit 1`.execute(tx);
  return rows.length > 0;
}
