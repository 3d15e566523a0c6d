import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateTenant, TENANT_SIZES } from '../tenant.ts';
import { type FakeHalo, startFakeHalo } from './fake.ts';

let fake: FakeHalo;
let token: string;
beforeAll(async () => {
  fake = await startFakeHalo({
    tenant: generateTenant({ size: TENANT_SIZES.XS, now: new Date('2026-11-29T10:00:00Z') }),
  });
  token = ((await (await signIn('?tenant=acme-tenant')).json()) as { access_token: string }).access_token;
});
afterAll(() => fake.close());

function signIn(query: string): Promise<Response> {
  const { clientId = '', clientSecret = '' } = fake.credentials;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'all',
  });
  return fetch(`${fake.address}/auth/token${query}`, { method: 'POST', body });
}

const get = (path: string) =>
  fetch(`${fake.address}/api/${path}`, { headers: { authorization: `Bearer ${token}` } });
type Rows = readonly Readonly<Record<string, unknown>>[];
const list = async (path: string) =>
  (await (await get(path)).json()) as { record_count: number } & Record<string, Rows>;

test('the tenant belongs into the address of the token', async () => {
  expect((await signIn('')).status).toBe(400);
  expect((await fetch(`${fake.address}/api/Client`)).status).toBe(401);
});

test('pages are asked for as HaloPSA spells it, and tickets repeat their last page and miscount', async () => {
  expect((await list('Tickets?page_size=100')).tickets).toHaveLength(50);
  const last = await list('Tickets?pageinate=true&page_no=2&page_size=100');
  const after = await list('Tickets?pageinate=true&page_no=3&page_size=100');
  expect(after.tickets).toEqual(last.tickets);
  expect(after.record_count).toBe(50);
  expect((await list('Client?pageinate=true&page_no=9&page_size=100')).clients).toEqual([]);
});

test('some lists are bare, some leave out what a single record shows', async () => {
  expect(await list('Status')).toEqual(expect.any(Array));
  const invoice = (await list('RecurringInvoice?pageinate=true')).invoices![0]!;
  expect(invoice.lines).toEqual([]);
  const whole = (await (await get(`RecurringInvoice/${invoice.id}?includedetails=true`)).json()) as {
    lines: Rows;
  };
  expect(whole.lines.length).toBeGreaterThan(0);
});

test('actions of no ticket are an error; nothing is 1900; a recurring invoice names a contract that is not listed', async () => {
  expect((await get('Actions')).status).toBe(500);
  const contracts = (await list('ClientContract?pageinate=true&includeinactive=true')).contracts!;
  expect(contracts[0]!.next_invoice_date).toBe('1900-01-01T00:00:00');
  const listed = new Set(contracts.map(({ id }) => id));
  const { invoices } = await list('RecurringInvoice?pageinate=true');
  expect(invoices!.some(({ contract_id }) => !listed.has(contract_id))).toBe(true);
});
