import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Renewal } from '../../contract/renewals.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const [kestrel, marmot, quokka] = [COMPANIES.own.id, COMPANIES.other.id, COMPANIES.unassigned.id];

onBothEngines('renewals', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      companies: [
        ...twoRegions.companies!,
        {
          key: 'left',
          name: 'Left',
          tags: null,
          mrr_override: null,
          employees_override: null,
          stage: 'offboarded',
        },
      ].map((company) => ({ stage: 'active', ...company })),
      contracts: [
        [kestrel, 'today', '2026-11-22', 1000],
        [kestrel, 'day-30', '2026-12-22', 200],
        [kestrel, 'yesterday', '2026-11-21', 9],
        [marmot, 'day-31', '2026-12-23', 30],
        [quokka, 'day-90', '2027-02-20', 4],
        [quokka, 'day-91', '2027-02-21', 9],
        ['left', 'of-a-former-client', '2026-12-01', 9],
      ].map(([company, key, end, amount]) => ({ company, key, name: key, end, amount })),
      contract_lines: [],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    manager = server.withKey(await giveKey(engine.database, workspace, 'manager'));
  });
  afterAll(() => server.close());

  const renewals = async (client: Client, path: string) => {
    const answer = await client.get(path);
    expect(answer.statusCode, answer.body).toBe(200);
    const { items, totals, asOf } = answer.json();
    expect(asOf).toBe('2026-11-22');
    return {
      ids: items.map((item: Renewal) => item.contract.id),
      items,
      totals: totals.map((total: { contracts: number; mrr: number }) => [total.contracts, total.mrr]),
    };
  };

  it('of current clients come by their end, with totals for each horizon', async () => {
    const { ids, items, totals } = await renewals(admin, '/renewals');
    expect(ids).toEqual(['today', 'day-30', 'day-31', 'day-90']);
    expect(items[2]).toEqual({
      company: { id: marmot, name: COMPANIES.other.name },
      status: 'No score',
      contract: { id: 'day-31', name: 'day-31' },
      vendor: null,
      end: '2026-12-23',
      days: 31,
      mrr: 30,
    });
    expect(totals).toEqual([
      [2, 1200],
      [3, 1230],
      [4, 1234],
    ]);
  });

  it('within fewer days leave the totals as they are', async () => {
    expect(await renewals(admin, '/renewals?within=30')).toMatchObject({
      ids: ['today', 'day-30'],
      totals: [
        [2, 1200],
        [3, 1230],
        [4, 1234],
      ],
    });
    expect((await renewals(admin, '/renewals?within=60')).ids).toEqual(['today', 'day-30', 'day-31']);
  });

  it('narrow with the dashboard’s filters', async () => {
    expect((await renewals(admin, `/renewals?company=${quokka}&company=${marmot}`)).ids).toEqual([
      'day-31',
      'day-90',
    ]);
    expect((await renewals(admin, '/renewals?accountGroup=east')).ids).toEqual(['today', 'day-30']);
  });

  it('come as a file for spreadsheets, filtered alike', async () => {
    const csv = await admin.get('/renewals.csv?within=60&accountGroup=west');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.split('\r\n')).toEqual([
      '\uFEFFCompany id,Company,Health,Contract id,Contract,Vendor,End,Days,MRR at stake',
      `${marmot},${COMPANIES.other.name},No score,day-31,day-31,,2026-12-23,31,0.3`,
      '',
    ]);
    expect((await manager.get('/renewals.csv')).body).not.toContain(marmot);
    expect((await admin.get('/renewals.csv?within=45')).statusCode).toBe(400);
  });

  it('are those of the companies that one sees', async () => {
    expect(await renewals(manager, '/renewals')).toMatchObject({
      ids: ['today', 'day-30'],
      totals: [
        [2, 1200],
        [2, 1200],
        [2, 1200],
      ],
    });
    expect((await manager.get(`/companies/${marmot}/renewals`)).statusCode).toBe(404);
    expect((await manager.get(`/renewals?company=${marmot}`)).statusCode).toBe(400);
  });

  it('of one company come whatever its stage', async () => {
    expect((await renewals(admin, '/companies/left/renewals')).ids).toEqual(['of-a-former-client']);
    expect((await renewals(admin, `/companies/${quokka}/renewals?within=60`)).ids).toEqual([]);
  });

  it.each([
    ['within=45', /within: "45" is none of 30, 60, 90/],
    ['within=30&within=60', /within may be given once only/],
    ['stackItem=mfa', /Unknown parameter "stackItem"/],
    ['health=Sad', /"Sad"/],
  ])('refuse ?%s', async (query, message) => {
    const answer = await admin.get(`/renewals?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error.message).toMatch(message);
  });

  it('follow a contract that is prolonged, excluded or given lines', async () => {
    await admin.patch('/contracts/day-90', { excluded: true });
    await admin.patch('/contracts/day-31', { end: '2027-12-31' });
    await admin.post('/contracts/day-30/lines', { quantity: '3', unitPrice: 1200, cycle: 'quarterly' });
    expect(await renewals(admin, '/renewals')).toMatchObject({
      ids: ['today', 'day-30'],
      totals: [
        [2, 2200],
        [2, 2200],
        [2, 2200],
      ],
    });
  });
});
