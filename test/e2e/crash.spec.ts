import { rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import yazl from 'yazl';
import { csvFiles } from '../../server/demo/csv-files.ts';
import { demoPortfolio } from '../../server/demo/portfolio.ts';
import { random } from '../../server/demo/random.ts';
import { type Cluster, startCluster } from '../harness/postgres-cluster.ts';
import { type RunningServer, type ServerOptions, startServer } from './server.ts';

/** How often each engine's server is killed; QUARTERDECK_KILLS asks for more. */
const KILLS = Number(process.env.QUARTERDECK_KILLS ?? 4);
/** Without its groups: the administrator of this test stays in those of all companies. */
const { security_groups: _, account_groups: __, ...rows } = demoPortfolio(40);
const companies = rows.companies!.map((company) => company.key!);

test.describe('a server that is killed without warning', () => {
  test.setTimeout(60_000 + KILLS * 30_000);
  let cluster: Cluster | undefined;
  test.afterAll(() => cluster?.stop());

  for (const engine of ['embedded', 'server'] as const) {
    test(`loses nothing that it acknowledged, and leaves no import half done (${engine})`, async () => {
      if (engine === 'server') cluster = await startCluster();
      await surviveKills(cluster ? { environment: { DATABASE_URL: cluster.url } } : {});
    });
  }
});

async function surviveKills(options: ServerOptions): Promise<void> {
  const r = random(9);
  let server = await startServer(options);
  const restart = { ...options, dataFolder: server.dataFolder };
  try {
    const key = await firstAdmin(server);
    expect((await importNames(server, key, 0)).acknowledged).toBe(true);
    for (const company of companies) await addContract(server, key, company);
    const kept = { imported: 0, edits: new Map<string, number>() };
    for (let kill = 1; kill <= KILLS; kill++) {
      const sent = new Map<string, number>();
      let running = true;
      const edits = editUntil(() => !running, server, key, kill, sent, kept.edits);
      const imported = importNames(server, key, kill);
      await sleep(r.int(1500));
      await server.kill9();
      running = false;
      await edits;
      const { acknowledged } = await imported;
      server = await startServer(restart);
      await expectKept(server, key, sent, kept.edits);
      kept.imported = await expectWholeImport(server, key, acknowledged ? [kill] : [kill, kept.imported]);
    }
  } finally {
    await server.kill9();
    await rm(server.dataFolder, { recursive: true, force: true });
  }
}

async function firstAdmin(server: RunningServer): Promise<string> {
  const user = [
    'user',
    'add',
    '--email',
    'a@msp.example',
    '--name',
    'A',
    '--role',
    'admin',
    '--password-stdin',
  ];
  const added = await server.quarterdeck(user, 'a long passphrase\n');
  expect(added.code, added.stderr).toBe(0);
  const made = await server.quarterdeck(['api-key', 'create', '--email', 'a@msp.example']);
  expect(made.code, made.stderr).toBe(0);
  return made.stdout.trim();
}

/** Something that is saved by hand: where, as what, and where it is found again. None of it stands in the imports. */
interface Saved {
  readonly path: (company: string) => string;
  readonly body: (value: number) => object;
  readonly stored: (answer: never) => number;
}

const SAVED: readonly Saved[] = [
  {
    path: (company) => `companies/${company}/alignments/firewall`,
    body: (mrrOpportunity) => ({ applicable: true, mrrOpportunity }),
    stored: ({ mrrOpportunity }: { mrrOpportunity: { amount: number } }) => mrrOpportunity.amount,
  },
  {
    path: (company) => `companies/${company}/profile`,
    body: (yearlyRevenue) => ({ yearlyRevenue }),
    stored: ({ yearlyRevenue }: { yearlyRevenue: number }) => yearlyRevenue,
  },
  {
    path: (company) => `contracts/${contractOf(company)}`,
    body: (amount) => ({ amount }),
    stored: ({ amount }: { amount: number }) => amount,
  },
];

const contractOf = (company: string) => `${company}-kept-by-hand`;

async function addContract(server: RunningServer, key: string, company: string): Promise<void> {
  const answer = await call(server, key, `companies/${company}/contracts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Kept by hand' }),
  });
  expect([answer.status, (await answer.json()).id]).toEqual([201, contractOf(company)]);
}

/** Saves cells, profiles and contracts one after the other, each with a number never used before, until told to end or cut off. */
async function editUntil(
  ended: () => boolean,
  server: RunningServer,
  key: string,
  kill: number,
  sent: Map<string, number>,
  acknowledged: Map<string, number>,
): Promise<void> {
  for (let n = 0; !ended(); n++) {
    const saved = SAVED[n % SAVED.length]!;
    const path = saved.path(companies[n % companies.length]!);
    const value = kill * 100_000 + n;
    sent.set(path, value);
    const answer = await call(server, key, path, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(saved.body(value)),
    }).catch(() => null);
    if (!answer) return;
    expect(answer.status, await answer.clone().text()).toBe(200);
    acknowledged.set(path, value);
  }
}

/** Renames every company in one import; acknowledged once its result has arrived. */
async function importNames(server: RunningServer, key: string, version: number) {
  const named = rows.companies!.map(({ yearlyRevenue: _, ...company }) => ({
    ...company,
    name: `${company.name} · ${version}`,
  }));
  const body = await zip(csvFiles({ ...rows, companies: named, alignments: [] }));
  const sent = call(server, key, 'bundle', {
    method: 'POST',
    headers: { 'content-type': 'application/zip' },
    body,
  });
  const text = await sent.then((answer) => answer.text()).catch(() => '');
  return { acknowledged: text.includes('"result"') };
}

/** What was saved is what was last acknowledged, or what was sent after that and not yet answered. */
async function expectKept(
  server: RunningServer,
  key: string,
  sent: ReadonlyMap<string, number>,
  acknowledged: Map<string, number>,
): Promise<void> {
  for (const saved of SAVED)
    for (const path of companies.map(saved.path)) {
      const value = acknowledged.get(path);
      if (value === undefined) continue;
      const answer = await read(server, key, path);
      const stored = saved.stored((await answer.json()) as never);
      expect([value, sent.get(path)], path).toContain(stored);
      acknowledged.set(path, stored);
    }
}

/** Every company is of the same import, and of one that is possible. Resolves to which. */
async function expectWholeImport(
  server: RunningServer,
  key: string,
  possible: readonly number[],
): Promise<number> {
  const answer = await read(server, key, 'companies?limit=500');
  const { items } = (await answer.json()) as { items: { name: string }[] };
  const versions = new Set(items.map(({ name }) => Number(name.split(' · ')[1])));
  expect(items).toHaveLength(companies.length);
  expect([...versions]).toHaveLength(1);
  expect(possible).toContain([...versions][0]);
  return [...versions][0]!;
}

/** Asks until the server finds the time: busy (503) is no loss. */
async function read(server: RunningServer, key: string, path: string): Promise<Response> {
  const answer = await call(server, key, path);
  if (answer.status === 503) return sleep(1000).then(() => read(server, key, path));
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer;
}

function call(server: RunningServer, key: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, ...init.headers };
  return fetch(`${server.url}/api/v1/${path}`, { ...init, headers });
}

function zip(files: ReadonlyMap<string, string>): Promise<Buffer<ArrayBuffer>> {
  const file = new yazl.ZipFile();
  for (const [name, text] of files) file.addBuffer(Buffer.from(text), name);
  file.end();
  return buffer(file.outputStream) as Promise<Buffer<ArrayBuffer>>;
}
