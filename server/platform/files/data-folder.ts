import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { FileStore } from './file-store.ts';

const NAME = /^[0-9a-f-]{36}\/[0-9a-f]{40}$/;

/** Keeps files in `files/` of the data folder: `files/<workspace>/<random>`; drafts stand in `files/.drafts`. */
export function dataFolderStore(dataFolder: string): FileStore {
  const root = path.join(path.resolve(dataFolder), 'files');
  const drafts = path.join(root, '.drafts');
  return {
    drafts,
    async keep(name, draft) {
      const place = placeOf(root, name);
      const folder = path.dirname(place);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await rename(draft.place, place);
      for (const made of [folder, root]) await syncFolder(made);
    },
    async open(name) {
      const stream = createReadStream(placeOf(root, name));
      await new Promise<void>((resolve, reject) =>
        stream.once('open', () => resolve()).once('error', reject),
      );
      finished(stream).catch(() => undefined); // whoever reads it is told
      return stream;
    },
    remove: (name) => rm(placeOf(root, name), { force: true }),
    keptBefore: (workspace, moment) => namesBefore(root, workspace, moment),
  };
}

/** Refuses what is no name of ours, so that no name can lead out of the folder. */
function placeOf(root: string, name: string): string {
  if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is not the name of a kept file`);
  return path.join(root, name);
}

async function* namesBefore(root: string, workspace: string, moment: Date): AsyncGenerator<string> {
  for (const file of await entriesOf(path.join(root, workspace))) {
    const name = `${workspace}/${file}`;
    if (NAME.test(name) && (await stat(path.join(root, name))).mtime < moment) yield name;
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** A rename outlives a crash once its folder is on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
