import { type Kysely, sql } from 'kysely';
import { companyScope } from '../domain/access/company-scope.ts';
import { ALL_COMPANIES, type Role } from '../domain/access/grants.ts';
import { createPassword } from '../server/access/passwords.ts';
import type { Database } from '../server/platform/database/database.ts';
import type { Tables } from '../server/platform/database/tables.ts';
import { asOwner } from '../server/platform/database/transaction.ts';
import { loadGrants } from '../server/portfolio/grants.ts';
import { addUser } from '../server/users/add-user.ts';
import { joinAllCompanies } from '../server/users/groups.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Each by key or name. */
  readonly securityGroups: readonly string[];
  readonly accountGroups: readonly string[];
  /** Null: they are to be invited. */
  readonly password: string | null;
}

export interface AddedUser {
  readonly id: string;
  readonly newWorkspace: boolean;
  readonly seesNothing: boolean;
}

/**
 * Adds a user to the workspace, which is made if there is none, all of it or nothing. Who starts a workspace is put into
 * both groups of all companies unless groups are named (docs/product.md §2).
 */
export function addNewUser(database: Database, user: NewUser): Promise<AddedUser> {
  return asOwner(database, async (tx) => {
    // nobody else makes a workspace meanwhile
    await sql`lock table workspaces in share row exclusive mode`.execute(tx);
    const existing = await soleWorkspace(tx);
    const workspace = existing ?? (await makeWorkspace(tx));
    const securityGroups = await groupKeys(tx, workspace, 'security', user.securityGroups);
    const accountGroups = await groupKeys(tx, workspace, 'account', user.accountGroups);
    const isFirst = await startsWorkspace(tx, workspace, user.role);
    const id = await addUser(tx, { ...user, workspace, actor: null, securityGroups, accountGroups });
    if (isFirst && securityGroups.length + accountGroups.length === 0)
      await joinAllCompanies(tx, { workspace, user: id });
    if (user.password !== null) await createPassword(tx, { workspace, user: id }, user.password);
    const scope = companyScope(await grantsOf(tx, workspace), id);
    return { id, newWorkspace: existing === undefined, seesNothing: !scope.all && scope.ids.size === 0 };
  });
}

async function soleWorkspace(tx: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from workspaces limit 2`.execute(tx);
  if (rows.length > 1) throw new Error('The database holds several workspaces; expected one.');
  return rows[0]?.id;
}

async function makeWorkspace(tx: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into workspaces (name) values ('Quarterdeck') returning id`.execute(tx);
  return rows[0]!.id;
}

/** The first user of all; and the first admin who can sign in, as the users before came with an import. */
async function startsWorkspace(tx: Kysely<Tables>, workspace: string, role: Role): Promise<boolean> {
  const { rows } = await sql<{ starts: boolean }>`
    select not exists (select from users where workspace_id = ${workspace})
      or (${role === 'admin'} and not exists (select from sign_ins where workspace_id = ${workspace})) as starts`.execute(
    tx,
  );
  return rows[0]!.starts;
}

/** A group is meant by its key; where no key says so, by its name, if one group alone has it. */
async function groupKeys(
  tx: Kysely<Tables>,
  workspace: string,
  kind: 'security' | 'account',
  named: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ key: string; name: string }>`
    select key, name from ${sql.table(`${kind}_groups`)} where workspace_id = ${workspace} order by key collate "C"`.execute(
    tx,
  );
  return named.map((text) => {
    if (text === ALL_COMPANIES || rows.some((group) => group.key === text)) return text;
    const matches = rows.filter((group) => group.name === text);
    if (matches.length === 1) return matches[0]!.key;
    if (matches.length === 0)
      throw new Error(
        `There is no ${kind} group "${text}"; expected ${[ALL_COMPANIES, ...rows.map(({ key }) => key).filter((key) => key !== ALL_COMPANIES)].join(', ')}.`,
      );
    throw new Error(
      `Several ${kind} groups are named "${text}"; say the id: ${matches.map(({ key }) => key).join(', ')}.`,
    );
  });
}

async function grantsOf(tx: Kysely<Tables>, workspace: string) {
  await sql`select set_config('quarterdeck.workspace', ${workspace}, true)`.execute(tx);
  return loadGrants(tx);
}
