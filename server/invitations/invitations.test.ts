import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  cookieOf,
  givePassword,
  openTestServer,
  PASSWORD,
  type TestServer,
} from '../testing/test-server.ts';

onBothEngines('inviting a user', (engine) => {
  let server: TestServer;
  let admin: Client;
  let now = new Date();

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: [{ key: 'dana', name: 'Dana', email: 'dana@northwind.example', role: 'admin' }],
      account_groups: [{ key: 'east', name: 'East' }],
    });
    await givePassword(engine.database, workspace, 'dana');
    server = await openTestServer(engine.database, { now: () => now });
    admin = await server.signIn('dana@northwind.example');
  });
  afterAll(() => server.close());

  const add = async (name: string) => {
    const body = {
      name,
      email: `${name}@northwind.example`,
      role: 'member',
      securityGroups: ['all'],
      accountGroups: ['east'],
    };
    const added = await admin.post('/users', body);
    expect(added.statusCode, added.body).toBe(201);
    return added.json().id as string;
  };
  const invite = async (id: string) => {
    const answer = await admin.post(`/users/${encodeURIComponent(id)}/invitation`);
    expect(answer.statusCode, answer.body).toBe(201);
    return new URL(answer.json().link).pathname;
  };

  it('lets them choose a password once, and signs them in', async () => {
    const link = await invite(await add('sam'));
    expect((await server.anonymous.get(link)).json()).toMatchObject({
      name: 'sam',
      email: 'sam@northwind.example',
      workspace: 'Northwind IT',
    });
    const accepted = await server.anonymous.post(link, { password: PASSWORD });
    expect(accepted.statusCode).toBe(201);
    expect(accepted.json().user).toMatchObject({ email: 'sam@northwind.example', role: 'member' });
    const me = await server.anonymous.send({
      method: 'GET',
      url: '/me',
      headers: { cookie: cookieOf(accepted) },
    });
    expect(me.json().user.name).toBe('sam');
    expect((await server.anonymous.post(link, { password: 'another password' })).statusCode).toBe(404);
    expect((await server.anonymous.get(link)).statusCode).toBe(404);
    const users = (await admin.get('/users')).json().items as { name: string; canSignIn: boolean }[];
    expect(users.find(({ name }) => name === 'sam')?.canSignIn).toBe(true);
  });

  it('lets one of two win who accept it at once', async () => {
    const link = await invite(await add('lee'));
    const answers = await Promise.all(
      ['first password', 'second password'].map((password) => server.anonymous.post(link, { password })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 404]);
  });

  it('ends with a new invitation, after seven days, and keeps no link', async () => {
    const id = await add('max');
    const first = await invite(id);
    const second = await invite(id);
    expect((await server.anonymous.get(first)).statusCode).toBe(404);
    expect((await server.anonymous.get(second)).statusCode).toBe(200);
    const { rows } = await sql<{ row: string }>`select i::text as row from invitations i`.execute(
      engine.database.kysely,
    );
    expect(JSON.stringify(rows)).not.toContain(second.split('/').at(-1));
    const before = now;
    now = new Date(now.getTime() + 7 * 86_400_000);
    expect((await server.anonymous.get(second)).statusCode).toBe(404);
    now = before;
  });

  it('is refused for an address that is taken, a group that is not there, a user that is not there', async () => {
    await add('kit');
    const taken = await admin.post('/users', { name: 'K', email: 'KIT@northwind.example', role: 'viewer' });
    expect([taken.statusCode, taken.json().error.code]).toEqual([409, 'conflict']);
    const nowhere = await admin.post('/users', {
      name: 'N',
      email: 'n@northwind.example',
      role: 'viewer',
      securityGroups: ['atlantis'],
    });
    expect(nowhere.statusCode).toBe(422);
    expect(nowhere.json().error.message).toContain('atlantis');
    const listed = (await admin.get('/users')).body;
    expect(listed).not.toContain('n@northwind.example');
    expect((await admin.post('/users/nobody/invitation')).statusCode).toBe(404);
  });
});
