import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  givePassword,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, emailOf, twoRegions } from '../testing/two-regions.ts';

onBothEngines('viewing as somebody else', (engine) => {
  let server: TestServer;
  let workspace: string;
  const run = (statement: string) => sql.raw(statement).execute(engine.database.kysely);

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    for (const user of ['admin', 'removed', 'both']) await givePassword(engine.database, workspace, user);
    server = await openTestServer(engine.database);
  });
  afterAll(() => server.close());

  const admin = () => server.signIn(emailOf('admin'));
  const view = (client: Client, user: string) => client.post('/view-as', { user });
  const me = async (client: Client) => (await client.get('/me')).json();
  const stop = async (client: Client) => (await client.delete('/view-as')).statusCode;
  const recorded = async () => {
    const { rows } = await sql<{ said: string }>`
      select actor || ' ' || action || ' ' || subject as said from audit_events where action like '%viewing%' order by id`.execute(
      engine.database.kysely,
    );
    return rows.map(({ said }) => said);
  };

  it('shows what they see, by their role, until it is stopped; both are on record', async () => {
    const client = await admin();
    expect(await me(client)).toMatchObject({ user: { id: 'admin' }, viewedBy: null, companies: 3 });
    expect((await view(client, 'both')).statusCode).toBe(204);

    const seen = await me(client);
    expect(seen).toMatchObject({
      user: { id: 'both', role: 'member' },
      viewedBy: { id: 'admin', name: 'User admin' },
      companies: 2,
    });
    expect((await client.get('/dashboard')).json().companies).toBe(2);
    expect((await client.get(`/companies/${COMPANIES.unassigned.id}`)).statusCode).toBe(404);
    expect((await client.get('/users')).statusCode).toBe(403);
    expect(await recorded()).toEqual(['admin start viewing as user both']);

    expect(await stop(client)).toBe(204);
    expect(await stop(client)).toBe(204);
    expect(await me(client)).toMatchObject({ user: { id: 'admin' }, viewedBy: null, companies: 3 });
    expect(await recorded()).toEqual(['admin start viewing as user both', 'admin stop viewing as user both']);
    const [{ sentence }] = (await client.get('/activity?limit=1')).json().items;
    expect(sentence).toBe('User admin stopped viewing as User both');
  });

  it('changes nothing, whatever is asked, even as another admin', async () => {
    const client = await admin();
    await view(client, 'removed');
    const before = await run('select * from audit_events order by id');
    const changes = server.app.routeTable.filter(
      ({ endpoint }) => endpoint && endpoint.method !== 'GET' && !endpoint.public && !endpoint.whileViewing,
    );
    expect(changes.length).toBeGreaterThan(40);
    for (const { method, url } of changes) {
      const path = url.replaceAll(/:\w+/g, COMPANIES.own.id);
      const answer = await client.send({ method: method as 'POST', url: path, payload: {} });
      expect([url, answer.statusCode, answer.json().error.code]).toEqual([url, 403, 'forbidden']);
    }
    expect((await run('select * from audit_events order by id')).rows).toEqual(before.rows);
    expect(await stop(client)).toBe(204);
  });

  it('is one session’s alone, and keeps the session’s own matters out of sight', async () => {
    const [viewing, other] = [await admin(), await admin()];
    await view(viewing, 'both');
    expect((await me(other)).user.id).toBe('admin');
    const both = await server.signIn(emailOf('both'));
    expect((await me(both)).viewedBy).toBe(null);
    for (const path of ['/api/auth/list-sessions', '/api/auth/get-session'])
      expect((await viewing.get(path)).statusCode).toBe(403);
    await stop(viewing);
  });

  it('ends, on record, when the session ends', async () => {
    const client = await admin();
    const before = (await recorded()).length;
    await view(client, 'both');
    expect((await client.post('/api/auth/sign-out')).statusCode).toBe(200);
    expect((await client.get('/me')).statusCode).toBe(401);
    expect((await recorded()).slice(before)).toEqual([
      'admin start viewing as user both',
      'admin stop viewing as user both',
    ]);
  });

  it('ends, on record, at the time when the session ran out, though that is noticed later', async () => {
    const client = await admin();
    await view(client, 'both');
    await run(`update auth_session set "expiresAt" = now() - interval '3 hours'
      where id in (select session from views_as)`);
    expect((await client.get('/me')).statusCode).toBe(401);
    const other = await admin();
    const [ended] = (await other.get('/activity?limit=1')).json().items;
    expect(ended.sentence).toBe('User admin stopped viewing as User both');
    const hours = (Date.now() - Date.parse(ended.at)) / 3_600_000;
    expect(hours).toBeGreaterThan(2.9);
    expect(hours).toBeLessThan(3.5);
    expect((await run('select from views_as')).rows).toEqual([]);
  });

  it('is for admins: it ends when they are one no longer, or are deactivated', async () => {
    const client = await server.signIn(emailOf('removed'));
    await view(client, 'both');
    await run(`update users set role = 'member' where key = 'removed'`);
    expect(await me(client)).toMatchObject({ user: { id: 'removed', role: 'member' }, viewedBy: null });
    expect((await view(client, 'both')).statusCode).toBe(403);
    await run(`update users set role = 'admin' where key = 'removed'`);
    expect((await me(client)).viewedBy).toBe(null);

    await view(client, 'both');
    await run(`update users set deactivated = true where key = 'removed'`);
    expect((await client.get('/me')).statusCode).toBe(401);
    await run(`update users set deactivated = null where key = 'removed'`);
    expect((await client.get('/me')).statusCode).toBe(401);
  });

  it('goes on, with nothing to see, when the user is deactivated meanwhile', async () => {
    const client = await admin();
    await view(client, 'manager');
    await run(`update users set deactivated = true where key = 'manager'`);
    expect(await me(client)).toMatchObject({ user: { id: 'manager' }, companies: 0 });
    await run(`update users set deactivated = null where key = 'manager'`);
    await stop(client);
  });

  it('is not for API keys, nor for nobody, oneself or somebody who is deactivated', async () => {
    const key = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    expect((await view(key, 'both')).statusCode).toBe(401);
    expect((await key.delete('/view-as')).statusCode).toBe(401);
    const client = await admin();
    await run(`update users set deactivated = true where key = 'groupless'`);
    expect((await view(client, 'nobody')).statusCode).toBe(404);
    expect((await view(client, 'admin')).statusCode).toBe(422);
    expect((await view(client, 'groupless')).statusCode).toBe(422);
    await view(client, 'both');
    expect((await view(client, 'viewer')).statusCode).toBe(403);
    await stop(client);
  });
});
