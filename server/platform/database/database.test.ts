import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import { openDatabase } from './database.ts';
import { requestReader } from './wire.ts';

onBothEngines('what JavaScript sees of a column', (engine) => {
  it.each([
    ['a bigint as a number', `9007199254740991::bigint`, 9007199254740991],
    [
      'a sum of bigints, which is numeric, as exact text',
      `sum(9007199254740993::bigint)`,
      '9007199254740993',
    ],
    [
      'a numeric as exact text',
      `123456789012345678901234567890.10::numeric`,
      '123456789012345678901234567890.10',
    ],
    ['a date as it is written', `date '2026-03-29'`, '2026-03-29'],
    ['a point in time as a Date', `timestamptz '2026-11-22 10:00:00+02'`, new Date('2026-11-22T08:00:00Z')],
    ['bigints in an array', `array[1, null, 3]::bigint[]`, [1, null, 3]],
    ['numerics in an array', `array[0.10, null]::numeric[]`, ['0.10', null]],
    ['dates in an array', `array[date '2026-03-29', null]`, ['2026-03-29', null]],
    [
      'texts with commas and quotes',
      `array['a,b', 'say "hi"', 'back\\slash', '']`,
      ['a,b', 'say "hi"', 'back\\slash', ''],
    ],
    ['nothing', `null::bigint`, null],
  ])('%s', async (_, expression, value) => {
    const { rows } = await engine.database.pool.query(`select ${expression} as value`);
    expect(rows).toEqual([{ value }]);
  });

  it('an error, not a rounded number, for a bigint that a number cannot hold', async () => {
    const { pool } = engine.database;
    await expect(pool.query('select 9007199254740992::bigint')).rejects.toThrow(
      'the bigint 9007199254740992 is beyond ±9007199254740991',
    );
    await expect(pool.query('select array[9007199254740992]::bigint[]')).rejects.toThrow('9007199254740992');
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

onBothEngines('clients of one database', (engine) => {
  async function inTransaction(work: (client: pg.PoolClient) => Promise<void>) {
    const client = await engine.database.pool.connect();
    try {
      await client.query('begin');
      await work(client);
    } finally {
      client.release();
    }
  }
  const count = async (table: string) =>
    (await engine.database.pool.query(`select count(*) as count from ${table}`)).rows[0].count;

  it('never share a transaction', async () => {
    await engine.database.pool.query('create table shared (writer int)');
    let seen: unknown;
    await Promise.all([
      inTransaction(async (client) => {
        await client.query('insert into shared values (1)');
        seen = (await client.query('select writer from shared')).rows;
        await client.query('rollback');
      }),
      inTransaction(async (client) => {
        await client.query('insert into shared values (2)');
        await client.query('commit');
      }),
      engine.database.pool.query('insert into shared values (3)'),
    ]);
    expect(seen).toContainEqual({ writer: 1 });
    expect((await engine.database.pool.query('select writer from shared order by 1')).rows).toEqual([
      { writer: 2 },
      { writer: 3 },
    ]);
  });

  it('run many transactions at once, each whole', async () => {
    await engine.database.pool.query('create table pairs (a int, b int)');
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        inTransaction(async (client) => {
          await client.query('insert into pairs (a) values ($1)', [index]);
          await client.query('update pairs set b = $1 where a = $1', [index]);
          await client.query(index % 4 === 0 ? 'rollback' : 'commit');
        }),
      ),
    );
    expect(await count('pairs')).toBe(30);
    expect(await count('pairs where a = b')).toBe(30);
  });

  it('leave nothing behind when one goes away in the middle of a transaction', async () => {
    await engine.database.pool.query('create table left_behind ()');
    const client = await engine.database.pool.connect();
    await client.query('begin');
    await client.query('insert into left_behind default values');
    await client.query('set role pg_monitor');
    await client.query(`set quarterdeck.workspace = 'x'`);
    client.release(true);

    const { rows } = await engine.database.pool.query(
      `select current_user = session_user as owner, current_workspace() as workspace`,
    );
    expect(rows).toEqual([{ owner: true, workspace: null }]);
    expect(await count('left_behind')).toBe(0);
  });

  it('get new connections after all were cut, without the process noticing more than failed queries', async () => {
    const { pool } = engine.database;
    await Promise.all([1, 2, 3].map(() => pool.query('select 1')));
    await pool
      .query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()')
      .catch(() => {});
    await expect
      .poll(() => pool.query('select 1 as one').then(({ rows }) => rows, String), { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
  });
});

/** A server that answers every query with one number, as PostgreSQL would, and needs no password. */
async function pretendServer(answer: number): Promise<net.Server> {
  const message = (type: string, body: string) => {
    const bytes = Buffer.from(`${type}\0\0\0\0${body}`, 'latin1');
    bytes.writeUInt32BE(bytes.length - 1, 1);
    return bytes;
  };
  const ready = message('Z', 'I');
  const column = `\0\x01version\0\0\0\0\0\0\0\0\0\0\x17\0\x04\xff\xff\xff\xff\0\0`;
  const row = `\0\x01\0\0\0${String.fromCharCode(String(answer).length)}${answer}`;
  const server = net.createServer((socket) => {
    const read = requestReader();
    socket.on('data', (chunk) => {
      for (const { kind } of read(chunk)) {
        if (kind === 'startup') socket.write(Buffer.concat([message('R', '\0\0\0\0'), ready]));
        if (kind === 'batch') {
          socket.write(
            Buffer.concat([message('T', column), message('D', row), message('C', 'SELECT 1\0'), ready]),
          );
        }
        if (kind === 'terminate') socket.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('a database that cannot be used', () => {
  it('is named without its password, with the reason, when nobody listens there', async () => {
    await expect(openDatabase({ url: 'postgres://me:secret@127.0.0.1:1/qd' })).rejects.toThrow(
      'Cannot use the database at DATABASE_URL (postgres://me:…@127.0.0.1:1/qd): connect ECONNREFUSED 127.0.0.1:1.',
    );
  });

  it('is refused when it is older than PostgreSQL 15', async () => {
    const server = await pretendServer(14);
    const { port } = server.address() as net.AddressInfo;
    await expect(openDatabase({ url: `postgres://me@127.0.0.1:${port}/qd` })).rejects.toThrow(
      'it is PostgreSQL 14, and 15 is the oldest supported',
    );
    await new Promise((resolve) => server.close(resolve));
  });

  it('is named when the data folder is not a folder', async () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-test-')), 'file');
    writeFileSync(file, '');
    await expect(openDatabase({ dataFolder: file })).rejects.toThrow(`${file}/database`);
    rmSync(path.dirname(file), { recursive: true });
  });

  it('is named when the folder holds something that is no database of this version', async () => {
    const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-test-'));
    mkdirSync(path.join(dataFolder, 'database/postgres'), { recursive: true });
    writeFileSync(path.join(dataFolder, 'database/postgres/PG_VERSION'), '12\n');
    await expect(openDatabase({ dataFolder })).rejects.toThrow(
      `cannot open the embedded database in ${dataFolder}/database`,
    );
    rmSync(dataFolder, { recursive: true });
  });
});
