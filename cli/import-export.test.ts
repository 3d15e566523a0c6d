import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileFormat } from '../contract/bundle/format.ts';
import { onBothEngines } from '../test/harness/engines.ts';
import { type CommandLine, commandLine, variablesFor } from './test-command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-bundles-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function bundle(name: string, texts: Readonly<Record<string, string>>): Promise<string> {
  const place = path.join(folder, name);
  await mkdir(place, { recursive: true });
  for (const [file, text] of Object.entries(texts)) await writeFile(path.join(place, `${file}.csv`), text);
  return place;
}

async function texts(place: string): Promise<Record<string, string>> {
  const names = await readdir(place);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(place, name), 'utf8')])),
  );
}

onBothEngines('importing and exporting on the command line', (engine) => {
  let quarterdeck: CommandLine;
  beforeAll(async () => {
    quarterdeck = commandLine(variablesFor(await engine.place()));
  });

  it('says what became of each file, in a dry run too, and exports what it imported', async () => {
    const source = await bundle('good', {
      companies: 'key,name,mrrOverride\nbeta,Beta,\nacme,"Acme, Inc.",1250.5\n',
      goals: 'key,company,title\ng1,acme,Grow\n',
    });
    const counts =
      'companies.csv: 2 created, 0 updated, 0 unchanged\ngoals.csv: 1 created, 0 updated, 0 unchanged\n';
    expect(await quarterdeck(['import', source, '--dry-run'])).toEqual({
      code: 0,
      stdout: counts,
      stderr: 'This was a dry run: nothing was written.\n',
    });
    expect(await quarterdeck(['export', path.join(folder, 'nothing')])).toMatchObject({
      code: 1,
      stdout: '',
    });
    expect(await quarterdeck(['import', source])).toEqual({ code: 0, stdout: counts, stderr: '' });

    const exported = path.join(folder, `exported-${engine.name}`);
    await mkdir(exported);
    await writeFile(path.join(exported, 'contacts.csv'), 'of an earlier export');
    await writeFile(path.join(exported, 'notes.txt'), 'mine');
    expect(await quarterdeck(['export', exported])).toEqual({
      code: 0,
      stdout: 'workspace.csv\ncompanies.csv\ngoals.csv\n',
      stderr: '',
    });
    const files = await texts(exported);
    const columns = fileFormat('companies')!.columns.length;
    expect(Object.keys(files).sort()).toEqual(['companies.csv', 'goals.csv', 'notes.txt', 'workspace.csv']);
    expect(files['companies.csv']!.split('\r\n').slice(1)).toEqual([
      'acme,"Acme, Inc.",,,,1250.50'.padEnd('acme,"Acme, Inc.",,,,1250.50'.length + columns - 6, ','),
      'beta,Beta'.padEnd('beta,Beta'.length + columns - 2, ','),
      '',
    ]);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    expect((await quarterdeck(['import', exported])).stdout).toMatch(
      /^companies.csv: 0 created, 0 updated, 2 unchanged$/m,
    );
  });

  it('says every error with its place, and writes nothing', async () => {
    const source = await bundle('bad', {
      companies: 'key,name,stage\nnew,New,\n,X,customer\n',
      contacts: `key,company,name\n${Array.from({ length: 1001 }, (_, i) => `${i},nobody,N\n`).join('')}`,
    });
    const { code, stdout, stderr } = await quarterdeck(['import', source]);
    expect([code, stdout]).toEqual([1, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'companies.csv:3:1: key is empty; expected a value',
      'companies.csv:3:3: stage is "customer"; expected one of prospect, sales, ice, agreement, onboarding, active, offboarded',
      'contacts.csv:2:2: company names "nobody", which is unknown; expected the key of a row of companies.csv or of the workspace',
    ]);
    expect(lines.length).toBe(1001);
    expect(lines.at(-1)).toBe('and 3 more');
    const missing = await quarterdeck(['import', path.join(folder, 'no-such-bundle')]);
    expect(missing).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('no-such-bundle:1:1: there is no such folder or file'),
    });
    const exported = path.join(folder, `after-${engine.name}`);
    await quarterdeck(['export', exported]);
    expect(await readFile(path.join(exported, 'companies.csv'), 'utf8')).not.toContain('New');
  });
});
