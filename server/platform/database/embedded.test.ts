import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newFolder } from '../../../test/harness/engines.ts';
import { type DatabaseProcess, startProcess } from '../../../test/harness/processes.ts';
import { type Database, openDatabase } from './database.ts';
import { encryptionRequest } from './wire.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function folder(content: 'empty' | 'migrated' = 'empty') {
  const { place, remove } = await newFolder(content);
  cleanUp.push(remove);
  return place;
}

async function open(...[place]: Parameters<typeof openDatabase>): Promise<Database> {
  const database = await openDatabase(place);
  cleanUp.push(() => database.close());
  return database;
}

async function start(dataFolder: string): Promise<DatabaseProcess> {
  const process = await startProcess({ dataFolder });
  cleanUp.push(() => process.kill());
  return process;
}

const socketFolder = (dataFolder: string) => path.join(dataFolder, 'database/socket');
const sockets = (dataFolder: string) => readdirSync(socketFolder(dataFolder));

// The limits leave room for a machine that does much else: these tests start many processes and engines.
describe('several processes on one data folder', { timeout: 300_000 }, () => {
  it('see one database', async () => {
    const { dataFolder } = await folder();
    const host = await start(dataFolder);
    const guest = await start(dataFolder);
    await host.query('create table seen (by text)');
    await guest.query(`insert into seen values ('guest')`);
    expect(await host.query('select * from seen')).toEqual([{ by: 'guest' }]);
    expect(sockets(dataFolder)).toEqual(['.s.PGSQL.5432']);
  });

  it('start at once on a folder that is not there yet: one becomes the host, the others join it', async () => {
    const dataFolder = path.join((await folder()).dataFolder, 'not/there/yet');
    const processes = await Promise.all(Array.from({ length: 20 }, () => start(dataFolder)));
    await processes[0]?.query('create table present (process int primary key)');
    await Promise.all(
      processes.map((process, index) => process.query(`insert into present values (${index})`)),
    );
    const counts = await Promise.all(
      processes.map((process) => process.query('select count(*) from present')),
    );
    expect(counts).toEqual(processes.map(() => [{ count: 20 }]));
    expect(sockets(dataFolder)).toEqual(['.s.PGSQL.5432']);
  });

  it('go on when the host ends', async () => {
    const { dataFolder } = await folder();
    const host = await start(dataFolder);
    const guest = await start(dataFolder);
    await guest.query('create table kept as select 1 as one');
    expect(await host.end()).toBe(0);
    expect(await afterwards(guest, 'select * from kept')).toEqual([{ one: 1 }]);
    const late = await start(dataFolder);
    expect(await late.query('select * from kept')).toEqual([{ one: 1 }]);
  });

  it('lose nothing that was committed and keep nothing that was not, whichever of them are killed', async () => {
    const { dataFolder } = await folder();
    const processes: DatabaseProcess[] = [];
    for (let index = 0; index < 4; index += 1) processes.push(await start(dataFolder));
    await processes[0]?.query('create table written (id text primary key)');
    const acknowledged: string[] = [];
    const writers = processes.map(async (process, writer) => {
      let dead = false;
      process.child.once('exit', () => {
        dead = true;
      });
      for (let number = 0; !dead && !(writer === 3 && alive(processes) === 1); number += 1) {
        const id = `${writer}-${number}`;
        const done = await process
          .query(
            `begin; insert into written values ('half of ${id}'); delete from written where id = 'half of ${id}'; insert into written values ('${id}'); commit`,
          )
          .then(
            () => acknowledged.push(id),
            () => 0,
          );
        if (!done) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    for (const process of processes.slice(0, 3)) {
      const before = acknowledged.length;
      await vi.waitUntil(() => acknowledged.length > before + 5, { timeout: 100_000 });
      await process.kill();
    }
    await Promise.all(writers);
    const rows = await afterwards(processes[3] as DatabaseProcess, 'select id from written');
    const ids = rows.map(({ id }) => String(id));
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => id.startsWith('half'))).toEqual([]);
  });

  /** A query repeated while the process finds its way to a new host. */
  async function afterwards(process: DatabaseProcess, sql: string): Promise<Record<string, unknown>[]> {
    return vi.waitFor(() => process.query(sql), { timeout: 100_000 });
  }

  function alive(processes: DatabaseProcess[]): number {
    return processes.filter(({ child }) => child.exitCode === null && child.signalCode === null).length;
  }
});

describe('the socket in the data folder', { timeout: 300_000 }, () => {
  it('is for its owner alone', async () => {
    const { dataFolder } = await folder();
    await open({ dataFolder });
    const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);
    expect(mode(path.join(dataFolder, 'database'))).toBe('700');
    expect(mode(socketFolder(dataFolder))).toBe('700');
    expect(mode(path.join(socketFolder(dataFolder), '.s.PGSQL.5432'))).toBe('600');
  });

  it('serves any PostgreSQL client', async () => {
    const { dataFolder } = await folder();
    const database = await open({ dataFolder });
    const client = new pg.Client({
      host: socketFolder(dataFolder),
      port: 5432,
      user: 'anyone',
      database: 'any',
    });
    await client.connect();
    await client.query('create table made_by_a_stranger ()');
    expect((await client.query('show server_version_num')).rows[0].server_version_num).toMatch(/^18/);
    await client.end();
    expect((await database.pool.query('select from made_by_a_stranger')).rowCount).toBe(0);
  });

  it('answers N to a request for encryption and closes on a request to cancel', async () => {
    const { dataFolder } = await folder();
    await open({ dataFolder });
    const say = (bytes: Buffer) =>
      new Promise<string>((resolve) => {
        let answer = '';
        const socket = net.connect(path.join(socketFolder(dataFolder), '.s.PGSQL.5432'), () =>
          socket.write(bytes),
        );
        socket.on('data', (data) => {
          answer += data;
          socket.end();
        });
        socket.on('close', () => resolve(answer));
      });
    expect(await say(encryptionRequest)).toBe('N');
    expect(await say(Buffer.from([0, 0, 0, 16, 0x04, 0xd2, 0x16, 0x2e, 0, 0, 0, 42, 0, 0, 0, 0]))).toBe('');
    expect(await say(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toContain('not the PostgreSQL protocol');
  });

  it('is found in a folder whose path is longer than a socket path may be', async () => {
    const { dataFolder } = await folder();
    const long = path.join(dataFolder, 'long'.repeat(40));
    mkdirSync(long);
    renameSync(path.join(dataFolder, 'database'), path.join(long, 'database'));
    const database = await open({ dataFolder: long });
    await database.pool.query('create table deep as select 1 as one');
    const guest = await start(long);
    expect(await guest.query('select * from deep')).toEqual([{ one: 1 }]);
  });
});

describe('the embedded engine', { timeout: 300_000 }, () => {
  it('keeps what was written when it is closed and opened again', async () => {
    const place = await folder();
    const first = await openDatabase(place);
    await first.pool.query('create table kept as select 1 as one');
    await first.close();
    const second = await open(place);
    expect((await second.pool.query('select * from kept')).rows).toEqual([{ one: 1 }]);
  });

  it('is ended by the watchdog when a statement runs too long, and started afresh', async () => {
    const warnings: string[] = [];
    const listen = (warning: Error) => warnings.push(warning.message);
    process.on('warning', listen);
    cleanUp.push(() => process.off('warning', listen));
    const { pool } = await open({
      ...(await folder()),
      limits: { statement: 1000, idleInTransaction: 60_000 },
    });
    await pool.query('create table kept as select 1 as one');
    await expect(pool.query('select count(*) from generate_series(1, 100000000000)')).rejects.toThrow(
      'terminated',
    );
    await expect
      .poll(() => pool.query('select * from kept').then(({ rows }) => rows, String), { timeout: 100_000 })
      .toEqual([{ one: 1 }]);
    expect(warnings.join()).toContain('a statement ran longer than 1 s; the engine is started afresh');
  });

  it('sends a client away that keeps a transaction open and says nothing, because others wait for it', async () => {
    const { pool } = await open({
      ...(await folder()),
      limits: { statement: 60_000, idleInTransaction: 200 },
    });
    await pool.query('create table abandoned ()');
    const client = await pool.connect();
    await client.query('begin');
    await client.query('insert into abandoned default values');
    // As code does that uses the pool inside a transaction: it would wait for itself for ever.
    expect((await pool.query('select from abandoned')).rowCount).toBe(0);
    await expect(client.query('commit')).rejects.toThrow();
    client.release(true);
  });

  it('is started afresh after COPY FROM STDIN, which it cannot do', async () => {
    const { pool } = await open(await folder());
    await pool.query('create table kept as select 1 as one');
    await expect(pool.query('copy kept from stdin')).rejects.toThrow();
    await expect
      .poll(() => pool.query('select * from kept').then(({ rows }) => rows, String), { timeout: 100_000 })
      .toEqual([{ one: 1 }]);
  });

  it('starts over when making a new database was interrupted', async () => {
    const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-test-'));
    cleanUp.push(() => rmSync(dataFolder, { recursive: true }));
    mkdirSync(path.join(dataFolder, 'database/postgres'), { recursive: true });
    for (const file of ['postgres.unfinished', 'postgres/PG_VERSION']) {
      writeFileSync(path.join(dataFolder, 'database', file), '');
    }
    const { pool } = await open({ dataFolder });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(readdirSync(path.join(dataFolder, 'database')).sort()).toEqual(['postgres', 'socket']);
  });
});
