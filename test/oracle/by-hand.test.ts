import { afterAll, beforeAll, expect, it } from 'vitest';
import { importBundle } from '../../server/bundle/import-bundle.ts';
import { bundleOfTexts } from '../../server/bundle/source.ts';
import { exportTexts } from '../../server/bundle/testing/bundles.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../../server/testing/test-server.ts';
import { onBothEngines } from '../harness/engines.ts';
import { type OracleQuery, oracleDashboard } from './dashboard.ts';
import { bundleOf } from './read-bundle.ts';
import { rounded } from './rounded.ts';

const asOf = '2026-11-22';

/** A workspace with a stack and nobody in it but its admin. */
const rows = {
  users: [{ key: 'dana', name: 'Dana Reyes', email: 'dana@northwind.example', role: 'admin' }],
  security_groups: [{ key: 'all', name: 'All companies', all_companies: true }],
  security_group_users: [{ security_group: 'all', user: 'dana' }],
  account_groups: [{ key: 'east', name: 'East' }],
  excluded_vendors: [{ vendor: 'Carrier' }],
  exchange_rates: [{ currency: 'GBP', rate: '1.2345' }],
  stack_items: [
    { key: 'backup', name: 'Backup', tags: ['Standard'], weight: '2' },
    { key: 'mfa', name: 'Multi-factor sign-in', tags: ['Standard', 'HIPAA'], weight: null },
  ],
  products: [
    {
      key: 'backup-pro',
      stack_item: 'backup',
      name: 'Pro',
      standing: 'preferred',
      product_codes: ['BKP'],
      mrr_per_seat: 900,
      one_time_per_company: null,
    },
    {
      key: 'mfa-pro',
      stack_item: 'mfa',
      name: 'Pro',
      standing: 'preferred',
      product_codes: ['MFA'],
      mrr_per_seat: 300,
      one_time_per_company: 120_000,
    },
    {
      key: 'mfa-old',
      stack_item: 'mfa',
      name: 'Old',
      standing: 'supported',
      product_codes: ['OLD'],
      mrr_per_seat: null,
      one_time_per_company: null,
    },
  ],
};

onBothEngines('a portfolio that was typed in', (engine) => {
  let server: TestServer;
  let dana: Client;
  let texts: Record<string, string>;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', rows);
    server = await openTestServer(engine.database, { now: () => new Date(`${asOf}T12:00:00Z`) });
    dana = server.withKey(await giveKey(engine.database, workspace, 'dana'));
    await typeIn(dana);
    texts = await exportTexts(engine.database);
  });
  afterAll(() => server.close());

  it.each<[string, OracleQuery]>([
    ['as a whole', {}],
    ['per seat, least aligned first', { value: 'perSeat', rank: 'alignment' }],
    ['of one group, by MRR', { accountGroup: ['east'], rank: 'mrr' }],
    ['of one tag', { tag: ['HIPAA'] }],
  ])('has the dashboard that its bundle defines, %s', async (_, query) => {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const answer = await dana.get(`/dashboard?${search}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const expected = oracleDashboard(bundleOf(texts), 'dana', query, asOf);
    expect(rounded(answer.json())).toEqual(rounded(expected));
    expect(answer.json().companies).toBeGreaterThan(0);
  });

  it('has the MRR that its contracts come to, company by company', async () => {
    const { items } = (await dana.get('/companies?stage=active&stage=onboarding')).json();
    expect(items.map(({ name, mrr, oneTime }: Record<string, unknown>) => [name, mrr, oneTime])).toEqual([
      ['Acme Dental 🦷', 136_500, 45_000],
      ['Birch, "Law" & Co', 425_000, 0],
      ['שלום בע״מ', -2490, 0],
    ]);
  });

  it('goes through a bundle unchanged', async () => {
    const other = await engine.open();
    const files = Object.entries(texts).map(([name, text]) => [`${name}.csv`, text] as const);
    const imported = await importBundle(other, bundleOfTexts(new Map(files)));
    expect(imported.ok).toBe(true);
    expect(await exportTexts(other)).toEqual(texts);
  });
});

/** Three companies with contracts, contacts and what goes with them. */
async function typeIn(dana: Client) {
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await dana.post(path, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  };
  const acme = await made('/companies', {
    name: 'Acme Dental 🦷',
    tags: ['Standard'],
    accountGroups: ['east'],
    locations: 2,
  });
  for (const name of ['Ann', 'Bo', 'Cy']) await made(`/companies/${acme}/contacts`, { name });
  await made(`/companies/${acme}/contacts`, { name: 'Di', active: false, email: 'di@acme.example' });
  const managed = await made(`/companies/${acme}/contracts`, {
    name: 'Managed services',
    start: '2026-01-01',
    end: '2026-12-31',
    lines: [
      { description: 'Backup "per seat", pro', productCode: 'BKP', quantity: '12.5', unitPrice: 9000 },
      { description: 'Onboarding\nproject', unitPrice: 45_000, cycle: 'onetime', start: '2026-03-01' },
      { productCode: 'MFA', unitPrice: 99_999, cancelledOn: '2026-11-22' },
    ],
  });
  await made(`/contracts/${managed}/lines`, {
    productCode: 'OLD',
    unitPrice: 24_000,
    quantity: '3',
    cycle: 'quarterly',
  });
  await made(`/companies/${acme}/contracts`, { name: 'Voice', vendor: 'Carrier', amount: 70_000 });

  const birch = await made('/companies', {
    name: 'Birch, "Law" & Co',
    stage: 'onboarding',
    executiveSummary: '<script>alert(1)</script>\r\nsecond line | with a bar',
    mrrOverride: 425_000,
    employeesOverride: 40,
    tags: ['HIPAA', 'a|b\\c:d'],
    dateAcquired: '2019-04-01',
    yearlyRevenue: 1e15,
    yearEstablished: 1998,
    owner: 'dana',
  });
  await made(`/companies/${birch}/contracts`, {
    name: 'Old',
    amount: 100,
    status: 'inactive',
    cycle: 'weekly',
  });

  const shalom = await made('/companies', { name: 'שלום בע״מ' });
  const credit = await made(`/companies/${shalom}/contracts`, {
    name: 'Credit',
    amount: -100,
    revenueFrom: 'header',
  });
  await dana.patch(`/contracts/${credit}`, { amount: -30_000, cycle: 'annual' });
  await made(`/companies/${shalom}/contracts`, {
    name: 'Pound',
    amount: 100,
    currency: 'GBP',
    cycle: 'annual',
  });
  await made(`/companies/${shalom}/contracts`, {
    name: 'Euro',
    amount: 500,
    currency: 'EUR',
    excluded: true,
  });

  const gone = await made('/companies', { name: 'Gone', tags: ['Standard'] });
  await made(`/companies/${gone}/contracts`, { name: 'Backup', amount: 5000 });
  await dana.post(`/companies/${gone}/archive`);
  const mistake = await made('/companies', { name: 'Mistake' });
  expect((await dana.delete(`/companies/${mistake}`)).statusCode).toBe(204);
}
