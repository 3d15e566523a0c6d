import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Exclusions } from '../../contract/exclusions.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { loadPortfolio } from '../portfolio/load.ts';
import { contentOf } from '../portfolio/test-world.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';

const now = new Date('2026-11-22T12:00:00Z');

const contract = (company: string, key: string, more: object = {}) => ({
  key: `${company}-${key}`,
  company,
  name: key,
  vendor: null,
  amount: null,
  excluded: null,
  ...more,
});

const rows = {
  users: [
    { key: 'dana', name: 'Dana Reyes', email: 'dana@northwind.example', role: 'admin' },
    { key: 'lee', name: 'Lee Park', email: 'lee@northwind.example', role: 'admin' },
    { key: 'sam', name: 'Sam Ito', email: 'sam@northwind.example', role: 'member' },
    { key: 'vic', name: 'Vic Roy', email: 'vic@northwind.example', role: 'viewer' },
  ],
  companies: [
    { key: 'acme', name: 'Acme' },
    { key: 'birch', name: 'Birch' },
  ],
  security_groups: [
    { key: 'all', name: 'All companies', all_companies: true },
    { key: 'east', name: 'East', all_companies: false },
  ],
  security_group_companies: [{ security_group: 'east', company: 'acme' }],
  security_group_users: [
    { security_group: 'all', user: 'dana' },
    { security_group: 'all', user: 'sam' },
    { security_group: 'all', user: 'vic' },
    { security_group: 'east', user: 'lee' },
  ],
  contracts: [
    contract('acme', 'managed', { amount: 100_000 }),
    contract('acme', 'internet', { vendor: 'Bayline', amount: 20_000 }),
    contract('acme', 'copier', { vendor: 'Printworks', amount: 7000 }),
    contract('birch', 'internet', { vendor: 'Bayline', amount: 30_000 }),
    contract('birch', 'phasing-out', { amount: 5000, excluded: true }),
    contract('birch', 'hidden', { vendor: 'Only Birch', amount: 1 }),
  ],
  contract_lines: [
    {
      key: 'line',
      contract: 'acme-managed',
      company: 'acme',
      vendor: 'Bayline',
      unit_price: 900,
      cycle: 'onetime',
    },
  ],
  excluded_vendors: [{ vendor: 'Printworks' }],
};

onBothEngines('contract exclusions', (engine) => {
  let server: TestServer;
  let workspace: string;
  let dana: Client;
  /** An admin whose security group holds Acme alone. */
  let lee: Client;
  let sam: Client;
  let vic: Client;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', rows);
    server = await openTestServer(engine.database, { now: () => now });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [dana, lee, sam, vic] = [
      await client('dana'),
      await client('lee'),
      await client('sam'),
      await client('vic'),
    ];
  });
  afterAll(() => server.close());

  const exclusions = async (client = dana): Promise<Exclusions> => {
    const answer = await client.get('/exclusions');
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  };
  const mrrOf = async (company: string) => (await dana.get(`/companies/${company}`)).json().mrr;

  async function events(): Promise<unknown[]> {
    const { rows } = await sql<{ line: unknown }>`
      select jsonb_build_array(actor, action, company, subject, before, after) as line
      from audit_events order by id`.execute(engine.database.kysely);
    return rows.map(({ line }) => line);
  }

  it('are told by vendor and contract, with what each is worth', async () => {
    const { vendors, ownContracts, contracts } = await exclusions();
    expect(vendors).toEqual([
      { vendor: 'Bayline', contracts: 2, lines: 1, excluded: false },
      { vendor: 'Only Birch', contracts: 1, lines: 0, excluded: false },
      { vendor: 'Printworks', contracts: 1, lines: 0, excluded: true },
    ]);
    expect(ownContracts).toBe(2);
    expect(contracts).toMatchObject([
      { id: 'birch-phasing-out', mrr: 5000, counts: false, reason: 'This contract is excluded' },
    ]);
  });

  it.each([
    ['vendor=Bayline', ['acme-internet 20000 true', 'birch-internet 30000 true']],
    ['vendor=Printworks', ['acme-copier 7000 false']],
    ['vendor=Nobody', []],
    ['own=true', ['acme-managed 100000 true', 'birch-phasing-out 5000 false']],
    ['company=birch', ['birch-hidden 1 true', 'birch-internet 30000 true', 'birch-phasing-out 5000 false']],
  ])('lists the contracts of %s', async (query, expected) => {
    const answer = await dana.get(`/exclusions/contracts?${query}`);
    const lines = answer.json().items.map((it: Record<string, unknown>) => `${it.id} ${it.mrr} ${it.counts}`);
    expect(lines).toEqual(expected);
  });

  it.each(['', 'vendor=A&company=acme', 'own=true&vendor=A', 'own=false', 'vendor=', 'vendors=A'])(
    'refuses a question for "%s"',
    async (query) => {
      expect((await dana.get(`/exclusions/contracts?${query}`)).statusCode).toBe(400);
    },
  );

  it('are saved all at once: contracts, vendors, in and out, and in the figures at once', async () => {
    const { etag } = await exclusions();
    const before = (await events()).length;
    const answer = await dana.patch(
      '/exclusions',
      {
        excludeContracts: ['acme-internet', 'acme-internet'],
        includeContracts: ['birch-phasing-out', 'acme-managed'],
        excludeVendors: ['Nobody yet', 'Printworks'],
        includeVendors: ['Printed on paper'],
      },
      { 'if-match': etag },
    );
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toEqual(await exclusions());
    expect(answer.json().contracts.map(({ id }: { id: string }) => id)).toEqual(['acme-internet']);
    expect([await mrrOf('acme'), await mrrOf('birch')]).toEqual([100_000, 35_001]);
    expect((await events()).slice(before)).toEqual([
      ['dana', 'update contract', 'acme', 'acme-internet', { excluded: false }, { excluded: true }],
      ['dana', 'update contract', 'birch', 'birch-phasing-out', { excluded: true }, { excluded: false }],
      ['dana', 'exclude vendor', null, 'Nobody yet', null, null],
    ]);
    const told = (await dana.get('/activity?limit=3')).json().items;
    expect(told.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Dana Reyes excluded the vendor Nobody yet',
      'Dana Reyes set excluded of the contract phasing-out from yes to no',
      'Dana Reyes set excluded of the contract internet from no to yes',
    ]);
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
  });

  it('do not overwrite what another admin has saved meanwhile', async () => {
    const { etag } = await exclusions();
    await dana.patch('/exclusions', { includeVendors: ['Printworks'] }, { 'if-match': etag });
    await lee.patch('/contracts/acme-copier', { excluded: true });
    const late = await dana.patch(
      '/exclusions',
      { excludeContracts: ['acme-managed'] },
      { 'if-match': etag },
    );
    expect(late.statusCode).toBe(412);
    const { details, message } = late.json().error;
    expect(message).toBe('Lee Park has changed this since you read it.');
    expect(details.current).toEqual(await exclusions());
    expect(await mrrOf('acme')).toBe(100_000);
    const again = await dana.patch(
      '/exclusions',
      { excludeContracts: ['acme-managed'] },
      { 'if-match': details.etag },
    );
    expect([again.statusCode, await mrrOf('acme')]).toEqual([200, 0]);
    await dana.patch('/exclusions', { includeContracts: ['acme-managed', 'acme-copier'] });
  });

  it('happen whole or not at all', async () => {
    const before = [await exclusions(), await events()];
    for (const [body, status] of [
      [{ excludeContracts: ['acme-managed', 'ghost'], excludeVendors: ['Bayline'] }, 404],
      [{ excludeContracts: ['acme-managed'], includeContracts: ['acme-managed'] }, 422],
      [{ excludeVendors: ['Bayline'], includeVendors: ['Bayline'] }, 422],
      [{ excludeVendors: [''] }, 400],
      [{ excludeVendors: ['a\u0000b'] }, 400],
      [{ excludeVendors: ['x'.repeat(401)] }, 400],
      [{ contracts: [] }, 400],
    ] as const) {
      const answer = await dana.patch('/exclusions', body);
      expect([body, answer.statusCode]).toEqual([body, status]);
    }
    expect([await exclusions(), await events()]).toEqual(before);
  });

  it('are about the companies that an admin sees, and nothing tells of others', async () => {
    const seen = await exclusions(lee);
    expect(seen.vendors.map(({ vendor }) => vendor)).toEqual(['Bayline', 'Nobody yet', 'Printworks']);
    expect(seen.contracts.map(({ id }) => id)).toEqual(['acme-internet']);
    const { items } = (await lee.get('/exclusions/contracts?vendor=Bayline')).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['acme-internet']);
    for (const hidden of ['birch-internet', 'ghost']) {
      const answer = await lee.patch('/exclusions', { excludeContracts: ['acme-managed', hidden] });
      expect([answer.statusCode, answer.json().error.message]).toEqual([
        404,
        `There is no contract "${hidden}".`,
      ]);
    }
    for (const company of ['birch', 'ghost'])
      expect((await lee.get(`/exclusions/contracts?company=${company}`)).statusCode).toBe(404);
    await dana.patch('/exclusions', { excludeContracts: ['birch-internet'] });
    expect((await exclusions(lee)).etag).toBe(seen.etag);
    const saved = await lee.patch(
      '/exclusions',
      { excludeContracts: ['acme-copier'] },
      { 'if-match': seen.etag },
    );
    expect(saved.statusCode, saved.body).toBe(200);
    expect(saved.body).not.toContain('irch');
    await lee.patch('/exclusions', { includeContracts: ['acme-copier'], excludeVendors: ['Bayline'] });
    expect([await mrrOf('acme'), await mrrOf('birch')]).toEqual([107_000, 5001]);
  });

  it('are the admins’ to see and to change', async () => {
    for (const client of [sam, vic]) {
      expect((await client.get('/exclusions')).statusCode).toBe(403);
      expect((await client.get('/exclusions/contracts?own=true')).statusCode).toBe(403);
      expect((await client.patch('/exclusions', { excludeVendors: ['Bayline'] })).statusCode).toBe(403);
    }
    expect((await server.anonymous.get('/exclusions')).statusCode).toBe(401);
  });

  it('of a thousand contracts are one change', async () => {
    await sql`insert into contracts (workspace_id, key, company, name, amount)
      select ${workspace}, 'many-' || n, 'acme', 'Many', 100 from generate_series(1, 1000) n`.execute(
      engine.database.kysely,
    );
    const many = Array.from({ length: 1000 }, (_, i) => `many-${i + 1}`);
    expect(await mrrOf('acme')).toBe(207_000);
    const answer = await dana.patch('/exclusions', { excludeContracts: many });
    expect([answer.statusCode, await mrrOf('acme')]).toEqual([200, 107_000]);
  });
});
