import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, it, vi } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import type { Database } from './database.ts';
import { asOwner, inWorkspace, type TransactionScope, type Tx } from './transaction.ts';

const here = '00000000-0000-4000-8000-00000000000a';
const elsewhere = '00000000-0000-4000-8000-00000000000b';
const keys = ['acme', 'a,b', 'say "hi"', 'back\\slash', '{braces}', 'Ünïcode ☃', 'null', ' space '];

onBothEngines('a transaction in a scope', (engine) => {
  const visible = (scope: TransactionScope) => inWorkspace(engine.database, scope, visibleCompanies);

  async function visibleCompanies(tx: Tx): Promise<string[]> {
    const rows = await tx.selectFrom('companies').select('key').orderBy('key').execute();
    return rows.map(({ key }) => key);
  }

  beforeAll(async () => {
    await asOwner(engine.database, async (tx) => {
      for (const id of [here, elsewhere])
        await tx.insertInto('workspaces').values({ id, name: id }).execute();
      const companies = keys.map((key) => ({ workspace_id: here, key, name: key }));
      await tx.insertInto('companies').values(companies).execute();
      await tx
        .insertInto('companies')
        .values({ workspace_id: elsewhere, key: 'acme', name: 'Other' })
        .execute();
    });
  });

  it('sees every company of its workspace and none of another', async () => {
    expect((await visible({ workspace: here, companies: 'all' })).sort()).toEqual([...keys].sort());
    expect(await visible({ workspace: elsewhere, companies: 'all' })).toEqual(['acme']);
    expect(await visible({ workspace: '00000000-0000-4000-8000-00000000000c', companies: 'all' })).toEqual(
      [],
    );
  });

  it.each(keys)('sees only the company it names: %s', async (key) => {
    expect(await visible({ workspace: here, companies: [key] })).toEqual([key]);
  });

  it('sees nothing when it names none, one that is not there, or one of another workspace', async () => {
    expect(await visible({ workspace: here, companies: [] })).toEqual([]);
    expect(await visible({ workspace: here, companies: ['nobody'] })).toEqual([]);
    expect(await visible({ workspace: elsewhere, companies: ['a,b'] })).toEqual([]);
  });

  it.each<[string, TransactionScope]>([
    ['a company it does not name', { workspace: here, companies: ['acme'] }],
    ['a company of another workspace', { workspace: elsewhere, companies: 'all' }],
  ])('changes nothing of %s', async (_, scope) => {
    const changed = await inWorkspace(engine.database, scope, async (tx) => {
      const change = sql`update companies set name = 'changed' where key = 'a,b'`;
      return (await change.execute(tx)).numAffectedRows;
    });
    expect(changed).toBe(0n);
    const insert = inWorkspace(engine.database, scope, (tx) =>
      tx.insertInto('companies').values({ workspace_id: here, key: 'smuggled', name: 'x' }).execute(),
    );
    await expect(insert).rejects.toThrow('row-level security');
  });

  it('leaves no role and no scope on its connection, committed or rolled back', async () => {
    const scope: TransactionScope = { workspace: here, companies: ['acme'] };
    const failed = inWorkspace(engine.database, scope, () => Promise.reject(new Error('on purpose')));
    await expect(failed).rejects.toThrow('on purpose');
    await Promise.all(Array.from({ length: 12 }, () => visible(scope)));
    const states = await Promise.all(
      Array.from({ length: 12 }, () =>
        engine.database.pool.query(
          'select current_user = session_user as owner, current_workspace() as workspace, current_companies() as companies',
        ),
      ),
    );
    for (const { rows } of states) expect(rows).toEqual([{ owner: true, workspace: null, companies: null }]);
    await asOwner(engine.database, async (tx) => {
      expect(await visibleCompanies(tx)).toHaveLength(keys.length + 1);
    });
  });

  it('compares with the workspace and the companies once per statement, not once per row', async () => {
    const plan = await inWorkspace(engine.database, { workspace: here, companies: ['acme'] }, async (tx) => {
      const { rows } = await sql<Record<string, string>>`explain (costs off) select * from contacts`.execute(
        tx,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('InitPlan 1');
    expect(plan).toContain('InitPlan 2');
    expect(
      plan
        .split('\n')
        .filter((line) => /Cond|Filter/.test(line))
        .join(),
    ).not.toContain('current_');
  });
});

onBothEngines('a transaction', (engine) => {
  beforeAll(async () => {
    await engine.database.pool.query('create table notes (text text unique deferrable initially deferred)');
  });
  const notes = async () =>
    (await engine.database.pool.query('select text from notes order by 1')).rows.map((row) => row.text);
  const write = (tx: Tx, text: string) => sql`insert into notes values (${text})`.execute(tx);

  it('keeps what it did and returns what its work returned', async () => {
    const result = await asOwner(engine.database, async (tx) => {
      await write(tx, 'kept');
      return 'done';
    });
    expect(result).toBe('done');
    expect(await notes()).toContain('kept');
  });

  it('keeps nothing when its work throws', async () => {
    const failed = asOwner(engine.database, async (tx) => {
      await write(tx, 'thrown away');
      throw new Error('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    expect(await notes()).not.toContain('thrown away');
  });

  it('says so when it was rolled back because an error in it was ignored', async () => {
    const ignoring = asOwner(engine.database, async (tx) => {
      await write(tx, 'half done');
      await sql`select 1 / 0`.execute(tx).catch(() => {});
    });
    await expect(ignoring).rejects.toThrow('an error of a query in it was ignored');
    expect(await notes()).not.toContain('half done');
  });

  it('says so when it fails only at the commit', async () => {
    const twice = asOwner(engine.database, async (tx) => {
      await write(tx, 'twice');
      await write(tx, 'twice');
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await notes()).not.toContain('twice');
  });

  it('refuses a query that comes after its end', async () => {
    let late: Tx | undefined;
    await asOwner(engine.database, async (tx) => {
      late = tx;
    });
    await expect(write(late as Tx, 'late')).rejects.toThrow('this transaction has ended');
  });

  it('runs queries that are started at once one after the other', async () => {
    const texts = await asOwner(engine.database, (tx) =>
      Promise.all(
        [1, 2, 3].map(async (n) => (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]?.n),
      ),
    );
    expect(texts).toEqual([1, 2, 3]);
  });

  it.each(['40001', '40P01'])('runs again after the failure %s', async (code) => {
    let runs = 0;
    await asOwner(engine.database, async (tx) => {
      runs += 1;
      await write(tx, `run ${runs} of ${code}`);
      if (runs < 3) await fail(tx, code);
    });
    expect((await notes()).filter((text) => text.endsWith(code))).toEqual([`run 3 of ${code}`]);
  });

  it('gives up after five runs', async () => {
    let runs = 0;
    const hopeless = asOwner(engine.database, async (tx) => {
      runs += 1;
      await fail(tx, '40001');
    });
    await expect(hopeless).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(5);
  });

  it('does not run again after another failure', async () => {
    let runs = 0;
    const failed = asOwner(engine.database, async (tx) => {
      runs += 1;
      await fail(tx, '22012');
    });
    await expect(failed).rejects.toMatchObject({ code: '22012' });
    expect(runs).toBe(1);
  });

  it('begins on another connection when all were cut before it', async () => {
    await Promise.all([1, 2, 3].map(() => asOwner(engine.database, (tx) => sql`select 1`.execute(tx))));
    await cutAll(engine.database);
    expect(await asOwner(engine.database, async () => 'begun')).toBe('begun');
  });

  it('costs two messages besides those of its work', async () => {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await inWorkspace(engine.database, { workspace: here, companies: ['acme'] }, (tx) =>
      sql`select 1`.execute(tx),
    );
    expect(query.mock.calls.map(([text]) => String(text).slice(0, 6))).toEqual([
      'begin;',
      'select',
      'commit',
    ]);
    query.mockRestore();
  });
});

onBothEngines('two transactions that lock each other out', (engine) => {
  it('both happen, one after the other', async () => {
    await engine.database.pool.query('create table rows as select generate_series(1, 2) as id, 0 as times');
    const touch = (first: number, second: number) =>
      asOwner(engine.database, async (tx) => {
        await sql`update rows set times = times + 1 where id = ${first}`.execute(tx);
        await sql`select pg_sleep(0.05)`.execute(tx);
        await sql`update rows set times = times + 1 where id = ${second}`.execute(tx);
      });
    await Promise.all([touch(1, 2), touch(2, 1)]);
    const { rows } = await engine.database.pool.query('select id, times from rows order by id');
    expect(rows).toEqual([
      { id: 1, times: 2 },
      { id: 2, times: 2 },
    ]);
  });
});

function fail(tx: Tx, code: string) {
  return sql`do ${sql.lit(`begin raise exception using errcode = '${code}'; end`)}`.execute(tx);
}

/** Cuts every connection of the pool as a restart of the database does. */
async function cutAll(database: Database) {
  await database.pool
    .query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()')
    .catch(() => {});
}
