import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { cache } from '../../test/harness/cache.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { openDatabase } from '../platform/database/database.ts';
import { dataFolderStore } from '../platform/files/data-folder.ts';
import { addWorkspace, giveKey } from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';
import { sweepFiles } from './sweep-files.ts';
import { BOUNDARY, PDF, part } from './testing/form.ts';

onBothEngines('an upload to a server that is killed', (engine) => {
  let server: ChildProcess | undefined;
  afterEach(async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
  });

  it('leaves neither a record nor, after the sweep, a byte', { timeout: 60_000 }, async () => {
    const place = await engine.place();
    const folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-killed-'));
    const store = dataFolderStore(folder);
    const prepared = await openDatabase(place);
    const workspace = await addWorkspace(prepared, 'Northwind IT', twoRegions);
    const key = await giveKey(prepared, workspace, 'admin');
    await prepared.close();

    const program = path.join(cache, 'programs/serve-uploads.js');
    server = spawn(process.execPath, [program, JSON.stringify(place), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(server.stdout!, 'data')) as [Buffer];
    const { port } = JSON.parse(String(line)) as { port: number };
    const upload = http.request({
      ...{ host: '127.0.0.1', port, method: 'POST' },
      path: `/api/v1/meetings/${COMPANIES.own.id}/records/file?kind=slide_deck`,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
    });
    upload.on('error', () => undefined);
    // the form never ends
    upload.write(
      part('deck.pdf', Buffer.concat([Buffer.from(PDF), Buffer.alloc(1024 ** 2, 32)])).subarray(0, -2),
    );
    const drafts = () => readdir(store.drafts).catch((): string[] => []);
    while ((await drafts()).length === 0) await delay(20);
    server.kill('SIGKILL');
    await once(server, 'exit');
    upload.destroy();

    const database = await openDatabase(place);
    const { rows } = await database.pool.query<{ count: number }>(
      'select (select count(*) from files) + (select count(*) from file_contents) as count',
    );
    expect(Number(rows[0]!.count)).toBe(0);
    expect((await drafts()).length).toBe(1);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    // it could be one that is under way
    expect(await sweepFiles(database, store, { workspace, now: inDays(0) })).toBe(0);
    expect(await sweepFiles(database, store, { workspace, now: inDays(2) })).toBe(1);
    expect(await readdir(path.dirname(store.drafts), { recursive: true })).toEqual(['.drafts']);
    await database.close();
    await rm(folder, { recursive: true });
  });
});
