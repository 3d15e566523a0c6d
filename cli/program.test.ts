import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../server/platform/database/database.ts';
import { onBothEngines } from '../test/harness/engines.ts';
import { type Outcome, variablesFor } from './test-command-line.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = path.join(root, '.cache', `program-${process.pid}`);
let folder: string;

beforeAll(async () => {
  await build({
    root,
    configFile: path.join(root, 'vite.server.config.ts'),
    logLevel: 'error',
    build: { outDir: built },
  });
  folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-program-'));
});
afterAll(async () => {
  await rm(built, { recursive: true });
  await rm(folder, { recursive: true });
});

function start(args: readonly string[], variables: Record<string, string>) {
  const { DATABASE_URL: _, ...outer } = process.env;
  const env = { ...outer, QUARTERDECK_DATA: folder, ...variables };
  const child = spawn(process.execPath, [path.join(built, 'cli/quarterdeck.js'), ...args], {
    env,
    stdio: 'pipe',
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended };
}

async function run(args: readonly string[], variables: Record<string, string>, stdin = ''): Promise<Outcome> {
  const { child, ended } = start(args, variables);
  child.stdin.on('error', () => undefined).end(stdin);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code: code!, stdout, stderr };
}

async function bundle(name: string, mrr: number): Promise<string> {
  const place = await mkdtemp(path.join(folder, name));
  await writeFile(
    path.join(place, 'companies.csv'),
    `key,name,mrrOverride\r\nacme,Acme,${mrr}\r\nbirch,Birch,100\r\n`,
  );
  return place;
}

/** 120,000 alignment cells: as facts in memory about 60 MB. */
const LARGE = `
  insert into workspaces (name, as_of) values ('Large MSP', '2026-11-22');
  insert into stack_items (workspace_id, key, name) select id, 'item-' || i, 'Item ' || i from workspaces, generate_series(1, 60) i;
  insert into companies (workspace_id, key, name) select id, 'company-' || i, 'Company ' || i from workspaces, generate_series(1, 2000) i;
  insert into alignments (workspace_id, company, stack_item, applicable, alignment, mrr_opportunity, set_on, set_by)
    select workspace_id, c.key, s.key, true, 12.5, 100, '2026-10-01', 'somebody'
    from companies c join stack_items s using (workspace_id);`;

onBothEngines('the program', (engine) => {
  describe('beside a running server', () => {
    let variables: Record<string, string>;
    let server: ReturnType<typeof start>;
    let address: string;
    beforeAll(async () => {
      variables = variablesFor(await engine.place());
      server = start(['serve', '--port', '0'], variables);
      address = await new Promise<string>((resolve, reject) => {
        let said = '';
        server.child.stdout.on('data', (part) => {
          said += part;
          const ready = /^Quarterdeck is ready on (\S+)$/m.exec(said)?.[1];
          if (ready) resolve(ready);
        });
        server.ended.then(() => reject(new Error(`the server ended: ${said}`)), reject);
      });
    });
    afterAll(async () => {
      server.child.kill('SIGKILL');
      await server.ended;
    });

    const api = async (key: string, query = '') => {
      const response = await fetch(`${address}/api/v1/dashboard${query}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      return { status: response.status, body: await response.text() };
    };

    it('does everything, and the server answers by it at once', async () => {
      expect(await run(['import', await bundle('first', 1000)], variables)).toMatchObject({ code: 0 });
      const added = await run(
        ['user', 'add', '--email', 'ada@example.com', '--name', 'Ada', '--role', 'admin', '--password-stdin'],
        variables,
        'correct horse battery\n',
      );
      expect(added).toMatchObject({ code: 0 });
      const { stdout } = await run(['api-key', 'create', '--email', 'ada@example.com'], variables);
      const key = stdout.trim();
      for (const mrr of [1000, 2000.5]) {
        await run(['import', await bundle('next', mrr)], variables);
        const printed = await run(['dashboard', '--email', 'ada@example.com', '--rank', 'mrr'], variables);
        expect(JSON.parse(printed.stdout).stackByCustomer.rows[0]).toMatchObject({
          id: 'acme',
          mrr: mrr * 100,
        });
        expect(await api(key, '?rank=mrr')).toEqual({ status: 200, body: printed.stdout.trimEnd() });
      }
      const exported = path.join(folder, `${engine.name}-exported`);
      expect(await run(['export', exported], variables)).toMatchObject({ code: 0 });
      const file = path.join(folder, `${engine.name}.backup`);
      expect(await run(['backup', file], variables)).toMatchObject({ code: 0, stdout: '' });
      expect(await run(['restore', file], variables)).toMatchObject({ code: 1, stdout: '' });
      expect(await run(['doctor'], variables)).toMatchObject({ code: 0 });
      expect(await run(['import', path.join(folder, 'missing')], variables)).toMatchObject({
        code: 1,
        stdout: '',
      });
      expect(await api(key)).toMatchObject({ status: 200 });
    });

    it('lets the server end when it is told to', async () => {
      server.child.kill('SIGTERM');
      expect(await server.ended).toBe(0);
      expect(await run(['doctor'], variables)).toMatchObject({ code: 0 });
    });
  });

  // on the server alone, as the embedded engine shares the memory of the process
  if (engine.name === 'server')
    it('computes 2,000 companies within 40 MB', async () => {
      const place = await engine.place();
      const database = await openDatabase(place);
      await database.pool.query(LARGE);
      await database.close();
      const variables = { ...variablesFor(place), NODE_OPTIONS: '--max-old-space-size=40' };
      const { code, stdout } = await run(['dashboard'], variables);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ companies: 2000, stackOpportunity: { mrr: 12_000_000 } });
    });

  it('minds nobody reading its output to the end', async () => {
    const variables = variablesFor(await engine.place());
    await run(['import', await bundle('unread', 1)], variables);
    const { child, ended } = start(['dashboard'], variables);
    child.stdout.destroy();
    expect(await text(child.stderr)).toBe('');
    expect([0, 1]).toContain(await ended);
  });
});

describe('the program by itself', () => {
  it('ends with 2 on wrong usage', async () => {
    expect(await run(['frob'], {})).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage:'),
    });
  });
});
