import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, say, secondsSince } from '../run.mjs';
import { alone } from './lock.mjs';

const lockfile = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules', '.package-lock.json');
const marker = path.join(root, 'node_modules', '.quarterdeck-installed');

/** Installs what package-lock.json names, unless it is there already; never runs a package's own scripts. */
export async function ensureDependencies() {
  if (areInstalled()) return;
  await alone(async () => {
    if (areInstalled()) return;
    const start = performance.now();
    say('Installing dependencies (npm ci --ignore-scripts) …');
    const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code } = await run('npm', args, { output: 'stderr' });
    if (code !== 0) {
      throw new Error(`npm ci failed with exit code ${code}: is the package registry within reach?`);
    }
    writeFileSync(marker, fingerprint());
    say(`Dependencies installed in ${secondsSince(start)}.`);
  });
}

function areInstalled() {
  if (!existsSync(installed)) return false;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint()) return true;
  // someone ran npm by hand: npm's own record says whether that was for this lock file and this kind of machine
  const here = { os: process.platform, cpu: process.arch };
  if (!holdsAll(readPackages(lockfile), readPackages(installed), here)) return false;
  writeFileSync(marker, fingerprint());
  return true;
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(lockfile));
  return `${hash.digest('hex')} ${process.version} ${process.platform} ${process.arch}`;
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Whether `present` has every package of `wanted` in its version; optional ones only where they are for this platform. */
export function holdsAll(wanted, present, here) {
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || present[place]?.version === entry.version) return true;
    const isForHere = entry.os?.includes(here.os) && entry.cpu?.includes(here.cpu) && !entry.libc;
    return Boolean(entry.optional) && !isForHere;
  });
}
