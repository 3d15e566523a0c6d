import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContextOptions, expect, request } from '@playwright/test';
import { type Prepared, prepared } from './prepared.ts';
import { test as base, migratedFolder, type RunningServer, startServer, withServer } from './server.ts';

export { expect };

type Session = NonNullable<BrowserContextOptions['storageState']>;

/** Who works at Northwind IT: an administrator, a member and a viewer, who all see every company. */
export interface Northwind extends People {
  readonly server: RunningServer;
}

interface People {
  readonly dana: Session;
  readonly riley: Session;
  readonly vera: Session;
}

/** Companies that are all alike, one for each test: ten seats, the tag Standard, one open recommendation without a line. */
const COMPANIES = [
  'Acme',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Gum',
  'Hazel',
  'Ivy',
  'Juniper',
  'Kauri',
];

const FILES: Readonly<Record<string, readonly string[]>> = {
  workspace: ['name,asOf', 'Northwind IT,2026-11-22'],
  companies: [
    'key,name,employeesOverride,tags',
    ...COMPANIES.map((name) => `${name.toLowerCase()},${name},10,Standard`),
  ],
  stack_items: [
    'key,name,definition,category,order,tags,agreementInclusionDefault',
    'mail,Email security,Keeps phishing out of the inbox,Security,1,Standard,true',
    'edr,Endpoint detection,Watches every device,Security,2,Standard,',
    'backup,Server backup,Copies servers off site,Continuity,3,Standard|Premium,',
    'print,Print management,Toner before it runs out,Office,4,Premium,',
  ],
  products: [
    'key,stackItem,name,standing,mrrPerSeat,oneTimePerCompany',
    'avanan,mail,Avanan,preferred,4.00,100.00',
    'proofpoint,mail,Proofpoint,supported,,',
    'sentinel,edr,SentinelOne,preferred,5.00,250.00',
    'datto,backup,Datto SIRIS,preferred,6.00,',
    'papercut,print,PaperCut,preferred,1.00,',
  ],
  recommendations: [
    'key,company,title,status,winProbability',
    ...COMPANIES.map((name) => `${name.toLowerCase()}-r,${name.toLowerCase()},Security uplift,Proposed,80`),
  ],
};

/** Tests over a small portfolio that each page finds as it was imported, in a company of its own. */
export const test = base.extend<object, { northwind: Northwind }>({
  northwind: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const { dataFolder, known } = await prepared('northwind', loadNorthwind);
      await withServer((server) => use({ server, ...known }), dataFolder);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ northwind }, use) => use(northwind.server.url),
  storageState: ({ northwind }, use) => use(northwind.dana),
});

async function loadNorthwind(): Promise<Prepared<People>> {
  const server = await startServer({ dataFolder: await migratedFolder() });
  const folder = await mkdtemp(path.join(tmpdir(), 'northwind-'));
  for (const [name, lines] of Object.entries(FILES))
    await writeFile(path.join(folder, `${name}.csv`), `${lines.join('\r\n')}\r\n`);
  await run(server, ['import', folder]);
  await rm(folder, { recursive: true });
  const known = {
    dana: await addUser(server, 'Dana Reyes', 'admin'),
    riley: await addUser(server, 'Riley Chen', 'member'),
    vera: await addUser(server, 'Vera Ortiz', 'viewer'),
  };
  await server.stop();
  return { dataFolder: server.dataFolder, known };
}

async function run(server: RunningServer, args: readonly string[], stdin = ''): Promise<void> {
  const { code, stderr } = await server.quarterdeck(args, stdin);
  expect(code, stderr).toBe(0);
}

async function addUser(server: RunningServer, name: string, role: string): Promise<Session> {
  const email = `${name.split(' ')[0]!.toLowerCase()}@northwind.example`;
  const password = 'a long passphrase';
  const groups = ['--security-group', 'all', '--account-group', 'all'];
  await run(
    server,
    ['user', 'add', '--email', email, '--name', name, '--role', role, '--password-stdin', ...groups],
    `${password}\n`,
  );
  const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } });
  const answer = await api.post('/api/auth/sign-in/email', { data: { email, password } });
  expect(answer.status(), await answer.text()).toBe(200);
  const session = await api.storageState();
  await api.dispose();
  return session;
}
