import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contract } from '../../contract/contracts.ts';
import { company, contact, contract, line } from '../../domain/sync/testing/some-records.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { emptyTenant, putRecord, type Tenant } from '../../test/psa/tenant.ts';
import { openPortfolios } from '../portfolio/portfolios.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';
import { applyMirror } from './apply-mirror.ts';
import { fillMirror } from './testing/fill-mirror.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const kestrel = COMPANIES.own.id;

onBothEngines('what comes from a connected system', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let viewer: Client;
  let stranger: Client;

  const sync = async (holds: Tenant) => {
    const place = { workspace, connection: 'psa' };
    await fillMirror(engine.database, place, holds);
    const context = { database: engine.database, portfolios: openPortfolios(engine.database) };
    await applyMirror(context, { ...place, run: 1, now: NOW, unread: [], requireRun: async () => undefined });
  };

  function psa(): Tenant {
    const tenant = emptyTenant();
    const of = { company: '250' };
    putRecord(tenant, 'companies', '250', company({ name: COMPANIES.own.name, industry: 'Forges' }), NOW);
    const site = { ...of, name: 'Main', primary: true, active: true, city: 'Springfield', country: null };
    putRecord(tenant, 'sites', '1', site, NOW);
    putRecord(tenant, 'contacts', '5', contact(), NOW);
    putRecord(tenant, 'contracts', '9', contract(), NOW);
    putRecord(tenant, 'contractLines', '1', line({ unitPrice: '50' }), NOW);
    const ticket = {
      ...of,
      number: 'T1',
      title: 'Printer offline',
      board: null,
      type: null,
      priority: 'Low',
    };
    const open = {
      kind: 'service',
      status: 'New',
      closed: false,
      createdAt: '2026-11-20T08:00:00Z',
    } as const;
    putRecord(tenant, 'tickets', '1', { ...ticket, ...open, closedAt: null }, NOW);
    const work = { ...of, ticket: '1', kind: 'service', billable: true, resource: null } as const;
    putRecord(tenant, 'timeEntries', '1', { ...work, workedOn: '2026-11-20', hours: '1.50' }, NOW);
    const deal = { ...of, name: 'Server', stage: 'Proposal', probability: '50', closeOn: null, owner: null };
    putRecord(tenant, 'opportunities', '1', { ...deal, state: 'open', oneTime: '9000', monthly: null }, NOW);
    return tenant;
  }

  const contractsOf = async (): Promise<Contract[]> =>
    (await admin.get(`/companies/${kestrel}/contracts`)).json().items;

  beforeAll(async () => {
    const connection = {
      key: 'psa',
      vendor: 'connectwise',
      name: 'ConnectWise PSA',
      credentials: Buffer.of(1),
    };
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      connections: [{ ...connection, state: 'on', created_at: NOW, created_by: 'admin' }],
    });
    server = await openTestServer(engine.database, { now: () => NOW });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, viewer, stranger] = [await client('admin'), await client('viewer'), await client('groupless')];
    await sync(psa());
  });
  afterAll(() => server.close());

  it('says so on the company, its contacts and contracts, to whoever sees them', async () => {
    const profile = (await viewer.get(`/companies/${kestrel}/profile`)).json();
    expect(profile.syncedFrom).toEqual({
      connection: { id: 'psa', name: 'ConnectWise PSA', vendor: 'connectwise' },
      ...{ record: '250', syncedAt: null, goneOn: null },
      owned: ['name', 'industry', 'locations'],
    });
    const contacts = (await viewer.get(`/companies/${kestrel}/contacts`)).json().items;
    expect(contacts.map((row: { syncedFrom: { record: string } | null }) => row.syncedFrom?.record)).toEqual([
      '5',
      undefined,
    ]);
    expect((await contractsOf()).map(({ source }) => source)).toEqual(['psa', 'import']);
    expect((await viewer.get(`/companies/${COMPANIES.unassigned.id}/profile`)).statusCode).toBe(404);
    expect((await admin.get(`/companies/${COMPANIES.unassigned.id}/profile`)).json().syncedFrom).toBe(null);
  });

  it('is refused to be changed here, in words that name the system; what is ours may be', async () => {
    const refused = async (answer: ReturnType<Client['patch']>, message: string) => {
      const { statusCode, body } = await answer;
      expect([statusCode, JSON.parse(body).error.message]).toEqual([403, message]);
    };
    const elsewhere = (field: string) => `Field "${field}" comes from ConnectWise PSA; change it there.`;
    const profile = `/companies/${kestrel}/profile`;
    await refused(admin.patch(profile, { industry: 'Smiths' }), elsewhere('industry'));
    await refused(admin.patch(profile, { mrrOverride: 100, name: 'K' }), elsewhere('name'));
    expect((await admin.patch(profile, { mrrOverride: 100, yearEstablished: 1901 })).statusCode).toBe(200);
    expect((await admin.patch(profile, { mrrOverride: null, industry: 'Forges' })).statusCode).toBe(200);

    await refused(admin.patch('/contacts/connectwise-5', { email: 'x@y.example' }), elsewhere('email'));
    await refused(
      admin.delete('/contacts/connectwise-5'),
      '"Ada Abara" comes from ConnectWise PSA; remove it there.',
    );
    expect((await admin.patch('/contacts/connectwise-5', { decisionMaker: true })).statusCode).toBe(200);

    await refused(admin.patch('/contracts/connectwise-9', { end: '2027-01-01' }), elsewhere('end'));
    await refused(
      admin.delete('/contracts/connectwise-9'),
      '"Managed services" comes from ConnectWise PSA; remove it there.',
    );
    expect((await admin.patch('/contracts/connectwise-9', { excluded: true })).statusCode).toBe(200);
    await refused(admin.post('/contracts/connectwise-9/lines', { unitPrice: 1 }), elsewhere('lines'));
    await refused(admin.patch('/contract-lines/connectwise-1', { unitPrice: 1 }), elsewhere('lines'));
    await refused(admin.delete('/contract-lines/connectwise-1'), elsewhere('lines'));
  });

  it('shows what else the system holds of a company, to whoever sees it', async () => {
    const [held] = (await viewer.get(`/companies/${kestrel}/psa`)).json().items;
    expect(held).toMatchObject({
      sites: [{ name: 'Main', city: 'Springfield' }],
      opportunities: [{ name: 'Server', oneTime: '9000' }],
      tickets: { open: 1, created: 1, latest: [{ number: 'T1', title: 'Printer offline' }] },
      hours: [{ month: '2026-11', hours: '1.5' }],
    });
    expect((await admin.get(`/companies/${COMPANIES.other.id}/psa`)).json()).toEqual({ items: [] });
    expect((await stranger.get(`/companies/${kestrel}/psa`)).statusCode).toBe(404);
  });

  it('is ours again once it is gone there, which it says', async () => {
    const without = psa();
    without.contacts.delete('5');
    without.contracts.delete('9');
    await sync(without);
    const gone = (await contractsOf()).find(({ source }) => source === 'psa')!;
    expect(gone).toMatchObject({ status: 'inactive', syncedFrom: { goneOn: '2026-11-30', owned: [] } });
    expect((await admin.patch('/contacts/connectwise-5', { title: 'Left' })).statusCode).toBe(200);
    expect((await admin.delete('/contracts/connectwise-9')).statusCode).toBe(204);
  });

  it('is previewed and matched by admins who see every company', async () => {
    const preview = await admin.get('/connections/psa/preview');
    expect(preview.json().companies).toMatchObject([
      { record: '250', action: 'keep', company: { id: kestrel } },
    ]);
    const match = (client: Client, company: string | null) =>
      client.send({ method: 'PUT', url: '/connections/psa/matches/250', payload: { company } });
    expect((await viewer.get('/connections/psa/preview')).statusCode).toBe(403);
    expect((await match(viewer, null)).statusCode).toBe(403);
    expect((await match(admin, 'nobody')).statusCode).toBe(404);
    expect((await match(admin, COMPANIES.other.id)).statusCode).toBe(204);
    expect((await admin.get(`/companies/${kestrel}/profile`)).json().syncedFrom).toBe(null);
    expect((await admin.get(`/companies/${COMPANIES.other.id}/profile`)).json().syncedFrom.record).toBe(
      '250',
    );
  });
});
