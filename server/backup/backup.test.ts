import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { testStore } from '../bundle/testing/bundles.ts';
import { loadDemo } from '../demo/load-demo.ts';
import type { Database } from '../platform/database/database.ts';
import { openPortfolios } from '../portfolio/portfolios.ts';
import { createTestWorld } from '../portfolio/test-world.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-backup-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Values that a careless format would change: line ends, quotes, separators of lists, times, bytes, fractions. */
const AWKWARD = `
  insert into companies (workspace_id, key, name, tags, executive_summary, date_acquired) values
    ($w, e'a\\tb', e'Zoë "&" \\\\ 😀 \\u2028', array['a,b', 'c"d', '', '{}', 'null', e'x\\ny'], e'one\\r\\ntwo\\n', '0001-01-01'),
    ($w, 'null', 'null', '{}', '', '9999-12-31');
  insert into csat (workspace_id, key, company, answered_at, rating) values ($w, 'c', 'null', '2026-10-25 01:30:00.123456+02', 'positive');
  insert into health_metrics (workspace_id, key, name, max_score, weight, kind, choices) values
    ($w, 'm', 'M', 10.50, 0.333333333333333333333333, 'custom', '[{"points":"1.50","label":"a\\"b\\n"}]');
  insert into invitations values ($w, 'dana', '\\x00ff10', now());
  insert into audit_events (workspace_id, action) values ($w, 'one'), ($w, 'two');`;

/** Every row of every table, as text. */
async function contentOf(database: Database): Promise<Record<string, string[]>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 1`,
  );
  const content: Record<string, string[]> = {};
  for (const { name } of tables.filter((table) => table.name !== 'schema_migrations')) {
    const { rows } = await database.pool.query<{ row: string }>(
      `select t::text as row from ${name} t order by 1`,
    );
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

const files: string[] = [];

onBothEngines('a backup', (engine) => {
  let file: string;
  let content: Awaited<ReturnType<typeof contentOf>>;
  beforeAll(async () => {
    const world = await createTestWorld(engine.database);
    await world.run(AWKWARD);
    await engine.database.pool.query("insert into workspaces (name) values ('Another')");
    file = path.join(folder, `${engine.name}.backup`);
    files.push(file);
    await backUp(engine.database, file);
    content = await contentOf(engine.database);
  });

  it('is for its owner alone, and leaves no draft behind', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('restores every row of every table, and the program works on', async () => {
    const database = await engine.open();
    await restore(database, file);
    expect(await contentOf(database)).toEqual(content);
    const { rows } = await database.pool.query(`select id from workspaces where name = 'Example MSP'`);
    const portfolios = openPortfolios(database);
    const before = (await portfolios.portfolioOf(rows[0].id, NOW)).revision;
    await database.pool.query(`update companies set name = 'Changed' where key = 'acme'`);
    expect((await portfolios.portfolioOf(rows[0].id, NOW)).revision).toBe(before + 2);
    await database.pool.query(
      `insert into audit_events (workspace_id, action) select id, 'three' from workspaces`,
    );
  });

  it('of either engine can be restored on this one', async () => {
    for (const other of files) await restore(await engine.open(), other);
  });

  it('is taken of one moment, while others write', async () => {
    const database = await engine.open();
    await loadDemo(database, { files: testStore() });
    const moved = path.join(folder, `${engine.name}-moving.backup`);
    const backup = backUp(database, moved);
    const writing = [1, 2, 3, 4, 5].map((i) =>
      database.pool.query(
        `update companies set executive_summary = '${i}'; update contracts set name = '${i}'`,
      ),
    );
    await Promise.all([backup, ...writing]);
    const restored = await engine.open();
    await restore(restored, moved);
    const { rows } = await restored.pool.query(
      `select (select count(distinct coalesce(executive_summary, '')) = 1 from companies) as companies,
        (select count(distinct name) = 1 from contracts) as contracts,
        (select min(executive_summary) from companies) = (select min(name) from contracts) as together`,
    );
    expect([
      { companies: true, contracts: true, together: true },
      { companies: false, contracts: false, together: false },
    ]).toContainEqual(rows[0]);
  });

  it('needs an empty database', async () => {
    await expect(restore(engine.database, file)).rejects.toThrow('the database is not empty');
    expect(await contentOf(engine.database)).toEqual(content);
  });

  describe('that is damaged', () => {
    const cases: Record<string, readonly [(whole: Buffer) => Buffer, string]> = {
      'cut short': [(whole) => whole.subarray(0, whole.length - 40), 'it is cut short'],
      'cut between two lines': [rewritten((lines) => [...lines.slice(0, -2), '']), 'it is cut short'],
      'cut within a line': [
        rewritten((lines) => [...lines.slice(0, -3), '["a']),
        'its last line is cut short',
      ],
      'without a row': [rewritten((lines) => lines.filter((_, i) => i !== 5)), 'damaged'],
      'with a changed value': [
        rewritten((lines) => lines.map((line) => line.replace('"Acme"', '"Acne"'))),
        'its checksum is wrong',
      ],
      'with something after its end': [
        rewritten((lines) => [...lines, lines[1]!, '']),
        'something follows its end',
      ],
      'not gzipped': [(whole) => gunzipSync(whole), 'it is not a backup'],
      'another gzip': [() => gzipSync('hello\n'), 'it is not a backup'],
      empty: [() => Buffer.alloc(0), 'it is'],
      'of a newer version': [
        rewritten((lines) => [lines[0]!.replace('2026', '2099'), ...lines.slice(1)]),
        'made by a newer version',
      ],
      'of an older version': [
        rewritten((lines) => ['{"quarterdeckBackup":1,"migrations":[]}', ...lines.slice(1)]),
        'made before the migration',
      ],
    };

    it.each(Object.entries(cases))(
      '(%s) is refused with nothing written',
      async (name, [damage, message]) => {
        const damaged = path.join(folder, 'damaged');
        await writeFile(damaged, damage(await readFile(file)));
        const database = await engine.open();
        await expect(restore(database, damaged), name).rejects.toThrow(message);
        expect(Object.values(await contentOf(database)).flat()).toEqual([]);
      },
    );
  });
});

function rewritten(change: (lines: string[]) => string[]) {
  return (whole: Buffer) => gzipSync(change(gunzipSync(whole).toString().split('\n')).join('\n'));
}
