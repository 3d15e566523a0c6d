import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';

/** Lets everybody's saved views that filter by a health status go along when it gets another name. */
export async function renameInSavedViews(tx: Tx, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  const { rows } = await sql<{ id: string; search: string }>`
    select id, search from saved_views where workspace_id = (select current_workspace()) and search like '%health=%'`.execute(
    tx,
  );
  for (const { id, search } of rows) {
    const renamed = withStatusNames(search, names);
    if (renamed !== search)
      await sql`update saved_views set search = ${renamed}
        where workspace_id = (select current_workspace()) and id = ${id}`.execute(tx);
  }
}

/** The same query string with other names of statuses, each once. */
function withStatusNames(search: string, names: ReadonlyMap<string, string>): string {
  const parameters = new URLSearchParams(search);
  const statuses = parameters.getAll('health');
  if (!statuses.some((status) => names.has(status))) return search;
  const renamed = [...new Set(statuses.map((status) => names.get(status) ?? status))];
  const entries = [...parameters].filter(([name]) => name !== 'health');
  return new URLSearchParams([
    ...entries,
    ...renamed.map((status) => ['health', status] as [string, string]),
  ]).toString();
}
