import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { cache } from '../../test/harness/cache.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { exportBundle } from '../bundle/export/export-bundle.ts';
import { random } from '../demo/random.ts';
import { type Database, type DatabasePlace, openDatabase } from '../platform/database/database.ts';
import { applyMirror } from './apply-mirror.ts';
import { scriptedSource } from './testing/scripted-source.ts';
import { type SyncWorld, syncWorld, truthOf } from './testing/sync-world.ts';
import { versionOfTenant } from './testing/tenant-versions.ts';

/** How often the process is killed on each engine; QUARTERDECK_KILLS asks for more. */
const KILLS = Number(process.env.QUARTERDECK_KILLS ?? 6);

/** The mirror with what is gone, and the whole portfolio as a bundle, without the times of day and the test's own user. */
async function leftBehind(database: Database, { workspace }: SyncWorld) {
  const { rows } = await database.pool.query(
    `select kind, id, fields, gone_at is not null as gone from sync_records where workspace_id = $1
     order by kind collate "C", id`,
    [workspace],
  );
  const files: Record<string, string> = {};
  await exportBundle(database, workspace, null, async (name, pieces) => {
    let text = '';
    for await (const piece of pieces) text += piece;
    if (name !== 'users.csv') files[name] = text.replaceAll(/T\d\d:\d\d:\d\d(\.\d+)?Z/g, '');
  });
  return { rows, files };
}

onBothEngines('syncs of several processes', (engine) => {
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) await end(child, 'SIGTERM');
  });

  async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Starts a process that shows a version of the tenant; resolves when it has the database open. */
  async function start(place: DatabasePlace, version: number, { lease = 1_000, takes = 10 } = {}) {
    const program = path.join(cache, 'programs/run-syncs.js');
    const args = [JSON.stringify(place), version, lease, takes].map(String);
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    await new Promise((resolve) => child.stdout!.once('data', resolve));
    child.stdout!.resume();
    return child;
  }

  async function prepare() {
    const place = await engine.place();
    const database = await openDatabase(place);
    const world = await syncWorld(
      database,
      scriptedSource(() => versionOfTenant(1)),
      {
        now: new Date(),
        state: 'setting up',
      },
    );
    return { place, database, world };
  }

  /** Makes a run due that reads everything; resolves to its id. */
  async function makeDue(database: Database, { workspace, connection }: SyncWorld): Promise<number> {
    const { rows } = await database.pool.query(
      `insert into sync_runs (workspace_id, connection, kind, requested_at, not_before, state, progress)
       values ($1, $2, 'full', now(), now() - interval '1 minute', 'due', '{"kinds":[],"started":true,"putOff":0}') returning id`,
      [workspace, connection],
    );
    return rows[0].id;
  }

  /** Waits for the end of a run; the test's own time limit is the only one. */
  async function ended(world: SyncWorld) {
    for (;;) {
      const run = await world.latest();
      if (run.endedAt !== null) return run;
      await delay(50);
    }
  }

  /** What the syncs of both versions leave behind when nobody disturbs them. */
  async function undisturbed() {
    const database = await engine.open();
    let version = 1;
    const source = scriptedSource(() => versionOfTenant(version));
    const world = await syncWorld(database, source, { now: new Date(), applyMirror });
    await world.run('full');
    version = 2;
    await world.run('full');
    return leftBehind(database, world);
  }

  it('run each once, whoever takes it', async () => {
    const { place, database, world } = await prepare();
    await start(place, 1, { lease: 60_000 });
    await start(place, 1, { lease: 60_000 });
    await makeDue(database, world);
    const run = await ended(world);
    expect([run.state, await world.mirror()]).toEqual(['succeeded', truthOf(versionOfTenant(1))]);
    const pages = run.progress.kinds.reduce((sum, kind) => sum + kind.pages, 0);
    expect(run.calls).toBe(pages);
    await database.close();
  }, 120_000);

  it(
    'leave the same behind however often one is killed',
    async () => {
      const { place, database, world } = await prepare();
      const r = random(7);
      let kills = 0;
      for (const version of [1, 2]) {
        await makeDue(database, world);
        for (; kills < (KILLS * version) / 2; kills += 1) {
          const child = await start(place, version);
          await delay(r.int(1_200));
          await end(child, 'SIGKILL');
          if ((await world.latest()).endedAt !== null) await makeDue(database, world);
        }
        await start(place, version);
        const run = await ended(world);
        expect([run.state, run.message]).toEqual(['succeeded', expect.any(String)]);
        expect(await world.mirror()).toEqual(truthOf(versionOfTenant(version)));
        for (const child of children.splice(0)) await end(child, 'SIGTERM');
      }
      expect(await leftBehind(database, world)).toEqual(await undisturbed());
      await database.close();
    },
    60_000 + KILLS * 15_000,
  );
});
