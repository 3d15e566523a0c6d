import { type BrowserContextOptions, expect, type Page, request } from '@playwright/test';
import { type Prepared, prepared } from './prepared.ts';
import { test as base, migratedFolder, type RunningServer, startServer, withServer } from './server.ts';

export { expect };

export const ADMIN = {
  name: 'Pat Lindqvist',
  email: 'pat@harborlight.example',
  password: 'a long passphrase',
};

type Session = NonNullable<BrowserContextOptions['storageState']>;

interface Harborlight {
  /** A folder with all that the server begins with. */
  harborlight: Prepared<Session>;
  /** A server with the demo portfolio of Harborlight IT and one administrator, ADMIN. */
  demo: RunningServer;
  /** The administrator's cookies. */
  session: Session;
}

/** Tests over the demo portfolio: pages are the administrator's, addresses are the server's. */
export const test = base.extend<object, Harborlight>({
  harborlight: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => use(await prepared('harborlight', loadHarborlight)),
    { scope: 'worker', timeout: 240_000 },
  ],
  demo: [
    async ({ harborlight }, use) => withServer(use, harborlight.dataFolder),
    { scope: 'worker', timeout: 120_000 },
  ],
  session: [async ({ harborlight }, use) => use(harborlight.known), { scope: 'worker' }],
  baseURL: ({ demo }, use) => use(demo.url),
  storageState: ({ session }, use) => use(session),
});

async function loadHarborlight(): Promise<Prepared<Session>> {
  const server = await startServer({ dataFolder: await migratedFolder() });
  const { code, stderr } = await server.quarterdeck(['demo']);
  if (code !== 0) throw new Error(`The demo portfolio could not be loaded: ${stderr}`);
  const api = await request.newContext({ baseURL: server.url });
  const answer = await api.post('/api/v1/setup', { data: ADMIN });
  expect(answer.status(), await answer.text()).toBe(201);
  const known = await api.storageState();
  await api.dispose();
  await server.stop();
  return { dataFolder: server.dataFolder, known };
}

/** A card of the dashboard by its title. */
export const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

/** The chart in a card. */
export const chart = (page: Page, title: string) =>
  card(page, title).getByRole('application', { name: new RegExp(`^${title}\\.`) });

/** "$1,234.50" as 123450. */
export function cents(text: string): number {
  const amount = /-?\$[\d,]+\.\d{2}/.exec(text)?.[0];
  if (!amount) throw new Error(`"${text}" names no amount of dollars`);
  return Math.round(Number(amount.replaceAll(/[$,]/g, '')) * 100);
}
