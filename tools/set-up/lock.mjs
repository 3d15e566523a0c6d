import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, say } from '../run.mjs';

const file = path.join(root, '.cache', 'set-up.lock');

/** Runs `work` while no other process sets up this clone: two commands started at once must not build over each other. */
export async function alone(work) {
  mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!take()) {
    if (!told) say('Waiting for another Quarterdeck command that is setting up this folder …');
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned()) rmSync(file, { force: true });
    return false;
  }
}

function isAbandoned() {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // a process that is gone may have left its number to another one, in a container even to us
  return age > 15 * 60_000 || (age > 1000 && !isAlive(Number(readFileSync(file, 'utf8'))));
}

function isAlive(pid) {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
