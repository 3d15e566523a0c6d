import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { cache } from '../../test/harness/cache.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import type { Database, DatabasePlace } from '../platform/database/database.ts';
import { openDatabase } from '../platform/database/database.ts';
import { addWorkspace } from '../testing/test-server.ts';

onBothEngines('jobs of several processes', (engine) => {
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  });

  function start(place: DatabasePlace, takes: number, lease: number): ChildProcess {
    const program = path.join(cache, 'programs/run-jobs.js');
    const child = spawn(process.execPath, [program, JSON.stringify(place), String(takes), String(lease)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(child);
    return child;
  }

  async function prepare(workspaces: number) {
    const place = await engine.place();
    const database = await openDatabase(place);
    await database.pool.query(
      'create table job_marks (id bigint generated always as identity, process int, what text, workspace uuid)',
    );
    for (let n = 0; n < workspaces; n += 1) await addWorkspace(database, `MSP ${n}`);
    return { place, database };
  }

  const marks = async ({ pool }: Database) =>
    (
      await pool.query<{ process: number; what: string; workspace: string }>(
        'select * from job_marks order by id',
      )
    ).rows;

  /** Waits until there are so many marks of a kind; the test's own time limit is the only one. */
  async function until(database: Database, what: string, count: number) {
    for (;;) {
      const all = await marks(database);
      if (all.filter((mark) => mark.what === what).length >= count) return all;
      await delay(50);
    }
  }

  it('run each once, whoever takes it', async () => {
    const { place, database } = await prepare(8);
    start(place, 100, 60_000);
    start(place, 100, 60_000);
    await until(database, 'ends', 8);
    const { rows } = await database.pool.query(
      `select count(*) as runs, count(*) filter (where outcome is null) as open from job_runs`,
    );
    const all = await marks(database);
    expect(
      all
        .filter(({ what }) => what === 'begins')
        .map(({ workspace }) => workspace)
        .sort(),
    ).toEqual([...new Set(all.map(({ workspace }) => workspace))].sort());
    expect(rows[0].runs).toBe(8);
    await database.close();
  }, 60_000);

  it('are finished by another one when the first is killed', async () => {
    const { place, database } = await prepare(1);
    const first = start(place, 600_000, 1_000);
    await until(database, 'begins', 1);
    start(place, 50, 1_000);
    const gone = new Promise((resolve) => first.once('exit', resolve));
    first.kill('SIGKILL');
    await gone;
    const all = await until(database, 'ends', 1);
    expect(all.map(({ what, process }) => [what, process === first.pid])).toEqual([
      ['begins', true],
      ['begins', false],
      ['ends', false],
    ]);
    await database.close();
  }, 60_000);
});
