import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../../../test/harness/engines.ts';
import { type Database, openDatabase } from './database.ts';
import { tidyUp } from './embedded-maintenance.ts';

describe('keeping the embedded database in order', () => {
  let database: Database;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const { place, ...folder } = await newFolder('empty');
    remove = folder.remove;
    database = await openDatabase(place);
  });
  afterAll(async () => {
    await database.close();
    await remove();
  });

  const row = async (sql: string) => (await database.pool.query(sql)).rows[0];
  const statistics = () =>
    row(`select n_dead_tup as dead, last_vacuum is not null as vacuumed, last_analyze is not null as analyzed
      from pg_stat_user_tables where relname = 'changed'`);
  const checkpointed = async () =>
    (await row('select redo_lsn::text as lsn from pg_control_checkpoint()')).lsn;

  it('vacuums and analyzes a table after much has changed in it, and no other', async () => {
    await database.pool.query('create table changed as select generate_series(1, 1000) as id');
    await database.pool.query('create table quiet as select 1 as id');
    await database.pool.query('delete from changed where id <= 900');
    await database.pool.query('select pg_stat_force_next_flush()');
    await expect.poll(statistics).toMatchObject({ dead: 900, vacuumed: false });

    await tidyUp(database.pool, { bytes: 0, at: Date.now() });
    expect(await statistics()).toEqual({ dead: 0, vacuumed: true, analyzed: true });
    const { rows } = await database.pool.query(
      'select relname from pg_stat_user_tables where last_vacuum is not null',
    );
    expect(rows).toEqual([{ relname: 'changed' }]);
  });

  it('makes a checkpoint when five minutes have passed, unless nothing was written', async () => {
    const written = { bytes: 0, at: 0 };
    const before = await checkpointed();
    await tidyUp(database.pool, written);
    const after = await checkpointed();
    expect(after).not.toBe(before);

    written.at = 0;
    await tidyUp(database.pool, written);
    expect(await checkpointed()).toBe(after);
  });

  it('makes a checkpoint when much was written, but not before', async () => {
    const { bytes } = await row(`select (pg_current_wal_insert_lsn() - '0/0')::bigint as bytes`);
    await database.pool.query('create table little as select 1 as id');
    const before = await checkpointed();
    await tidyUp(database.pool, { bytes, at: Date.now() });
    expect(await checkpointed()).toBe(before);

    await tidyUp(database.pool, { bytes: bytes - 65 * 1024 * 1024, at: Date.now() });
    expect(await checkpointed()).not.toBe(before);
  });
});
