import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { importBundle } from './import-bundle.ts';
import { bundleOfTexts } from './source.ts';
import { countsOf, emptied, errorsOf, exportTexts, importTexts } from './testing/bundles.ts';
import { checksums, WORLD } from './testing/world.ts';

onBothEngines('importing a bundle', (engine) => {
  it('makes a workspace of the smallest bundle', async () => {
    const database = await emptied(engine.database);
    const counts = countsOf(await importTexts(database, { companies: 'key,name\r\nacme,Acme\r\n' }));
    expect(counts).toEqual(['companies.csv +1 ~0 =0']);
    const exported = await exportTexts(database);
    expect(exported.workspace).toBe(
      'name,currency,asOf,effortMidpoint,valueMidpoint,seatValueMidpoint,minimumCoverage,timeZone,alignmentStaleAfterDays\r\nWorkspace,,,,,,,,\r\n',
    );
    expect(exported.companies).toMatch(/^key,name,.*\r\nacme,Acme,,,,,,,,,,,,,,,,,\r\n$/);
  });

  it('changes what a later bundle changes, and nothing else', async () => {
    const database = await emptied(engine.database);
    const first = countsOf(await importTexts(database, WORLD));
    expect(first).toContain('companies.csv +2 ~0 =0');
    expect(first.filter((file) => !/ ~0 =0$/.test(file))).toEqual([]);
    const before = await exportTexts(database);

    const counts = countsOf(
      await importTexts(database, {
        companies: 'key,name,tags\nbeta,Beta,\nacme,Acme Ltd,Premium|Cloud|Premium\ngamma,Gamma,\n',
        contracts: 'key,company,name\nk2,beta,Support\nk1,beta,Support\n',
        excluded_vendors: 'vendor\nCarrier\n',
        goals: 'key,company,title\n',
        health_scores: 'company,metric,points,note\nacme,mood,8.0,\nbeta,mood,5,Better\n',
        security_groups: 'key,name,companies\neast,East,beta|acme\nall,All,\n',
        meetings: 'key,company,kind,date,recommendations\nm1,acme,vcio,2026-05-05,\n',
        workspace: 'name,currency\nNorthwind IT,\n',
      }),
    );
    expect(counts.toSorted()).toEqual([
      'companies.csv +1 ~1 =1',
      'contracts.csv +0 ~1 =1',
      'excluded_vendors.csv +1 ~0 =0',
      'goals.csv +0 ~0 =0',
      'health_scores.csv +0 ~1 =1',
      'meetings.csv +0 ~1 =0',
      'security_groups.csv +1 ~1 =0',
      'workspace.csv +0 ~1 =0',
    ]);

    const after = await exportTexts(database);
    const rows = (text: string | undefined) => text!.split('\r\n').slice(1, -1);
    expect(rows(after.companies)).toEqual([
      'acme,Acme Ltd,,,,,,,,,Cloud|Premium,,,,dana,,,,',
      'beta,Beta,,,,,,,,,,,,,,,,,',
      'gamma,Gamma,,,,,,,,,,,,,,,,,',
    ]);
    expect(rows(after.contracts)[0]).toBe('k1,beta,Support,,,2026-01-01,2026-12-31,,,,,,');
    expect(rows(after.security_groups)).toEqual(['east,East,,acme|beta,dana|kim']);
    expect(rows(after.meetings)).toEqual(['m1,acme,vcio,,2026-05-05,,,,,,,,,,,,']);
    expect(rows(after.workspace)).toEqual(['Northwind IT,,,,,,,,']);
    for (const file of [
      'contacts',
      'contract_lines',
      'users',
      'effort_bands',
      'health_metrics',
      'alignments',
    ])
      expect(after[file]).toBe(before[file]);
    const lines = await database.pool.query('select company from contract_lines');
    expect(lines.rows).toEqual([{ company: 'beta' }]);
    const history = await database.pool.query('select action, actor from audit_events');
    expect(history.rows).toEqual(Array(2).fill({ action: 'import bundle', actor: null }));
  });

  it('leaves people whom the bundle does not know in the groups of all companies', async () => {
    const database = await emptied(engine.database);
    const people = (keys: string) =>
      keys.split('|').map((key) => `${key},${key},${key}@msp.example,member\r\n`);
    const bundle = (keys: string, members: string) => ({
      companies: 'key,name\r\nacme,Acme\r\n',
      users: `key,name,email,role\r\n${people(keys).join('')}`,
      security_groups: `key,name,users\r\nall,All,${members}\r\neast,East,${members}\r\n`,
    });
    await importTexts(database, bundle('me|old', 'me|old'));
    await importTexts(database, bundle('old|dana', 'dana'));
    const groups = (await exportTexts(database)).security_groups!.split('\r\n').slice(1, -1);
    expect(groups).toEqual(['all,All,,,dana|me', 'east,East,,,dana']);
  });

  it('lets what is named stand in the bundle, in the workspace or in the defaults, in any order of files', async () => {
    const database = await emptied(engine.database);
    const defaults = {
      companies: 'key,name\nacme,Acme\n',
      recommendations: 'key,company,title,status\nr1,acme,R,On Hold\n',
      health_overrides:
        'company,status,reason,setOn,expiresOn\nacme,Needs attention,R,2026-01-01,2026-01-01\n',
      alignments: 'company,stackItem,currentProduct\nacme,backup,none\n',
      stack_items: 'key,name\nbackup,Backup\n',
    };
    expect(errorsOf(await importTexts(database, defaults))).toEqual([]);
    const own = {
      recommendation_statuses: 'name,state\nOn Hold,started\nMine,not_started\n',
      recommendations: 'key,company,title,status\nr2,acme,R,Mine\n',
      health_bands: 'name,from,color\nGreat,0,green\n',
      health_overrides: 'company,status,reason,setOn,expiresOn\nacme,Great,R,2026-01-01,2026-01-01\n',
      alignments: 'company,stackItem,currentProduct\nacme,backup,vault\n',
      products: 'key,stackItem,name\nvault,backup,Vault\n',
    };
    expect(errorsOf(await importTexts(database, own))).toEqual([]);
  });

  it('lets users take over addresses from each other', async () => {
    const database = await emptied(engine.database);
    await importTexts(database, WORLD);
    const swapped =
      'key,name,email,role\ndana,Dana Reyes,Kim@northwind.example,admin\nkim,Kim Lee,dana@northwind.example,member\n';
    expect(countsOf(await importTexts(database, { users: swapped }))).toEqual(['users.csv +0 ~2 =0']);
    const { rows } = await database.pool.query('select key, email from users order by key');
    expect(rows).toEqual([
      { key: 'dana', email: 'Kim@northwind.example' },
      { key: 'kim', email: 'dana@northwind.example' },
    ]);
  });

  it('counts in a dry run what it would do, and leaves everything as it is', async () => {
    const database = await emptied(engine.database);
    const empty = await checksums(database);
    expect(countsOf(await importTexts(database, WORLD, { dryRun: true }))).toContain(
      'companies.csv +2 ~0 =0',
    );
    expect(await checksums(database)).toEqual(empty);
    await importTexts(database, WORLD);
    const full = await checksums(database);
    const change = { companies: 'key,name\nacme,Changed\nnew,New\n' };
    expect(countsOf(await importTexts(database, change, { dryRun: true }))).toEqual([
      'companies.csv +1 ~1 =0',
    ]);
    expect(await checksums(database)).toEqual(full);
  });

  it('raises the revision once for every change it makes, so that nobody reads old figures', async () => {
    const database = await emptied(engine.database);
    await importTexts(database, WORLD);
    const revision = async () =>
      (await database.pool.query('select revision from workspaces')).rows[0].revision;
    const before = await revision();
    await importTexts(database, WORLD);
    expect(await revision()).toBe(before);
    await importTexts(database, { companies: 'key,name\nacme,Changed\n' });
    expect(await revision()).toBeGreaterThan(before);
    const { rows } = await database.pool.query(
      'select distinct company from portfolio_changes where revision > $1',
      [before],
    );
    expect(rows).toEqual([{ company: 'acme' }]);
  });

  it('checks once more when somebody else changes the workspace while it reads', async () => {
    const database = await emptied(engine.database);
    await importTexts(database, WORLD);
    const texts = new Map([['effort_bands.csv', 'name,from,color\nMid,30,#aa0\n']]);
    let interfered = false;
    const result = await importBundle(database, {
      ...bundleOfTexts(texts),
      files: bundleOfTexts(texts).files.map((file) => ({
        ...file,
        async *open() {
          if (!interfered) {
            interfered = true;
            yield* file.open();
            await database.pool.query(`update effort_bands set "from" = 30 where name = 'High'`);
          } else yield* file.open();
        },
      })),
    });
    expect(errorsOf(result)).toEqual([
      'effort_bands.csv:2:2: from is 30, as of the band "High"; expected another lower bound',
    ]);
  });

  it('is undone by its end, at whatever moment that comes', async () => {
    const database = await emptied(engine.database);
    await importTexts(database, WORLD);
    const before = await checksums(database);
    const companies = `key,name\n${Array.from({ length: 25_000 }, (_, i) => `new-${i},New\n`).join('')}`;
    for (const phase of ['checking', 'writing']) {
      for (const rows of [1, 20_000]) {
        const ended = new AbortController();
        const reason = new Error(`enough of ${phase}`);
        const onProgress = (progress: { phase: string; rows: number }) => {
          if (progress.phase === phase && progress.rows >= rows) ended.abort(reason);
        };
        await expect(importTexts(database, { companies }, { signal: ended.signal, onProgress })).rejects.toBe(
          reason,
        );
        expect(await checksums(database)).toEqual(before);
      }
    }
    const ended = new AbortController();
    ended.abort(new Error('before it began'));
    await expect(importTexts(database, { companies }, { signal: ended.signal })).rejects.toThrow(
      'before it began',
    );
  });

  it('tells how far it is', async () => {
    const database = await emptied(engine.database);
    const progress: string[] = [];
    await importTexts(
      database,
      { companies: 'key,name\nacme,Acme\nbeta,Beta\n', goals: 'key,company,title\ng,acme,G\n' },
      {
        onProgress: ({ phase, file, rows, total }) => progress.push(`${phase} ${file} ${rows} of ${total}`),
      },
    );
    expect(progress).toContain('checking goals.csv 3 of null');
    expect(progress.at(-1)).toBe('writing goals.csv 3 of 3');
  });

  it('loads many rows into an empty database, and leaves its foreign keys as they were', async () => {
    const database = await emptied(engine.database);
    const keys = () =>
      database.pool.query(`select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as is
        from pg_constraint order by 1, 2`);
    const before = (await keys()).rows;
    const companies = `key,name\n${Array.from({ length: 20_000 }, (_, i) => `c${i},Name\n`).join('')}`;
    const contacts = `key,company,name\n${Array.from({ length: 50 }, (_, i) => `p${i},c${i},Name\n`).join('')}`;
    expect(countsOf(await importTexts(database, { companies, contacts }))).toEqual([
      'companies.csv +20000 ~0 =0',
      'contacts.csv +50 ~0 =0',
    ]);
    expect((await keys()).rows).toEqual(before);
    expect(before.length).toBeGreaterThan(50);
    expect(countsOf(await importTexts(database, { companies, contacts }))).toEqual([
      'companies.csv +0 ~0 =20000',
      'contacts.csv +0 ~0 =50',
    ]);
  });

  it('goes into the workspace that is named, and asks for a name where there are several', async () => {
    const database = await emptied(engine.database);
    await database.pool.query(`insert into workspaces (name) values ('One'), ('Two')`);
    const { rows } = await database.pool.query<{ id: string }>('select id from workspaces order by name');
    const texts = { companies: 'key,name\nacme,Acme\n' };
    await expect(importTexts(database, texts)).rejects.toThrow('several workspaces');
    for (const { id } of rows)
      expect(countsOf(await importTexts(database, texts, { workspace: id }))).toEqual([
        'companies.csv +1 ~0 =0',
      ]);
    const kept = await database.pool.query(
      'select workspace_id as id, key from companies order by workspace_id = $1',
      [rows[1]!.id],
    );
    expect(kept.rows).toEqual(rows.map(({ id }) => ({ id, key: 'acme' })));
  });
});
