import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PREPARED } from './prepared.ts';

/** Once a run: a place for what prepared.ts makes, gone with the run. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-prepared-'));
  process.env[PREPARED] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
