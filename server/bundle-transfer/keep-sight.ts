import { sql } from 'kysely';
import { ALL_COMPANIES } from '../../domain/access/grants.ts';
import { audit } from '../access/audit.ts';
import type { UserKey } from '../access/passwords.ts';
import type { ImportResult } from '../bundle/import-bundle.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { joinGroups } from '../users/groups.ts';

const kinds = ['security', 'account'] as const;
type Kind = (typeof kinds)[number];

/**
 * Runs an import after which the importer is still in those built-in groups that they were in. A bundle says who is in a
 * group, and one from elsewhere does not know them: they would bring a portfolio in and see nothing of it.
 */
export async function keepingSight(
  database: Database,
  key: UserKey,
  run: () => Promise<ImportResult>,
): Promise<ImportResult> {
  const scope = { workspace: key.workspace, companies: [] };
  const before = await inWorkspace(database, scope, (tx) => builtInGroupsOf(tx, key));
  const result = await run();
  if (!result.ok || before.length === 0) return result;
  await inWorkspace(database, scope, async (tx) => {
    const after = await builtInGroupsOf(tx, key);
    const lost = before.filter((kind) => !after.includes(kind));
    for (const kind of lost) await joinGroups(tx, key, kind, [ALL_COMPANIES]);
    if (lost.length > 0)
      await audit(tx, {
        workspace: key.workspace,
        actor: key.user,
        action: 'stay in groups after import',
        subject: key.user,
        after: { groups: lost },
      });
  });
  return result;
}

/** In which of the two built-in groups of all companies a user is. */
async function builtInGroupsOf(tx: Tx, { workspace, user }: UserKey): Promise<Kind[]> {
  const { rows } = await sql<{ kind: Kind }>`
    select 'security' as kind from security_group_users
      where workspace_id = ${workspace} and "user" = ${user} and security_group = ${ALL_COMPANIES}
    union all
    select 'account' from account_group_members
      where workspace_id = ${workspace} and "user" = ${user} and account_group = ${ALL_COMPANIES}`.execute(
    tx,
  );
  return rows.map((row) => row.kind);
}
