import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runProgram, say, secondsSince } from '../run.mjs';
import { alone } from './lock.mjs';

/** What the built program is made of; a change to anything else does not ask for a build. */
const sources = [
  'domain',
  'contract',
  'server',
  'cli',
  'web',
  'migrations',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vite.server.config.ts',
];
const dist = path.join(root, 'dist');
const marker = path.join(dist, '.built-from');

/** Builds the screens, the server and the command line into dist/, unless dist/ was built from these very sources. */
export async function ensureBuild() {
  if (isBuiltFrom(hashOf(root, sources))) return;
  await alone(async () => {
    const hash = hashOf(root, sources);
    if (isBuiltFrom(hash)) return;
    const start = performance.now();
    say('Building Quarterdeck …');
    // built aside and moved in whole, so that no other command ever meets half a build
    const aside = path.join(root, '.cache', 'build');
    rmSync(aside, { recursive: true, force: true });
    await vite(['build', '--outDir', path.join(aside, 'web')]);
    await vite(['build', '-c', 'vite.server.config.ts', '--outDir', aside]);
    writeFileSync(path.join(aside, '.built-from'), hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(aside, dist);
    say(`Built in ${secondsSince(start)}.`);
  });
}

async function vite(args) {
  const { code } = await runProgram('vite', [...args, '--logLevel', 'error'], { output: 'stderr' });
  if (code !== 0)
    throw new Error(`vite ${args.join(' ')} failed with exit code ${code}; its messages stand above.`);
}

function isBuiltFrom(hash) {
  return existsSync(marker) && readFileSync(marker, 'utf8') === hash;
}

/** A hash over names and contents of the files at `places` in `folder`; tests are left out, a missing place is nothing. */
export function hashOf(folder, places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesAt(path.join(folder, place)).sort()) {
      const content = readFileSync(file);
      hash.update(`${path.relative(folder, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesAt(place) {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
