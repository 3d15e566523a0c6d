import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { asOwner } from '../platform/database/transaction.ts';
import type { FileStore } from '../platform/files/file-store.ts';

/** What is younger may belong to an upload that is under way, or to a backup of the database. Milliseconds. */
const RIPE = 24 * 60 * 60 * 1000;

/**
 * Removes bytes of a workspace that nothing names: of uploads that were cut off before they were recorded, and, a day after that was first
 * noticed, of files that were deleted. Names are given once, so what has no row a day after it was kept gets none any
 * more; and what was written aside, for whichever workspace. Safe at any time and in several processes at once. Resolves to
 * how many were removed.
 */
export async function sweepFiles(
  database: Database,
  store: FileStore,
  { workspace, now }: { readonly workspace: string; readonly now: Date },
): Promise<number> {
  const before = new Date(now.getTime() - RIPE);
  await asOwner(database, async (tx) => {
    await sql`delete from files f where workspace_id = ${workspace} and uploaded_at < ${before}
      and not exists (select from records r where r.workspace_id = f.workspace_id and r.file = f.key)`.execute(
      tx,
    );
    const unused = sql`not exists (select from files f where f.workspace_id = c.workspace_id and f.sha256 = c.sha256)`;
    await sql`delete from file_contents c where workspace_id = ${workspace} and unused_since < ${before} and ${unused}`.execute(
      tx,
    );
    await sql`update file_contents c set unused_since = ${now}
      where workspace_id = ${workspace} and unused_since is null and ${unused}`.execute(tx);
  });
  let removed = 0;
  for await (const name of store.keptBefore(workspace, before)) {
    const { rows } = await database.pool.query('select from file_contents where stored_as = $1 limit 1', [
      name,
    ]);
    if (rows.length > 0) continue;
    await store.remove(name);
    removed += 1;
  }
  return removed + (await sweepDrafts(store.drafts, before));
}

async function sweepDrafts(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const place = path.join(folder, name);
    const found = await stat(place).catch(() => null);
    if (!found || found.mtime >= before) continue;
    await rm(place, { force: true });
    removed += 1;
  }
  return removed;
}
