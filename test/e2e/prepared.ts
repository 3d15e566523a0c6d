import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server's data folder, and what tests are to know of its content, such as somebody's cookies (kept as JSON). */
export interface Prepared<T> {
  readonly dataFolder: string;
  readonly known: T;
}

/** The environment variable with the folder of what is prepared in this run (see global-set-up.ts). */
export const PREPARED = 'QUARTERDECK_E2E_PREPARED';

/**
 * A copy of a data folder that takes seconds to fill. It is filled once a run, by whichever worker needs it first; `make`
 * leaves no process on it. If that fails, the next who needs it tries again.
 */
export async function prepared<T>(name: string, make: () => Promise<Prepared<T>>): Promise<Prepared<T>> {
  const kept = path.join(process.env[PREPARED]!, name);
  while (!existsSync(path.join(kept, 'data'))) {
    if (await claimed(kept)) await fill(kept, make);
    else await sleep(200);
  }
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-e2e-'));
  await cp(path.join(kept, 'data'), dataFolder, { recursive: true });
  return { dataFolder, known: JSON.parse(await readFile(path.join(kept, 'known.json'), 'utf8')) };
}

async function fill<T>(kept: string, make: () => Promise<Prepared<T>>): Promise<void> {
  try {
    const { dataFolder, known } = await make();
    // the socket of a process that is gone
    await rm(path.join(dataFolder, 'database/socket'), { recursive: true, force: true });
    await writeFile(path.join(kept, 'known.json'), JSON.stringify(known ?? null));
    await rename(dataFolder, path.join(kept, 'data'));
  } catch (error) {
    await rm(kept, { recursive: true });
    throw error;
  }
}

/** Makes the folder; false if it is there already. */
async function claimed(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
