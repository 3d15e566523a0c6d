import fs, { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newFolder } from '../../../test/harness/engines.ts';
import { type Engine, openEngine } from './embedded-engine.ts';
import { queryMessage } from './wire.ts';

const fsync = vi.hoisted(() => vi.fn());
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  fsync.mockImplementation(real.fsyncSync);
  return { ...real, fsyncSync: fsync };
});

const cleanUp: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const step of cleanUp.reverse()) await step();
});

async function open(fail: (reason: string) => never): Promise<Engine> {
  const { place, remove } = await newFolder('empty');
  const engine = await openEngine(path.join(place.dataFolder, 'database/postgres'), fail);
  cleanUp.push(remove, engine.close);
  await run(engine, 'create table written (id int)');
  return engine;
}

async function run(engine: Engine, sql: string): Promise<{ status: string | undefined; answer: string }> {
  let answer = '';
  const status = await engine.run(queryMessage(sql), (part) => {
    answer += part.toString('latin1');
  });
  return { status, answer };
}

function fail(reason: string): never {
  throw new Error(reason);
}

describe('the embedded engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open(fail);
  });

  it('has put a commit on the disk before it acknowledges it', async () => {
    const events: string[] = [];
    fsync.mockImplementationOnce(() => void events.push('fsync'));
    await engine.run(queryMessage('insert into written values (1)'), () => events.push('answer'));
    expect(events[0]).toBe('fsync');
    expect(events).toContain('answer');
  });

  it('puts each commit on the disk, and neither a query nor a rollback', async () => {
    fsync.mockClear();
    for (let id = 0; id < 10; id += 1) await run(engine, `insert into written values (${id})`);
    expect(fsync.mock.calls.length).toBe(10);
    fsync.mockClear();
    await run(engine, 'select * from written');
    await run(engine, 'begin; insert into written values (11); rollback');
    expect(fsync).not.toHaveBeenCalled();
  });

  it('puts the data files on the disk at a checkpoint', async () => {
    await run(engine, 'insert into written values (1)');
    fsync.mockClear();
    await run(engine, 'checkpoint');
    expect(fsync.mock.calls.length).toBeGreaterThan(1);
  });

  it('tells where a transaction stands', async () => {
    expect((await run(engine, 'select 1')).status).toBe('I');
    expect((await run(engine, 'begin')).status).toBe('T');
    expect((await run(engine, 'select nonsense')).status).toBe('E');
    expect((await run(engine, 'rollback')).status).toBe('I');
  });

  it('leaves nothing of a client after a reset', async () => {
    await run(
      engine,
      `begin; create table lost (); set local role pg_monitor; set timezone = 'Asia/Tokyo'; prepare p as select 1`,
    );
    await engine.reset();
    expect((await run(engine, 'select current_user, current_setting($$timezone$$)')).answer).toMatch(
      /postgres.*UTC/s,
    );
    expect((await run(engine, 'execute p')).answer).toContain('prepared statement "p" does not exist');
    expect((await run(engine, 'select from lost')).answer).toContain('relation "lost" does not exist');
  });
});

describe('the embedded engine on a disk that fails', () => {
  it('stops and does not acknowledge the commit', async () => {
    const stop = vi.fn(fail);
    const engine = await open(stop);
    fsync.mockImplementationOnce(() => {
      throw new Error('EIO: i/o error, fsync');
    });
    const { answer } = await run(engine, 'insert into written values (1)').catch((error) => ({
      answer: String(error),
    }));
    expect(stop.mock.calls[0]).toEqual(['cannot write to the disk: EIO: i/o error, fsync']);
    expect(answer).not.toContain('INSERT');
  });
});

describe('a folder made by another version of PostgreSQL', () => {
  it('is refused by name, and left as it is', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-test-'));
    fs.writeFileSync(path.join(folder, 'PG_VERSION'), '17\n');
    const refused = openEngine(folder, fail);
    await expect(refused).rejects.toThrow(
      `${folder} was made by PostgreSQL 17, and this program has PostgreSQL 18`,
    );
    expect(fs.readdirSync(folder)).toEqual(['PG_VERSION']);
    rmSync(folder, { recursive: true });
  });
});
