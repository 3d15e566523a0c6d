import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { importBundle, onlyWorkspace } from '../../server/bundle/import-bundle.ts';
import { openBundle } from '../../server/bundle/source.ts';
import { type Database, openDatabase } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { startCluster } from '../harness/postgres-cluster.ts';
import { runBenchServer } from './bench-server.ts';
import { said, type Times, timed } from './figures.ts';
import { writeLargeBundle } from './large-bundle.ts';
import { addScoresAndPeople } from './scores-and-people.ts';
import { fillSqlTables, sqlDashboard } from './sql-dashboard.ts';

/**
 * The server's figures on PostgreSQL for 100, 1,000 and 10,000 companies × 60 stack items, as times and as ratios within
 * one run: median / 95th percentile over loopback, one request after the other, warm.
 *
 *     npm run bench [-- main companies …]
 */
const sizes = process.argv[2] === 'server' ? [] : process.argv.slice(2).map(Number);
if (process.argv[2] === 'server') await runBenchServer();
else for (const companies of sizes.length > 0 ? sizes : [100, 1000, 10_000]) await measure(companies);

async function measure(companies: number): Promise<void> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-bench-'));
  const cluster = await startCluster();
  const database = await openDatabase({ url: cluster.url });
  try {
    console.log(`\n${companies} companies × 60 stack items`);
    await migrate(database);
    await load(database, path.join(scratch, 'bundle'), companies);
    const environment = {
      ...process.env,
      DATABASE_URL: cluster.url,
      QUARTERDECK_DATA: path.join(scratch, 'data'),
    };
    await ask(await startBenchServer(environment), await apiKey(environment), database, cluster.url);
  } finally {
    await database.close();
    await cluster.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function load(database: Database, folder: string, companies: number): Promise<void> {
  await writeLargeBundle(folder, companies);
  await addScoresAndPeople(folder, companies);
  const source = await openBundle(folder);
  const start = performance.now();
  const result = await importBundle(database, source).finally(source.close);
  if (!result.ok) throw new Error(JSON.stringify(result.errors.slice(0, 3)));
  const rows = result.files.reduce((sum, file) => sum + file.created, 0);
  const seconds = (performance.now() - start) / 1000;
  console.log(`import: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`);
}

async function apiKey(env: NodeJS.ProcessEnv): Promise<string> {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['dist/cli/quarterdeck.js', ...args], { env });
  await run('user', 'add', '--email', 'a@bench.example', '--name', 'A', '--role', 'admin');
  return (await run('api-key', 'create', '--email', 'a@bench.example')).stdout.trim();
}

interface BenchServer {
  readonly url: string;
  stop(): void;
}

async function startBenchServer(env: NodeJS.ProcessEnv): Promise<BenchServer> {
  const child = spawn(process.execPath, [process.argv[1]!, 'server'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data).trim())),
  );
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill('SIGKILL') };
}

async function ask(server: BenchServer, key: string, database: Database, url: string): Promise<void> {
  const get = async (place: string) => {
    const answer = await fetch(server.url + place, {
      headers: { authorization: `Bearer ${key}`, 'accept-encoding': 'identity' },
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${place}: ${answer.status} ${text.slice(0, 300)}`);
    return text;
  };
  const filtered = '/api/v1/dashboard?accountGroup=g1&accountManager=m2&health=At+risk';
  const first = performance.now();
  const whole = await get('/api/v1/dashboard');
  console.log(`first answer after start: ${((performance.now() - first) / 1000).toFixed(2)} s`);

  const noOpOf = (text: string) => compare(get, `/bench/no-op?bytes=${Buffer.byteLength(text)}`);
  const noOp = await noOpOf(whole);
  const all = await compare(get, '/api/v1/dashboard');
  const noOpFiltered = await noOpOf(await get(filtered));
  const some = await compare(get, filtered);
  report('no-op request, bytes of the whole dashboard', noOp);
  report('whole dashboard', all, noOp);
  report('no-op request, bytes of the filtered one', noOpFiltered);
  report('filtered by group, manager and health', some, noOpFiltered);

  const random = await timed(50, (run) => get(randomFilters(run)));
  console.log(`50 random combinations of three filters: ${said(random)}`);
  const afterEdit: number[] = [];
  const edited = await timed(30, async (run) => {
    await editCell(server, key, run);
    const start = performance.now();
    await get('/api/v1/dashboard');
    afterEdit.push(performance.now() - start);
  });
  const after = afterEdit.sort((a, b) => a - b)[Math.floor(afterEdit.length / 2)]!;
  console.log(
    `whole dashboard after one edited cell: ${after.toFixed(2)} ms, ${(after / all.times.median).toFixed(2)} × warm (edit and answer: ${said(edited)})`,
  );
  const sql = await fillSqlTables(database, url, (await onlyWorkspace(database))!);
  const bySql = await timed(10, () => sqlDashboard(sql));
  await sql.end();
  console.log(
    `the six elements by SQL group-bys: ${said(bySql)}, ${(bySql.median / all.times.median).toFixed(1)} × the whole dashboard`,
  );
  const { rss } = JSON.parse(await get('/bench/usage')) as { rss: number };
  console.log(`memory of the server: ${Math.round(rss / 1024 ** 2)} MB`);
  server.stop();
}

interface Measured {
  readonly times: Times;
  /** Of the server's process, for one request. Milliseconds. */
  readonly cpu: number;
}

async function compare(get: (place: string) => Promise<string>, place: string): Promise<Measured> {
  const runs = 100;
  // warm: after some hundred requests the engine has compiled what they run through
  for (let run = 0; run < 300; run++) await get(place);
  const usage = async () => (JSON.parse(await get('/bench/usage')) as { cpu: number }).cpu;
  const before = await usage();
  const times = await timed(runs, () => get(place));
  return { times, cpu: ((await usage()) - before) / (runs + 10) };
}

function report(what: string, { times, cpu }: Measured, noOp?: Measured): void {
  const ratio = noOp
    ? `; × no-op: ${(times.median / noOp.times.median).toFixed(2)} in time, ${(cpu / noOp.cpu).toFixed(2)} in the server's CPU`
    : '';
  console.log(`${what}: ${said(times)}, ${cpu.toFixed(2)} ms CPU${ratio}`);
}

function randomFilters(run: number): string {
  const statuses = ['At risk', 'Needs attention', 'Satisfactory'];
  const pick = Math.abs(run * 7919);
  return `/api/v1/dashboard?accountGroup=g${pick % 3}&accountManager=m${1 + (pick % 2)}&health=${encodeURIComponent(statuses[pick % 3]!)}&tag=Tag+${pick % 7}`;
}

async function editCell(server: BenchServer, key: string, run: number): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/companies/company-${Math.abs(run)}/alignments/item-5`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ mrrOpportunity: 1000 + run }),
  });
  if (answer.status !== 200) throw new Error(`edit: ${answer.status} ${await answer.text()}`);
}
