import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileFormat } from '../../../contract/bundle/format.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { CONTENTS, isSha256 } from '../content-names.ts';
import { exportBundle } from './export-bundle.ts';

/**
 * Writes a workspace's bundle into a folder, which may exist: the bundle's files there are replaced, those that it no
 * longer has are removed, any others stay; the bytes of uploaded files in its folder `files` too. Nothing there changes before the whole bundle is written beside it.
 * Resolves to the names of the files.
 */
export async function exportFolder(
  database: Database,
  workspace: string,
  store: FileStore,
  folder: string,
): Promise<string[]> {
  const place = path.resolve(folder);
  await mkdir(place, { recursive: true });
  const beside = await mkdtemp(path.join(path.dirname(place), `.${path.basename(place)}-`));
  const names: string[] = [];
  try {
    await mkdir(path.join(beside, CONTENTS));
    await exportBundle(database, workspace, store, async (name, pieces) => {
      await pipeline(pieces, createWriteStream(path.join(beside, name), { flush: true }));
      names.push(name);
    });
    if (names.some((name) => path.dirname(name) === CONTENTS))
      await mkdir(path.join(place, CONTENTS), { recursive: true });
    for (const name of names) await rename(path.join(beside, name), path.join(place, name));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  const contents = (await readdir(path.join(place, CONTENTS)).catch(() => [])).filter(isSha256);
  const found = [
    ...(await readdir(place)).filter(isOfBundle),
    ...contents.map((name) => path.join(CONTENTS, name)),
  ];
  const kept = new Set(names);
  const stale = found.filter((name) => !kept.has(name));
  for (const name of stale) await rm(path.join(place, name));
  return names;
}

function isOfBundle(name: string): boolean {
  return name.endsWith('.csv') && fileFormat(name.slice(0, -'.csv'.length)) !== undefined;
}
