import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Activity } from '../../contract/activity.ts';
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

onBothEngines('activity', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  const page = async (client: Client, path: string): Promise<{ items: Activity[]; next: string | null }> => {
    const answer = await client.get(path);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const sentences = async (client: Client, path: string) =>
    (await page(client, path)).items.map((item) => item.sentence);

  it('of a company tells who changed what, newest first, by present names', async () => {
    await manager.patch(`/companies/${kestrel}/profile`, { mrrOverride: 425_000 });
    await manager.patch(`/companies/${kestrel}/profile`, { mrrOverride: null, locations: 2 });
    const contract = await manager.post(`/companies/${kestrel}/contracts`, {
      name: 'Old name',
      currency: 'EUR',
    });
    const { id } = contract.json();
    await manager.patch(`/contracts/${id}`, { name: 'Backup', amount: 1234 });
    const line = (await manager.post(`/contracts/${id}/lines`, { description: 'Server' })).json();
    await manager.patch(`/contract-lines/${line.id}`, { unitPrice: 500 });
    await manager.delete(`/contract-lines/${line.id}`);
    expect(await sentences(viewer, `/companies/${kestrel}/activity`)).toEqual([
      'User manager deleted the contract line Server',
      'User manager set unit price of the contract line Server from none to €5.00',
      'User manager added the contract line Server',
      'User manager set name of the contract Backup from Old name to Backup and amount from none to €12.34',
      'User manager added the contract Backup',
      'User manager set MRR override from $4,250.00 to calculated and locations from none to 2',
      'User manager set MRR override from $1,000.00 to $4,250.00',
    ]);
  });

  it('gives each change with its fields, its subject and when', async () => {
    await admin.patch(`/companies/${marmot}/profile`, { owner: 'manager', accountGroups: ['east', 'west'] });
    const { items } = await page(admin, `/companies/${marmot}/activity`);
    expect(items).toEqual([
      {
        definitionsVersion: null,
        id: expect.stringMatching(/^\d+$/),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        actor: { id: 'admin', name: 'User admin' },
        action: 'update company',
        sentence: 'User admin set owner from none to User manager and account groups from West to East, West',
        company: { id: marmot, name: COMPANIES.other.name },
        subject: null,
        changes: [
          { field: 'owner', label: 'owner', before: 'none', after: 'User manager' },
          { field: 'accountGroups', label: 'account groups', before: 'West', after: 'East, West' },
        ],
      },
    ]);
    await admin.patch(`/companies/${marmot}/profile`, { accountGroups: ['west'] });
  });

  it('does not tell of account groups in which one sees nothing', async () => {
    await admin.patch(`/companies/${kestrel}/profile`, { accountGroups: ['east', 'west'] });
    await admin.patch(`/companies/${kestrel}/profile`, { accountGroups: ['east'] });
    expect((await sentences(viewer, `/companies/${kestrel}/activity`))[0]).toBe(
      'User admin set account groups from East, another group to East',
    );
  });

  it('comes in pages that miss and repeat nothing, whatever happens in between', async () => {
    const { id } = (await admin.post('/companies', { name: 'Busy' })).json();
    for (let locations = 1; locations <= 6; locations++)
      await admin.patch(`/companies/${id}/profile`, { locations });
    const whole = await page(admin, `/companies/${id}/activity`);
    expect(whole.next).toBe(null);
    const seen: Activity[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const read = await page(admin, `/companies/${id}/activity?limit=3${cursor}`);
      expect(read.items.length).toBeLessThanOrEqual(3);
      seen.push(...read.items);
      next = read.next;
      await admin.patch(`/companies/${id}/profile`, { locations: 100 + seen.length });
    }
    expect(seen).toEqual(whole.items);
    expect((await admin.get(`/companies/${id}/activity?cursor=x`)).statusCode).toBe(400);
  });

  it('of a company does not begin before it: a deleted one of the same id is another', async () => {
    const { id } = (await admin.post('/companies', { name: 'Phoenix', industry: 'Secret' })).json();
    await admin.delete(`/companies/${id}`);
    expect((await admin.post('/companies', { name: 'Phoenix' })).json().id).toBe(id);
    expect(await sentences(admin, `/companies/${id}/activity`)).toEqual(['User admin added the company']);
    expect((await sentences(admin, '/activity')).slice(0, 3)).toEqual([
      'User admin added the company',
      'User admin deleted the company',
      'User admin added the company',
    ]);
  });

  it('of the workspace is for admins, of a company for those who see it', async () => {
    expect((await manager.get('/activity')).statusCode).toBe(403);
    expect((await viewer.get('/activity')).statusCode).toBe(403);
    expect((await manager.get(`/companies/${marmot}/activity`)).statusCode).toBe(404);
    expect(await sentences(admin, '/activity')).toContain('User admin added the API key test');
  });

  it('of the workspace is narrowed to who, what, which company and which days, each narrowing the others', async () => {
    const all = (await page(admin, '/activity?limit=200')).items;
    const narrowed = async (filter: string) =>
      (await page(admin, `/activity?limit=200&${filter}`)).items.map(({ id }) => id);
    const ids = (fits: (item: Activity) => boolean) => all.filter(fits).map(({ id }) => id);
    const byManager = ids(({ actor }) => actor?.id === 'manager');
    expect(byManager.length).toBeGreaterThan(0);
    expect(await narrowed('who=manager')).toEqual(byManager);
    expect(await narrowed('what=update company')).toEqual(ids(({ action }) => action === 'update company'));
    expect(await narrowed(`company=${marmot}`)).toEqual(ids(({ company }) => company?.id === marmot));
    expect(await narrowed(`who=manager&what=update company&company=${kestrel}`)).toEqual(
      ids((it) => it.actor?.id === 'manager' && it.action === 'update company' && it.company?.id === kestrel),
    );
    const today = all[0]!.at.slice(0, 10);
    expect(await narrowed(`from=${today}`)).toEqual(ids(({ at }) => at >= today));
    expect(await narrowed('to=2001-01-01')).toEqual([]);
    expect((await admin.get('/activity?from=yesterday')).statusCode).toBe(400);
  });

  it('days begin and end in the workspace’s time zone', async () => {
    const workspace = await addWorkspace(engine.database, 'Far East IT', {
      users: [{ key: 'kim', name: 'Kim', email: 'kim@east.example', role: 'admin' }],
    });
    await sql`update workspaces set time_zone = 'Pacific/Auckland' where id = ${workspace}`.execute(
      engine.database.kysely,
    );
    await sql`insert into audit_events (workspace_id, at, actor, action)
      values (${workspace}, '2026-06-30T12:30:00Z', 'kim', 'set up')`.execute(engine.database.kysely);
    const client = server.withKey(await giveKey(engine.database, workspace, 'kim'));
    const found = async (day: string) =>
      (await sentences(client, `/activity?from=${day}&to=${day}`)).includes('Kim set up the workspace');
    expect([await found('2026-06-30'), await found('2026-07-01')]).toEqual([false, true]);
  });

  it('says what has ever been done, each action once', async () => {
    const { items } = (await admin.get('/activity/actions')).json() as { items: string[] };
    const done = (await page(admin, '/activity?limit=200')).items.map(({ action }) => action);
    expect(items).toEqual(expect.arrayContaining(done));
    expect(items).toEqual([...new Set(items)].sort());
    expect((await viewer.get('/activity/actions')).statusCode).toBe(403);
  });

  it('of the workspace leaves out companies that an admin does not see', async () => {
    const workspace = await addWorkspace(engine.database, 'Other IT', {
      ...twoRegions,
      users: twoRegions.users!.map((user) => ({ ...user, email: `other-${user.email}` })),
      security_group_users: [
        { security_group: 'east-only', user: 'admin' },
        { security_group: 'all', user: 'removed' },
      ],
    });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    const [narrow, wide] = [await client('admin'), await client('removed')];
    for (const id of [kestrel, marmot]) await wide.patch(`/companies/${id}/profile`, { locations: 7 });
    const companies = async (who: Client) =>
      (await page(who, '/activity')).items.flatMap((item) => item.company?.id ?? []);
    expect(await companies(narrow)).toEqual([kestrel]);
    expect(await companies(wide)).toEqual([marmot, kestrel]);
  });
});
