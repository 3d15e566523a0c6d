import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultAt } from '../faults.ts';
import { generateTenant, TENANT_SIZES } from '../tenant.ts';
import { type FakeConnectWise, startFakeConnectWise } from './fake.ts';

const tenant = generateTenant({ size: TENANT_SIZES.XS, now: new Date('2026-11-29T10:00:00Z') });
let fake: FakeConnectWise;
beforeEach(async () => {
  fake = await startFakeConnectWise(tenant);
});
afterEach(() => fake.close());

const basic = (key = 'pr1vate') => `Basic ${Buffer.from(`alder+pub1ic:${key}`).toString('base64')}`;
const signedIn = () => ({ authorization: basic(), clientid: fake.credentials.clientId! });

async function get(path: string, headers: Record<string, string> = signedIn()) {
  const response = await fetch(`${fake.site}/v2026_1/apis/3.0${path}`, { headers });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    rows: () => JSON.parse(text) as Record<string, unknown>[],
  };
}

test('the codebase is said without credentials, and of an unknown company null', async () => {
  const info = async (id: string) => (await fetch(`${fake.site}/login/companyinfo/${id}`)).json();
  expect(await info('alder')).toMatchObject({ Codebase: 'v2026_1/' });
  expect(await info('nobody')).toBeNull();
});

test('another codebase, wrong keys and a missing client id are refused', async () => {
  expect((await fetch(`${fake.site}/v1/apis/3.0/system/info`, { headers: signedIn() })).status).toBe(404);
  expect((await get('/system/info', { authorization: basic() })).status).toBe(403);
  const wrong = { ...signedIn(), authorization: basic('guess') };
  expect((await get('/system/info', wrong)).status).toBe(401);
  fake.wrongKeys = 404;
  expect((await get('/system/info', wrong)).status).toBe(404);
  expect((await get('/system/info')).status).toBe(200);
  fake.forbidden = ['/finance'];
  expect((await get('/finance/agreements')).status).toBe(403);
});

test('a page holds 25 rows if nothing is said, and its link leads to the next and the last', async () => {
  const page = await get('/service/tickets');
  expect(page.rows()).toHaveLength(25);
  expect(page.headers.get('link')).toMatch(/page=2>; rel="next", .*page=6>; rel="last"/);
  const last = await get('/service/tickets?page=6');
  expect(last.rows()).toHaveLength(25);
  expect(last.headers.get('link')).toBeNull();
  expect((await get('/service/tickets?page=7')).rows()).toEqual([]);
  expect((await get('/service/tickets?pageSize=5000')).rows()).toHaveLength(150);
});

test('forward-only pages go on behind an id, and have no order', async () => {
  const headers = { ...signedIn(), 'pagination-type': 'forward-only' };
  const page = await get('/service/tickets?pageSize=100', headers);
  expect(page.headers.get('link')).toMatch(/pageId=100>; rel="next"$/);
  const rest = await get('/service/tickets?pageSize=100&pageId=100', headers);
  expect([rest.rows()[0]!.id, rest.rows().length, rest.headers.get('link')]).toEqual([101, 50, null]);
  expect((await get('/service/tickets?orderBy=id', headers)).status).toBe(400);
});

test('what is not asked for by fields is left out, _info as well', async () => {
  const [row] = (await get('/service/tickets?fields=id,summary')).rows();
  expect(Object.keys(row!)).toEqual(['id', 'summary']);
  expect(Object.keys((await get('/service/tickets?fields=id,_info')).rows()[0]!)).toEqual(['id', '_info']);
});

test('conditions are kept, and what is none is refused', async () => {
  const rows = (await get('/service/tickets?conditions=company/id=3 and closedFlag=true')).rows();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => (row.company as { id: number }).id === 3)).toBe(true);
  expect((await get('/service/tickets?conditions=company.id==3')).status).toBe(400);
});

test('additions are listed by their agreement alone', async () => {
  expect((await get('/finance/additions')).status).toBe(404);
  expect((await get('/finance/agreements/999/additions')).status).toBe(404);
  expect((await get('/finance/agreements/1/additions')).rows().length).toBeGreaterThan(0);
});

test('a fault comes at its call, with the time to wait', async () => {
  fake.faults = faultAt(2, { kind: 'busy', retryAfterSeconds: 7 });
  expect((await get('/system/info')).status).toBe(200);
  const busy = await get('/system/info');
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await get('/system/info')).status).toBe(200);
});

test('what the specification does not know is noted', async () => {
  await get('/service/tickets?limit=5');
  expect(fake.violations).toEqual(['GET /service/tickets has no parameter limit']);
});
