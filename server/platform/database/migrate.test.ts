import { afterAll, describe, expect, inject, it } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import { administer } from '../../../test/harness/global-setup.ts';
import { startProcess } from '../../../test/harness/processes.ts';
import { type Database, openDatabase } from './database.ts';
import { type Migration, migrate } from './migrate.ts';

const first: Migration = {
  name: '1-things.sql',
  sql: 'create table things (id int);\ncreate index on things (id);',
};
const second: Migration = { name: '2-fill.sql', sql: 'insert into things values (1), (2)' };
const broken: Migration = { name: '3-broken.sql', sql: 'insert into things values (3);\nselect nonsense;' };

onBothEngines('migrating', (engine) => {
  const empty = () => engine.open('empty');
  const rows = async (database: Database, sql: string) => (await database.pool.query(sql)).rows;

  it('applies what is new, in order, once', async () => {
    const database = await empty();
    expect(await migrate(database, [first])).toEqual(['1-things.sql']);
    expect(await migrate(database, [first, second])).toEqual(['2-fill.sql']);
    expect(await migrate(database, [first, second])).toEqual([]);
    expect(await rows(database, 'select id from things order by id')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(
      await rows(database, 'select name, applied_at is not null as at from schema_migrations order by name'),
    ).toEqual([
      { name: '1-things.sql', at: true },
      { name: '2-fill.sql', at: true },
    ]);
  });

  it('keeps the migrations before one that fails, nothing of that one, and says where it failed', async () => {
    const database = await empty();
    await expect(migrate(database, [first, second, broken])).rejects.toThrow(
      'The migration 3-broken.sql failed in line 2: column "nonsense" does not exist',
    );
    expect(await rows(database, 'select id from things order by id')).toEqual([{ id: 1 }, { id: 2 }]);
    const mended = { ...broken, sql: 'insert into things values (3)' };
    expect(await migrate(database, [first, second, mended])).toEqual(['3-broken.sql']);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    const database = await empty();
    await migrate(database, [first]);
    await expect(migrate(database, [{ ...first, sql: `${first.sql} ` }, second])).rejects.toThrow(
      'The migration 1-things.sql has changed since it was applied',
    );
    expect(await rows(database, 'select * from things')).toEqual([]);
  });

  it('refuses a database of a newer program', async () => {
    const database = await empty();
    await migrate(database, [first, second]);
    await expect(migrate(database, [first])).rejects.toThrow(
      'The database is newer than this program: it has the migration 2-fill.sql',
    );
  });

  it('may be done by many processes at once, each migration once', async () => {
    const place = await engine.place('empty');
    const processes = await Promise.all([1, 2, 3, 4].map(() => startProcess(place)));
    const applied = (await Promise.all(processes.map((process) => process.migrate()))) as string[][];
    const [recorded] = await Promise.all(
      processes.map((process) => process.query('select name from schema_migrations order by name')),
    );
    await Promise.all(processes.map((process) => process.end()));
    expect(applied.flat().sort()).toEqual(recorded?.map(({ name }) => name));
    expect(applied.flat()).toContain('20261122-portfolio.sql');
  });

  it('leaves no table without row-level security where a role of a scope may read it', async () => {
    const { rows: open } = await engine.database.pool.query(`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relrowsecurity
        and has_table_privilege('quarterdeck_scoped', c.oid, 'select, insert, update, delete')`);
    expect(open).toEqual([]);
  });
});

describe('migrating as a login of a PostgreSQL server', () => {
  const { serverUrl } = inject('templates');
  const cleanUp: string[] = [];
  let names = 0;

  /** A database owned by a new login with these attributes; the roles of the cluster are there already. */
  async function asLogin(attributes: string, ...more: string[]): Promise<Database> {
    names += 1;
    const name = `quarterdeck_login_${process.pid}_${names}`;
    cleanUp.unshift(`drop database if exists ${name} with (force)`, `drop role ${name}`);
    await administer(serverUrl, `create role ${name} login password 'x' ${attributes}`);
    await administer(serverUrl, `create database ${name} owner ${name} template template0`);
    for (const sql of more) await administer(serverUrl, sql.replaceAll('LOGIN', name));
    const url = Object.assign(new URL(serverUrl), {
      username: name,
      password: 'x',
      pathname: `/${name}`,
    }).href;
    return openDatabase({ url });
  }

  afterAll(async () => {
    for (const sql of cleanUp) await administer(serverUrl, sql);
  });

  it('works for a login that may create roles', async () => {
    const database = await asLogin('createrole');
    expect(await migrate(database)).toContain('20261122-access-roles.sql');
    const { rows } = await database.pool.query(`select rolsuper from pg_roles where rolname = current_user`);
    expect(rows).toEqual([{ rolsuper: false }]);
    await database.close();
  });

  it('works for a login that was given the two roles', async () => {
    const database = await asLogin(
      'nocreaterole',
      'grant quarterdeck_scoped, quarterdeck_workspace to LOGIN',
    );
    expect(await migrate(database)).toContain('20261122-access-roles.sql');
    await database.close();
  });

  it('says what a superuser must do for a login that may do neither', async () => {
    const database = await asLogin('nocreaterole');
    await expect(migrate(database)).rejects.toThrow(
      /The migration 20261122-access-roles\.sql failed: The login \S+ may not act as the role quarterdeck_scoped\. Let a superuser run: grant quarterdeck_scoped to \S+;/,
    );
    await database.close();
  });
});
