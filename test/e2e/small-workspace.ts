import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { ADMIN } from './harborlight.ts';
import { test as base } from './server.ts';

export { expect };

/** What the administrator of the small workspace sends and asks, past the screens. */
export interface Api {
  get(path: string): Promise<Record<string, unknown>>;
  post(path: string, body: object): Promise<Record<string, unknown>>;
  patch(path: string, body: object): Promise<Record<string, unknown>>;
}

interface SmallWorkspace {
  readonly api: Api;
}

/**
 * A workspace for this test alone, with three clients, contracts of several vendors and currencies, and a stack of two
 * items. The page is its administrator's and starts nowhere; addresses are the server's.
 */
export const test = base.extend<SmallWorkspace>({
  page: async ({ page, freshServer }, use) => {
    const answer = await page.request.post(`${freshServer.url}/api/v1/setup`, {
      data: { ...ADMIN, workspaceName: 'Harborlight IT' },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    await fill(apiOf(page.request, freshServer.url));
    await use(page);
  },
  api: async ({ page, freshServer }, use) => use(apiOf(page.request, freshServer.url)),
});

/** Opens a page of the small workspace's settings. */
export async function openSettings(page: Page, url: string, part: string, heading: string): Promise<void> {
  await page.goto(`${url}/settings/${part}`);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

function apiOf(request: APIRequestContext, url: string): Api {
  const send = async (method: 'GET' | 'POST' | 'PATCH', path: string, data?: object) => {
    const headers = { origin: url };
    const answer = await request.fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(data ? { data } : {}),
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
  };
}

async function fill(api: Api): Promise<void> {
  const item = (name: string, tags: string[], mrrPerSeat: number) =>
    api.post('/stack-items', {
      name,
      tags,
      products: [{ name: `${name} Pro`, standing: 'preferred', mrrPerSeat }],
    });
  await item('Web filtering', ['Dental', 'Legal'], 500);
  await item('Mail archive', ['Legal'], 300);
  const company = async (name: string, tags: string[], contracts: object[]) => {
    const { id } = await api.post('/companies', { name, tags, employeesOverride: 10 });
    for (const contract of contracts) await api.post(`/companies/${id}/contracts`, contract);
  };
  await company(
    'Acme Dental',
    ['Dental'],
    [
      { name: 'Managed services', amount: 100_000 },
      { name: 'Internet line', vendor: 'Bayline', amount: 20_000 },
    ],
  );
  await company(
    'Birch Law',
    ['Legal'],
    [
      { name: 'Managed services', amount: 50_000 },
      { name: 'Internet line', vendor: 'Bayline', amount: 30_000 },
      { name: 'Copier lease', vendor: 'Printworks', amount: 7000 },
    ],
  );
  await company('Cedar Inn', [], [{ name: 'European office', amount: 64_000, currency: 'EUR' }]);
}
