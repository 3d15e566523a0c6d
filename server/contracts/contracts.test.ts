import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contract, ContractLine } from '../../contract/contracts.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const kestrel = COMPANIES.own.id;
const marmot = COMPANIES.other.id;

onBothEngines('contracts', (engine) => {
  let server: TestServer;
  let admin: Client;
  let viewer: Client;
  let manager: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      excluded_vendors: [{ vendor: 'Carrier' }],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, viewer, manager] = [await client('admin'), await client('viewer'), await client('manager')];
  });
  afterAll(() => server.close());

  let companies = 0;
  async function newCompany(): Promise<string> {
    companies += 1;
    return (await admin.post('/companies', { name: `Company ${companies}` })).json().id;
  }

  async function create(company: string, body: object): Promise<Contract> {
    const answer = await admin.post(`/companies/${company}/contracts`, body);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  }

  const listOf = async (company: string) => (await admin.get(`/companies/${company}/contracts`)).json();

  async function lastEvent() {
    const { rows } = await sql<{
      action: string;
      company: string;
      subject: string;
      before: unknown;
      after: unknown;
    }>`
      select action, company, subject, before, after from audit_events order by id desc limit 1`.execute(
      engine.database.kysely,
    );
    return rows[0]!;
  }

  it('are created with lines, and say what they add and why', async () => {
    const company = await newCompany();
    const contract = await create(company, {
      name: 'Managed services',
      start: '2026-01-01',
      end: '2026-12-31',
      cycle: 'quarterly',
      lines: [
        { description: 'Seats', productCode: 'MS', quantity: '12.5', unitPrice: 4000, cycle: 'monthly' },
        { description: 'Licences', unitPrice: 30_000 },
        { description: 'Gone', unitPrice: 100, cancelledOn: '2026-06-30' },
        { description: 'Project', unitPrice: 250_000, cycle: 'onetime', start: '2026-05-01' },
      ],
    });
    expect(contract).toMatchObject({
      id: `${company}-managed-services`,
      company,
      vendor: null,
      status: 'active',
      cycle: 'quarterly',
      amount: null,
      source: 'manual',
      mrr: 60_000,
      oneTime: 250_000,
      counts: true,
      reason: 'In force',
      counted: { from: 'lines', reason: 'It has no amount of its own' },
      header: null,
    });
    expect(contract.lines.map(({ id }) => id)).toEqual(
      ['001', '002', '003', '004'].map((place) => `${contract.id}-${place}`),
    );
    expect(
      contract.lines.map(({ worth, worthCycle, counts, reason }) => [worth, worthCycle, counts, reason]),
    ).toEqual([
      [50_000, 'monthly', true, 'In force'],
      [10_000, 'quarterly', true, 'In force'],
      [33, 'quarterly', false, 'The line was cancelled on 2026-06-30'],
      [250_000, 'onetime', true, 'Dated 2026-05-01, within the last 12 months'],
    ]);
    expect((await admin.get(`/contracts/${contract.id}`)).json()).toEqual(contract);
    expect(await listOf(company)).toEqual({
      items: [contract],
      totals: {
        mrr: 60_000,
        mrrOverride: null,
        mrrFromContracts: 60_000,
        oneTime: 250_000,
        oneTimeOverride: null,
        oneTimeFromContracts: 250_000,
      },
    });
    expect((await admin.get(`/companies/${company}`)).json()).toMatchObject({
      mrr: 60_000,
      oneTime: 250_000,
    });
    expect(await lastEvent()).toMatchObject({
      action: 'create contract',
      company,
      subject: contract.id,
      after: { name: 'Managed services', lines: [{ description: 'Seats' }, {}, {}, {}] },
    });
  });

  it('are listed by name, in and out, under an override that replaces their sum', async () => {
    const company = await newCompany();
    await create(company, { name: 'Voice', vendor: 'Carrier', amount: 5000 });
    await create(company, { name: 'Backup', amount: 7000 });
    await create(company, { name: 'Euro', amount: 100, currency: 'EUR' });
    await create(company, { name: 'Credit', amount: -2000 });
    await admin.patch(`/companies/${company}/profile`, { mrrOverride: 1 });
    const { items, totals } = await listOf(company);
    expect(items.map(({ name, counts, reason }: Contract) => [name, counts, reason])).toEqual([
      ['Backup', true, 'In force'],
      ['Credit', true, 'In force'],
      ['Euro', false, 'In EUR, not USD, and no exchange rate is set'],
      ['Voice', false, 'The vendor Carrier is excluded'],
    ]);
    expect(totals).toMatchObject({ mrr: 1, mrrOverride: 1, mrrFromContracts: 5000 });
  });

  it('that came with an import say so', async () => {
    const [contract] = (await listOf(marmot)).items;
    expect(contract).toMatchObject({
      id: marmot,
      source: 'import',
      lines: [{ id: marmot, unitPrice: 4200 }],
    });
  });

  it('change field by field; null gives back the default', async () => {
    const { id, company } = await create(await newCompany(), { name: 'Backup', amount: 700, vendor: 'Acme' });
    const changed = await admin.patch(`/contracts/${id}`, { vendor: null, excluded: true, amount: 700 });
    expect(changed.json()).toMatchObject({
      vendor: null,
      excluded: true,
      counts: false,
      reason: 'This contract is excluded',
      mrr: 0,
      header: { worth: 700, counts: false },
    });
    expect(await lastEvent()).toEqual({
      action: 'update contract',
      company,
      subject: id,
      before: { vendor: 'Acme', excluded: false },
      after: { vendor: null, excluded: true },
    });
    const before = await lastEvent();
    expect((await admin.patch(`/contracts/${id}`, { excluded: true })).json()).toEqual(changed.json());
    expect(await lastEvent()).toEqual(before);
  });

  it('have lines added, changed and deleted', async () => {
    const { id, company } = await create(await newCompany(), { name: 'Backup', amount: 700 });
    const added = await admin.post(`/contracts/${id}/lines`, {
      description: 'Server',
      quantity: '3',
      unitPrice: 500,
    });
    expect(added.statusCode, added.body).toBe(201);
    const line: ContractLine = added.json();
    expect(line).toMatchObject({ id: `${id}-001`, worth: 1500, counts: true, reason: 'In force' });
    expect((await admin.get(`/contracts/${id}`)).json()).toMatchObject({
      mrr: 1500,
      counted: { from: 'lines', reason: 'It has recurring lines' },
      header: { counts: false, reason: 'The contract counts by its lines' },
      lines: [line],
    });
    expect(await lastEvent()).toMatchObject({ action: 'create contract line', after: { contract: id } });
    const cancelled = await admin.patch(`/contract-lines/${line.id}`, { cancelledOn: '2026-11-22' });
    expect(cancelled.json()).toMatchObject({ counts: false, reason: 'The line was cancelled on 2026-11-22' });
    expect(await lastEvent()).toMatchObject({
      action: 'update contract line',
      before: { cancelledOn: null },
      after: { cancelledOn: '2026-11-22' },
    });
    expect((await admin.delete(`/contract-lines/${line.id}`)).statusCode).toBe(204);
    expect(await lastEvent()).toMatchObject({
      action: 'delete contract line',
      company,
      before: { contract: id, description: 'Server', unitPrice: 500 },
    });
    expect((await admin.delete(`/contract-lines/${line.id}`)).statusCode).toBe(404);
    expect((await admin.get(`/contracts/${id}`)).json()).toMatchObject({ mrr: 700, lines: [] });
  });

  it('are deleted with their lines, which the record keeps', async () => {
    const company = await newCompany();
    const { id } = await create(company, {
      name: 'Backup',
      lines: [{ description: 'Server', unitPrice: 5 }],
    });
    expect((await admin.delete(`/contracts/${id}`)).statusCode).toBe(204);
    expect((await listOf(company)).items).toEqual([]);
    expect(await lastEvent()).toMatchObject({
      action: 'delete contract',
      subject: id,
      before: { name: 'Backup', lines: [{ description: 'Server', unitPrice: 5 }] },
    });
  });

  it('of one name get ids of their own, also when made at once', async () => {
    const company = await newCompany();
    const made = await Promise.all([1, 2, 3].map(() => create(company, { name: 'Twin' })));
    expect(made.map(({ id }) => id).sort()).toEqual([
      `${company}-twin`,
      `${company}-twin-2`,
      `${company}-twin-3`,
    ]);
    const lines = await Promise.all([1, 2, 3].map(() => admin.post(`/contracts/${made[0]!.id}/lines`, {})));
    expect(new Set(lines.map((answer) => answer.json().id)).size).toBe(3);
  });

  it.each([
    [
      'an end before the start',
      { start: '2026-02-01', end: '2026-01-31' },
      422,
      /"end" is 2026-01-31; expected a day on or after start, 2026-02-01/,
    ],
    ['10^15 in money', { amount: 1e17 }, 400, /whole cents, at most 10\^15 in size/],
    ['as much in credit', { amount: -1e15 - 1 }, 400, /"amount"/],
    ['half a cent', { amount: 0.5 }, 400, /"amount" is 0.5/],
    ['a currency that is none', { currency: 'usd' }, 400, /expected a currency of ISO 4217/],
    ['a cycle that is none', { cycle: 'daily' }, 400, /"cycle"/],
    ['a day that does not exist', { start: '2026-02-30' }, 400, /expected a date such as/],
    ['no name', { name: '' }, 400, /"name"/],
    [
      'a quantity that is no number',
      { lines: [{ quantity: '1e3' }] },
      400,
      /"lines.0.quantity".*expected a number such as 12.5/,
    ],
    [
      'a line cancelled before its start',
      { lines: [{ start: '2026-02-01', cancelledOn: '2026-01-01' }] },
      422,
      /"cancelledOn"/,
    ],
    [
      'a line worth more than can be added up',
      { lines: [{ unitPrice: 1e15, quantity: '2' }] },
      422,
      /"quantity" is 2/,
    ],
    ['a synced field', { source: 'manual' }, 400, /"source"/],
  ])('refuse %s, whole', async (_, wrong, status, message) => {
    const before = await listOf(kestrel);
    const answer = await admin.post(`/companies/${kestrel}/contracts`, { name: 'Wrong', ...wrong });
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.json().error.message).toMatch(message);
    expect(await listOf(kestrel)).toEqual(before);
  });

  it('refuse an end before the start that is stored already, and the other way round', async () => {
    const { id } = await create(await newCompany(), {
      name: 'Backup',
      start: '2026-02-01',
      end: '2026-12-31',
    });
    expect((await admin.patch(`/contracts/${id}`, { end: '2026-01-31' })).statusCode).toBe(422);
    expect((await admin.patch(`/contracts/${id}`, { start: '2027-01-01' })).statusCode).toBe(422);
    expect(
      (await admin.patch(`/contracts/${id}`, { start: '2027-01-01', end: '2027-01-01' })).statusCode,
    ).toBe(200);
    const line = (await admin.post(`/contracts/${id}/lines`, { start: '2026-02-01' })).json();
    expect((await admin.patch(`/contract-lines/${line.id}`, { cancelledOn: '2026-01-31' })).statusCode).toBe(
      422,
    );
    const worth = await admin.patch(`/contract-lines/${line.id}`, { unitPrice: 2, quantity: '9'.repeat(20) });
    expect(worth.statusCode).toBe(422);
  });

  it('keep markup, emoji and right-to-left text as typed', async () => {
    const name = '<img src=x onerror=alert(1)> 🛠 שירות';
    const contract = await create(await newCompany(), { name, lines: [{ description: '"><script>' }] });
    expect(contract).toMatchObject({ name, lines: [{ description: '"><script>' }] });
  });

  it('say to one of two editors that the other was faster, with what is stored now', async () => {
    const { id, etag, lines } = await create(await newCompany(), {
      name: 'Backup',
      lines: [{ unitPrice: 1 }],
    });
    const edits = {
      contract: (amount: number) => admin.patch(`/contracts/${id}`, { amount }, { 'if-match': etag }),
      line: (unitPrice: number) =>
        admin.patch(`/contract-lines/${lines[0]!.id}`, { unitPrice }, { 'if-match': lines[0]!.etag }),
    };
    for (const edit of Object.values(edits)) {
      const answers = await Promise.all([edit(100), edit(200)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
      const winner = answers.find(({ statusCode }) => statusCode === 200)!.json();
      const { details } = answers.find(({ statusCode }) => statusCode === 412)!.json().error;
      expect(details).toEqual({
        etag: winner.etag,
        current: winner,
        changed: { by: { id: 'admin', name: 'User admin' }, at: expect.any(String) },
      });
    }
    const stale = { 'if-match': etag };
    expect((await admin.send({ method: 'DELETE', url: `/contracts/${id}`, headers: stale })).statusCode).toBe(
      412,
    );
    expect((await admin.get(`/contracts/${id}`)).statusCode).toBe(200);
  });

  it('lose no field of two people who change different ones at once', async () => {
    const { id } = await create(await newCompany(), { name: 'Backup' });
    const answers = await Promise.all([
      admin.patch(`/contracts/${id}`, { amount: 100 }),
      admin.patch(`/contracts/${id}`, { vendor: 'Acme' }),
      admin.patch(`/contracts/${id}`, { end: '2027-01-01' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await admin.get(`/contracts/${id}`)).json()).toMatchObject({
      amount: 100,
      vendor: 'Acme',
      end: '2027-01-01',
    });
  });

  it('are there once for one Idempotency-Key', async () => {
    const company = await newCompany();
    const once = () =>
      admin.post(`/companies/${company}/contracts`, { name: 'Once' }, { 'idempotency-key': company });
    const answers = await Promise.all([once(), once()]);
    expect(answers[1]!.json()).toEqual(answers[0]!.json());
    expect((await listOf(company)).items).toHaveLength(1);
  });

  it('are not there for those who do not see the company, and not for viewers to change', async () => {
    const body = { amount: 1 };
    for (const path of [`/contracts/${marmot}`, '/contracts/nothing']) {
      const unseen = await manager.patch(path, body);
      expect(unseen.statusCode).toBe(404);
      expect(unseen.json().error.message).toBe(`There is no contract "${path.slice(11)}".`);
    }
    expect((await manager.delete(`/contract-lines/${marmot}`)).statusCode).toBe(404);
    expect((await manager.post(`/companies/${marmot}/contracts`, { name: 'N' })).statusCode).toBe(404);
    expect((await viewer.patch(`/contracts/${kestrel}`, body)).statusCode).toBe(403);
    expect((await viewer.get(`/contracts/${kestrel}`)).statusCode).toBe(200);
    expect((await manager.patch(`/contracts/${kestrel}`, { amount: 4200 })).statusCode).toBe(200);
  });
});
