import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileFormat } from '../../../contract/bundle/format.ts';
import type { Database } from '../../platform/database/database.ts';
import { exportBundle } from './export-bundle.ts';

/**
 * Writes a workspace's bundle into a folder, which may exist: the bundle's files there are replaced, those that it no
 * longer has are removed, any others stay. Nothing there changes before the whole bundle is written beside it.
 * Resolves to the names of the files.
 */
export async function exportFolder(database: Database, workspace: string, folder: string): Promise<string[]> {
  const place = path.resolve(folder);
  await mkdir(place, { recursive: true });
  const beside = await mkdtemp(path.join(path.dirname(place), `.${path.basename(place)}-`));
  const names: string[] = [];
  try {
    await exportBundle(database, workspace, async (name, text) => {
      await pipeline(text, createWriteStream(path.join(beside, name), { flush: true }));
      names.push(name);
    });
    for (const name of names) await rename(path.join(beside, name), path.join(place, name));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  const stale = (await readdir(place)).filter((name) => isOfBundle(name) && !names.includes(name));
  for (const name of stale) await rm(path.join(place, name));
  return names;
}

function isOfBundle(name: string): boolean {
  return name.endsWith('.csv') && fileFormat(name.slice(0, -'.csv'.length)) !== undefined;
}
