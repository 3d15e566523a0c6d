import { type Kysely, sql } from 'kysely';
import { ALL_COMPANIES } from '../../domain/access/grants.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';

const kinds = {
  security: { groups: 'security_groups', members: 'security_group_users', column: 'security_group' },
  account: { groups: 'account_groups', members: 'account_group_members', column: 'account_group' },
} as const;

/**
 * Puts a user into groups of one kind, given by key. The built-in group of all companies comes into being with its first
 * user; any other one that does not exist is refused (`unprocessable`).
 */
export async function joinGroups(
  tx: Kysely<Tables>,
  { workspace, user }: UserKey,
  kind: keyof typeof kinds,
  keys: readonly string[],
): Promise<void> {
  const { groups, members, column } = kinds[kind];
  for (const key of new Set(keys)) {
    if (key === ALL_COMPANIES) await makeBuiltInGroup(tx, workspace, kind);
    const { rows } = await sql`select from ${sql.table(groups)}
      where workspace_id = ${workspace} and key = ${key}`.execute(tx);
    if (rows.length === 0) throw new Refusal('unprocessable', `There is no ${kind} group "${key}".`);
    await sql`insert into ${sql.table(members)} (workspace_id, ${sql.ref(column)}, "user")
      values (${workspace}, ${key}, ${user}) on conflict do nothing`.execute(tx);
  }
}

/** Stores the built-in group of all companies, which is there for everybody before anybody is in it. */
export async function makeBuiltInGroup(
  tx: Kysely<Tables>,
  workspace: string,
  kind: keyof typeof kinds,
): Promise<void> {
  await sql`insert into ${sql.table(kinds[kind].groups)} (workspace_id, key, name, all_companies)
    values (${workspace}, ${ALL_COMPANIES}, 'All companies', true) on conflict do nothing`.execute(tx);
}

/** Puts a user into both built-in groups, so that they see every company. */
export async function joinAllCompanies(tx: Kysely<Tables>, user: UserKey): Promise<void> {
  await joinGroups(tx, user, 'security', [ALL_COMPANIES]);
  await joinGroups(tx, user, 'account', [ALL_COMPANIES]);
}
