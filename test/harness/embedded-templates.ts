import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { cache, root } from './cache.ts';

/** Data folders to be copied: with an empty embedded database, and with a migrated one. */
export type EmbeddedTemplates = { empty: string; migrated: string };

/** They are made once per state of the engine and the migrations, and kept: to make a database takes it seconds. */
export async function embeddedTemplates(): Promise<EmbeddedTemplates> {
  mkdirSync(cache, { recursive: true });
  const engine = readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json'));
  const migrations = readdirSync(path.join(root, 'migrations'))
    .sort()
    .map((file) => `${file}\n${readFileSync(path.join(root, 'migrations', file), 'utf8')}`);
  return {
    empty: await keep(hash([engine]), false),
    migrated: await keep(hash([engine, ...migrations]), true),
  };
}

async function keep(state: string, migrated: boolean): Promise<string> {
  const kept = path.join(cache, `template-${state}`);
  if (existsSync(kept)) return kept;
  const draft = mkdtempSync(path.join(cache, 'draft-'));
  const database = await openDatabase({ dataFolder: draft });
  try {
    if (migrated) await migrate(database);
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

function hash(contents: (string | Buffer)[]): string {
  const sum = createHash('sha256');
  for (const content of contents) sum.update(content);
  return sum.digest('hex').slice(0, 16);
}
