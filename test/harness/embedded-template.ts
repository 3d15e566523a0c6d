import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { cache, root } from './cache.ts';

/**
 * A data folder with a migrated, empty embedded database, to be copied. It is made once per state of the migrations and
 * the engine, and kept, because creating a database takes the embedded engine seconds.
 */
export async function embeddedTemplate(): Promise<string> {
  const kept = path.join(cache, `template-${stateOfMigrations()}`);
  if (existsSync(kept)) return kept;
  const draft = mkdtempSync(path.join(cache, 'draft-'));
  const database = await openDatabase({ dataFolder: draft });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  rmSync(path.join(draft, 'database/socket'), { recursive: true });
  try {
    renameSync(draft, kept);
    removeOldTemplates();
  } catch (error) {
    // Another run was faster.
    rmSync(draft, { recursive: true });
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

/** Not the younger ones, which a run of another branch may be copying. */
function removeOldTemplates() {
  const yesterday = Date.now() - 86_400_000;
  for (const name of readdirSync(cache).filter((name) => name.startsWith('template-'))) {
    const folder = path.join(cache, name);
    if (statSync(folder).ctimeMs < yesterday) rmSync(folder, { recursive: true, force: true });
  }
}

function stateOfMigrations(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json')));
  for (const file of readdirSync(path.join(root, 'migrations')).sort()) {
    hash.update(file).update(readFileSync(path.join(root, 'migrations', file)));
  }
  return hash.digest('hex').slice(0, 16);
}
