import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sheet, SheetImport, SheetResult } from '../../contract/spreadsheets.ts';
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

onBothEngines('spreadsheets', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager] = [await client('admin'), await client('manager')];
  });
  afterAll(() => server.close());

  const sheet = (given: Partial<Sheet>): Sheet => ({
    kind: 'companies',
    fileName: 'clients.xlsx',
    headings: (given.mapping ?? []).map((name) => name ?? 'Other'),
    mapping: [],
    dates: 'month_first',
    decimals: 'point',
    rows: [],
    ...given,
  });
  const clients = sheet({
    mapping: ['name', 'employeesSynced', 'tags', 'dateAcquired'],
    rows: [
      [COMPANIES.own.name, '1,200', '', '3/1/2019'],
      ['Lark & Sons', '12', 'Premium, Cloud', ''],
    ],
  });
  const check = async (body: Sheet): Promise<SheetResult> => {
    const answer = await admin.post('/spreadsheets?dryRun=true', body);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const bring = async (body: Sheet): Promise<SheetResult> => {
    const answer = await admin.post('/spreadsheets', body);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const profile = async (id: string) => (await admin.get(`/companies/${id}/profile`)).json();
  const bundle = async () =>
    Promise.all(
      ['/companies?limit=500', `/companies/${kestrel}/profile`, `/companies/${kestrel}/contacts`].map(
        async (path) => (await admin.get(path)).json().items ?? (await profile(kestrel)).employees,
      ),
    );

  it('are checked without writing, brought in as one, brought in again without effect, and undone as one', async () => {
    const before = await bundle();
    expect(await check(clients)).toMatchObject({
      import: null,
      created: 1,
      updated: 1,
      unchanged: 0,
      problems: [],
      rows: [
        { row: 2, action: 'update', name: COMPANIES.own.name },
        { row: 3, action: 'create', name: 'Lark & Sons' },
      ],
    });
    expect(await bundle()).toEqual(before);

    const made = await bring(clients);
    expect(made).toMatchObject({ created: 1, updated: 1 });
    expect(await profile('lark-sons')).toMatchObject({ name: 'Lark & Sons', tags: ['Cloud', 'Premium'] });
    expect(await profile(kestrel)).toMatchObject({ dateAcquired: '2019-03-01' });
    expect(await check(clients)).toMatchObject({ created: 0, updated: 0, unchanged: 2, rows: [] });

    const undone = await admin.post(`/spreadsheets/${made.import}/undo`);
    expect(undone.json()).toMatchObject({ undoneAt: '2026-11-22T12:00:00.000Z', undoneBy: { id: 'admin' } });
    expect(await bundle()).toEqual(before);
    expect((await admin.get('/companies/lark-sons/profile')).statusCode).toBe(404);
    expect((await admin.post(`/spreadsheets/${made.import}/undo`)).statusCode).toBe(409);
  });

  it('keep the mapping of each import, the latest first, and say in words who did what', async () => {
    const { items } = (await admin.get('/spreadsheets')).json() as { items: SheetImport[] };
    expect(items[0]).toMatchObject({ fileName: 'clients.xlsx', mapping: clients.mapping, kind: 'companies' });
    const events = (await admin.get('/activity'))
      .json()
      .items.map((event: { sentence: string }) => event.sentence);
    expect(events).toContain('User admin imported a spreadsheet');
    expect(events).toContain('User admin undid the import of a spreadsheet');
  });

  it('are refused with every problem at its row and column, and nothing of them is written', async () => {
    const before = await bundle();
    const wrong = sheet({
      kind: 'contacts',
      mapping: ['company', 'name', 'email', 'active'],
      rows: [
        [kestrel, 'Nia Moss', 'nia@kestrel.example', 'yes'],
        ['No such client', 'Ole', '', 'yes'],
        [kestrel, '', 'x@kestrel.example', 'perhaps'],
      ],
    });
    const { problems, created } = await check(wrong);
    expect(created).toBe(1);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'company'],
      [4, 'active'],
    ]);
    const refused = await admin.post('/spreadsheets', wrong);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().error.details.problems).toEqual(problems);
    expect(await bundle()).toEqual(before);
  });

  it('name what the portfolio itself does not allow by its row and heading', async () => {
    const { problems } = await check(
      sheet({
        headings: ['Client', 'Deal', 'From', 'To'],
        kind: 'contracts',
        mapping: ['company', 'name', 'start', 'end'],
        rows: [
          [kestrel, 'Backup\nand more', '1/1/2026', '12/31/2026'],
          [kestrel, 'Phones', '1/1/2026', '12/31/2025'],
        ],
      }),
    );
    expect(problems).toEqual([{ row: 3, column: 'To', message: expect.stringContaining('2025-12-31') }]);
  });

  it('cannot be undone once somebody has changed a row, or added to one that would go', async () => {
    const changed = await bring(
      sheet({ mapping: ['name', 'industry'], rows: [[COMPANIES.own.name, 'Birds']] }),
    );
    await admin.patch(`/companies/${kestrel}/profile`, { industry: 'Falconry' });
    const refused = await admin.post(`/spreadsheets/${changed.import}/undo`);
    expect([refused.statusCode, refused.json().error.message]).toEqual([
      409,
      `"${kestrel}" has changed since. Nothing was undone.`,
    ]);
    const created = await bring(sheet({ mapping: ['name'], rows: [['Heron']] }));
    await admin.post('/companies/heron/contacts', { name: 'Hal' });
    expect((await admin.post(`/spreadsheets/${created.import}/undo`)).json().error.message).toBe(
      '"heron" has got something of their own since. Nothing was undone.',
    );
  });

  it('are for admins who see every company, with a mapping that fits', async () => {
    expect((await manager.post('/spreadsheets?dryRun=true', clients)).statusCode).toBe(403);
    expect((await admin.post('/spreadsheets', { ...clients, mapping: ['name'] })).statusCode).toBe(422);
    const twice = await admin.post('/spreadsheets', { ...clients, mapping: ['name', 'name', null, null] });
    expect(twice.json().error.message).toBe('Field "mapping" has "name" twice; expected each field once.');
    expect((await admin.post('/spreadsheets/99/undo')).statusCode).toBe(404);
    expect((await admin.post('/spreadsheets/x/undo')).statusCode).toBe(404);
  });
});
