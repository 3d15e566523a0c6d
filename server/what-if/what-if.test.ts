import { brotliDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDefinitions } from '../../contract/what-if.ts';
import { type PackedColumns, type PackedRow, unpackCompany } from '../../contract/what-if-companies.ts';
import { companyFigures } from '../../domain/portfolio/company-figures.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { loadCompanyFacts } from '../portfolio/company-facts.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type Rows,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

/** An administrator whose security group holds one company only. */
const rows: Rows = {
  ...twoRegions,
  users: [
    ...twoRegions.users!,
    { key: 'east', name: 'East', email: 'east@northwind.example', role: 'admin' },
  ],
  security_group_users: [...twoRegions.security_group_users!, { security_group: 'east-only', user: 'east' }],
};

onBothEngines('what a what-if is made of', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let east: Client;
  let member: Client;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', rows);
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, east, member] = [await keyOf('admin'), await keyOf('east'), await keyOf('both')];
  });
  afterAll(() => server.close());

  interface Answer {
    asOf: string;
    midpoints: unknown;
    columns: PackedColumns;
    companies: PackedRow[];
  }
  async function companies(client: Client): Promise<Answer & { etag: string }> {
    const answer = await client.get('/what-if/companies');
    expect(answer.statusCode, answer.body).toBe(200);
    return { ...answer.json(), etag: String(answer.headers.etag) };
  }
  const again = (client: Client, etag: string) =>
    client.send({ method: 'GET', url: '/what-if/companies', headers: { 'if-none-match': etag } });

  it('gives the rules all they read, so that they make the same figures of it', async () => {
    await admin.post(`/companies/${COMPANIES.own.id}/alignments/mfa/recommendations`, {
      title: 'Move',
      mrr: 5000,
    });
    await admin.patch(`/companies/${COMPANIES.own.id}/alignments/mfa`, { alignment: 40, threat: true });
    await admin.send({
      method: 'PUT',
      url: `/companies/${COMPANIES.own.id}/metrics/health/sentiment`,
      payload: { points: 7, note: 'Fine' },
    });
    const answer = await companies(admin);
    expect(answer).toMatchObject({ asOf: '2026-11-22', midpoints: null });
    const definitions = readDefinitions((await admin.get('/what-if/definitions')).json());
    const held = await server.context.portfolios.portfolioOf(workspace, server.context.now());
    expect(definitions).toEqual(held.definitions);
    const ids = Object.values(COMPANIES).map(({ id }) => id);
    const stored = await inWorkspace(engine.database, { workspace, companies: 'all' }, (tx) =>
      loadCompanyFacts(tx, ids, 'UTC'),
    );
    const unpacked = answer.companies.map((row) => unpackCompany(answer.columns, row));
    expect(unpacked.map(({ id }) => id)).toEqual(ids);
    expect(stored).toHaveLength(ids.length);
    for (const facts of stored) {
      const same = unpacked.find(({ id }) => id === facts.id)!;
      expect(companyFigures(definitions, same, '2026-11-22')).toEqual(
        companyFigures(definitions, facts, '2026-11-22'),
      );
    }
    const own = companyFigures(definitions, unpacked[0]!, '2026-11-22');
    expect(own).toMatchObject({ mrr: 100_000, employees: 10, health: 70 });
    expect(own.cells).toMatchObject([{ mrrOpportunity: 5000 }]);
  });

  it('need not be sent again until something is stored about a company', async () => {
    const { etag } = await companies(admin);
    expect((await again(admin, etag)).statusCode).toBe(304);
    await admin.post('/stack-items', { name: 'Backup' });
    const definitionsChanged = await again(admin, etag);
    expect([definitionsChanged.statusCode, definitionsChanged.body]).toEqual([304, '']);
    await admin.patch(`/companies/${COMPANIES.other.id}/alignments/mfa`, { alignment: 1 });
    const changed = await again(admin, etag);
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
    expect(changed.body).toContain(COMPANIES.other.id);

    const prune = sql`delete from portfolio_changes where workspace_id = ${workspace}`;
    await prune.execute(engine.database.kysely);
    expect((await companies(admin)).companies).toHaveLength(3);
  });

  it('travels compressed', async () => {
    const whole = await admin.get('/what-if/companies');
    const answer = await admin.send({
      method: 'GET',
      url: '/what-if/companies',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(whole.body);
  });

  it('holds what its viewer may see, with the medians of all where they do not see all', async () => {
    const answer = await companies(east);
    expect(answer.companies.map(([id]) => id)).toEqual([COMPANIES.own.id]);
    expect(JSON.stringify(answer)).not.toContain(COMPANIES.other.id);
    expect(answer.midpoints).toEqual({ total: { n: '200000', d: '1' }, perSeat: { n: '200000', d: '20' } });
    await admin.patch(`/companies/${COMPANIES.unassigned.id}/profile`, { mrrOverride: 150_000 });
    const moved = await companies(east);
    expect(moved.midpoints).toMatchObject({ total: { n: '150000' } });
    expect((await companies(admin)).midpoints).toBeNull();
  });

  it('is for administrators', async () => {
    for (const url of ['/what-if/companies', '/what-if/definitions'])
      expect([url, (await member.get(url)).statusCode]).toEqual([url, 403]);
  });
});
