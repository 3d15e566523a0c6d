import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import { importBundle, onlyWorkspace } from '../import-bundle.ts';
import { openBundle } from '../source.ts';
import { countsOf, emptied, exportTexts, importTexts, testStore } from '../testing/bundles.ts';
import { WORLD } from '../testing/world.ts';
import { exportBundle } from './export-bundle.ts';
import { exportZip } from './export-zip.ts';

onBothEngines('exporting a bundle', (engine) => {
  let workspace: string;
  beforeAll(async () => {
    await importTexts(engine.database, WORLD);
    workspace = (await onlyWorkspace(engine.database))!;
  });

  it('makes a zip that imports without a change', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-export-'));
    await writeFile(
      path.join(folder, 'bundle.zip'),
      await buffer(exportZip(engine.database, workspace, testStore())),
    );
    const source = await openBundle(path.join(folder, 'bundle.zip'));
    const result = await importBundle(engine.database, source).finally(source.close);
    expect(countsOf(result).length).toBe(Object.keys(WORLD).length);
    expect(countsOf(result).filter((file) => !file.includes('+0 ~0'))).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('ends when nobody reads its zip any more', async () => {
    const zip = exportZip(engine.database, workspace, testStore());
    for await (const _ of zip) break;
    // waits for the export's transaction where the engine has one session
    await engine.database.pool.query(`update companies set industry = 'Law'`);
    const { rows } = await engine.database.pool.query(
      `select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(rows).toEqual([{ open: 0 }]);
  });

  it('shows one state of the workspace, whatever changes meanwhile', async () => {
    const before = await exportTexts(engine.database);
    const during: Record<string, string> = {};
    let change: Promise<unknown> | undefined;
    await exportBundle(engine.database, workspace, null, async (name, pieces) => {
      const sql = `update contacts set name = 'Changed'; update users set name = 'Changed'`;
      change ??= engine.database.pool.query(sql);
      if (engine.name === 'server') await change;
      let text = '';
      for await (const piece of pieces) text += piece;
      during[name.replace('.csv', '')] = text;
    });
    await change;
    expect(during).toEqual(before);
    expect((await exportTexts(engine.database)).contacts).toContain('Changed');
  });

  it('of a workspace without anything is a bundle still', async () => {
    const database = await emptied(engine.database);
    await importTexts(database, { companies: 'key,name\n', workspace: 'name\nEmpty\n' });
    const exported = await exportTexts(database);
    expect(Object.keys(exported)).toEqual(['workspace', 'companies']);
    expect(countsOf(await importTexts(await emptied(database), exported))).toEqual([
      'workspace.csv +1 ~0 =0',
      'companies.csv +0 ~0 =0',
    ]);
  });
});
