import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { twoRegions } from '../testing/two-regions.ts';

onBothEngines('saved views', (engine) => {
  let server: TestServer;
  let admin: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database);
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    viewer = server.withKey(await giveKey(engine.database, workspace, 'viewer'));
  });
  afterAll(() => server.close());

  const list = async (client: Client) =>
    ((await client.get('/saved-views')).json().items as { name: string }[]).map(({ name }) => name);
  const save = (client: Client, name: string, search = 'health=At+risk') =>
    client.post('/saved-views', { name, search });

  it('belong to one user, listed by name in the order of code points', async () => {
    for (const name of ['b', 'É', 'a', 'B', '😀']) expect((await save(admin, name)).statusCode).toBe(201);
    await save(viewer, 'mine');
    expect(await list(admin)).toEqual(['B', 'a', 'b', 'É', '😀']);
    expect(await list(viewer)).toEqual(['mine']);
  });

  it('can be renamed, pointed elsewhere and deleted, by nobody else', async () => {
    const view = (await save(admin, 'East')).json();
    const renamed = await admin.patch(`/saved-views/${view.id}`, { name: 'West' });
    expect(renamed.json()).toEqual({ ...view, name: 'West' });
    const moved = await admin.patch(`/saved-views/${view.id}`, { search: '' });
    expect(moved.json()).toEqual({ id: view.id, name: 'West', search: '' });
    expect((await viewer.delete(`/saved-views/${view.id}`)).statusCode).toBe(404);
    expect((await admin.delete(`/saved-views/${view.id}`)).statusCode).toBe(204);
    expect((await admin.patch(`/saved-views/${view.id}`, { name: 'x' })).statusCode).toBe(404);
  });

  it('differ in name', async () => {
    await save(admin, 'One');
    const two = (await save(admin, 'Two')).json();
    expect((await save(admin, 'One')).statusCode).toBe(409);
    expect((await admin.patch(`/saved-views/${two.id}`, { name: 'One' })).statusCode).toBe(409);
    expect((await admin.patch(`/saved-views/${two.id}`, { name: 'Two' })).statusCode).toBe(200);
  });

  it('are 200 at most', async () => {
    const room = 200 - (await list(viewer)).length;
    for (let i = 0; i < room; i += 1) expect((await save(viewer, `view ${i}`)).statusCode).toBe(201);
    const over = await save(viewer, 'one too many');
    expect([over.statusCode, over.json().error.message]).toEqual([409, expect.stringContaining('200')]);
  });
});
