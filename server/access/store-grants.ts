import { sql } from 'kysely';
import type { Grants } from '../../domain/access/grants.ts';
import { keepsAnAdmin } from '../../domain/access/last-admin.ts';
import { assignments, changedFields, insertion } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { storeLists } from './grant-lists.ts';

/**
 * Writes what differs between the grants as they are (lockedGrants) and as they are to be; users are changed, never added
 * or removed. Refuses to take away the last active admin who can sign in (`conflict`). The transaction must see every company.
 */
export async function storeGrants(tx: Tx, workspace: string, before: Grants, after: Grants): Promise<void> {
  await requireAnAdmin(tx, after);
  await updateUsers(tx, workspace, before, after);
  for (const kind of ['security', 'account'] as const) await putGroups(tx, workspace, kind, before, after);
  await storeLists(tx, workspace, before, after);
  for (const kind of ['security', 'account'] as const) await removeGroups(tx, workspace, kind, before, after);
}

/** Refuses grants under which nobody could manage users any more (`conflict`). */
export async function requireAnAdmin(tx: Tx, { users }: Grants): Promise<void> {
  const { rows } = await sql<{ id: string }>`select users_who_can_sign_in() as id`.execute(tx);
  if (keepsAnAdmin(users, new Set(rows.map(({ id }) => id)))) return;
  throw new Refusal(
    'conflict',
    'This is the last active admin who can sign in. Make somebody else an admin first.',
  );
}

const userColumns = {
  name: 'name',
  email: 'email',
  role: 'role',
  deactivated: 'deactivated',
  accountManager: 'account_manager',
  isManager: 'is_manager',
} as const;

async function updateUsers(tx: Tx, workspace: string, before: Grants, after: Grants): Promise<void> {
  for (const user of after.users) {
    const stored = before.users.find(({ id }) => id === user.id);
    if (!stored || stored === user) continue;
    const changed = changedFields({ ...stored }, { ...user });
    if (!changed) continue;
    const { active, ...fields } = changed.after;
    const set = assignments(userColumns, active === undefined ? fields : { ...fields, deactivated: !active });
    await sql`update users set ${set} where workspace_id = ${workspace} and key = ${user.id}`.execute(tx);
  }
}

type Kind = 'security' | 'account';
const groupsOf = (grants: Grants, kind: Kind) => grants[`${kind}Groups`];
const groupColumns = { name: 'name', description: 'description', allCompanies: 'all_companies' } as const;

async function putGroups(
  tx: Tx,
  workspace: string,
  kind: Kind,
  before: Grants,
  after: Grants,
): Promise<void> {
  const table = sql.table(`${kind}_groups`);
  for (const group of groupsOf(after, kind)) {
    const stored = groupsOf(before, kind).find(({ id }) => id === group.id);
    if (stored === group) continue;
    if (!stored) {
      const { columns, values } = insertion(groupColumns, { ...group });
      await sql`insert into ${table} (workspace_id, key${columns}) values (${workspace}, ${group.id}${values})`.execute(
        tx,
      );
      continue;
    }
    const set = assignments(groupColumns, changedFields({ ...stored }, { ...group })?.after ?? {});
    if (set)
      await sql`update ${table} set ${set} where workspace_id = ${workspace} and key = ${group.id}`.execute(
        tx,
      );
  }
}

async function removeGroups(
  tx: Tx,
  workspace: string,
  kind: Kind,
  before: Grants,
  after: Grants,
): Promise<void> {
  const kept = new Set(groupsOf(after, kind).map(({ id }) => id));
  const gone = groupsOf(before, kind).flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  if (gone.length === 0) return;
  await sql`delete from ${sql.table(`${kind}_groups`)}
    where workspace_id = ${workspace} and key = any(${gone})`.execute(tx);
}
