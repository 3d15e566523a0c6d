import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { User } from '../../contract/users.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  givePassword,
  openTestServer,
  PASSWORD,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, emailOf, twoRegions } from '../testing/two-regions.ts';

onBothEngines('users', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    for (const user of ['admin', 'both', 'viewer', 'manager'])
      await givePassword(engine.database, workspace, user);
    server = await openTestServer(engine.database);
    admin = await server.signIn(emailOf('admin'));
  });
  afterAll(() => server.close());

  const userOf = async (id: string): Promise<User> =>
    (await admin.get('/users')).json().items.find((user: User) => user.id === id);
  const lastSentence = async () => (await admin.get('/activity?limit=1')).json().items[0].sentence;

  it('are listed with their groups and how far they are with signing in', async () => {
    expect(await userOf('both')).toMatchObject({
      name: 'User both',
      role: 'member',
      active: true,
      canSignIn: true,
      invitedUntil: null,
      securityGroups: [{ id: 'all', name: 'All companies' }],
      accountGroups: [
        { id: 'east', name: 'East' },
        { id: 'west', name: 'West' },
      ],
    });
    await admin.post('/users/groupless/invitation');
    const invited = await userOf('groupless');
    expect(invited.canSignIn).toBe(false);
    expect(Date.parse(invited.invitedUntil!)).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  });

  it('get another name, address, role and groups, which count at once', async () => {
    const client = await server.signIn(emailOf('both'));
    expect((await client.get('/me')).json().companies).toBe(2);
    const { etag } = await userOf('both');
    const change = { role: 'viewer', accountGroups: ['west'], securityGroups: ['all'], name: 'Bo Thompson' };
    const answer = await admin.patch('/users/both', change, { 'if-match': etag });
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, answer.json().etag]);
    expect(await userOf('both')).toEqual(answer.json());
    expect((await client.get('/me')).json()).toMatchObject({ user: { role: 'viewer' }, companies: 1 });
    expect(await lastSentence()).toBe(
      'User admin set name of the user Bo Thompson from User both to Bo Thompson and role from member to viewer, and took East out of the account groups',
    );

    expect((await admin.patch('/users/both', { email: 'BO@northwind.example' })).statusCode).toBe(200);
    await server.signIn('bo@northwind.example');
    const taken = await admin.patch('/users/both', { email: emailOf('VIEWER') });
    expect([taken.statusCode, taken.json().error.code]).toEqual([409, 'conflict']);
    const unknown = await admin.patch('/users/both', { accountGroups: ['atlantis'] });
    expect(unknown.statusCode).toBe(422);
    expect((await admin.patch('/users/nobody', { role: 'viewer' })).statusCode).toBe(404);
  });

  it('are told apart by two admins who change them at once', async () => {
    const { etag } = await userOf('viewer');
    const change = (accountGroups: string[]) =>
      admin.patch('/users/viewer', { accountGroups }, { 'if-match': etag });
    const answers = await Promise.all([change(['east', 'west']), change([])]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const refused = answers.find(({ statusCode }) => statusCode === 412)!.json().error;
    expect(refused.details).toMatchObject({
      current: await userOf('viewer'),
      changed: { by: { id: 'admin', name: 'User admin' } },
    });
    await admin.patch('/users/viewer', { accountGroups: ['east'] });
  });

  it('when deactivated are out at once: sessions, API keys, invitation; they see nothing and cannot sign in', async () => {
    const session = await server.signIn(emailOf('viewer'));
    const key = server.withKey(await giveKey(engine.database, workspace, 'viewer'));
    const { link } = (await admin.post('/users/viewer/invitation')).json();
    for (const client of [session, key]) expect((await client.get('/me')).statusCode).toBe(200);

    const answer = await admin.post('/users/viewer/deactivate');
    expect([answer.statusCode, answer.json().active]).toEqual([200, false]);
    for (const client of [session, key]) expect((await client.get('/me')).statusCode).toBe(401);
    expect((await server.anonymous.get(new URL(link).pathname)).statusCode).toBe(404);
    const refused = await server.anonymous.post('/api/auth/sign-in/email', {
      email: emailOf('viewer'),
      password: PASSWORD,
    });
    expect([refused.statusCode, refused.json().error.message, refused.cookies]).toEqual([
      401,
      'You have been deactivated here. Ask an administrator.',
      [],
    ]);
    const wrong = await server.anonymous.post('/api/auth/sign-in/email', {
      email: emailOf('viewer'),
      password: 'not the password',
    });
    expect(wrong.json().error.message).toBe('The e-mail address or the password is wrong.');
    expect((await admin.post('/users/viewer/invitation')).statusCode).toBe(409);
    const why = await admin.get(`/permissions/explanation?user=viewer&company=${COMPANIES.own.id}`);
    expect(why.json()).toMatchObject({ sees: false, wouldHelp: ['Reactivate User viewer.'] });
    expect(await lastSentence()).toBe('User admin deactivated the user User viewer');
  });

  it('when reactivated come back with their password and groups, and with no session of before', async () => {
    await sql`insert into auth_session (id, "userId", token, "expiresAt")
      select 'slipped in', auth_user, 'slipped in', now() + interval '1 day' from sign_ins where "user" = 'viewer'`.execute(
      engine.database.kysely,
    );
    expect((await admin.post('/users/viewer/reactivate')).json().active).toBe(true);
    expect((await admin.get('/users/viewer/sessions')).json().items).toEqual([]);
    const client = await server.signIn(emailOf('viewer'));
    expect((await client.get('/me')).json().companies).toBe(1);
    expect((await admin.post('/users/viewer/reactivate')).statusCode).toBe(200);
  });

  it('are signed out of one session or everywhere by an admin, who learns no token', async () => {
    const clients = [await server.signIn(emailOf('manager')), await server.signIn(emailOf('manager'))];
    const { token } = (await clients[1]!.get('/api/auth/get-session')).json().session;
    const listed = await admin.get('/users/manager/sessions');
    expect(listed.json().items).toHaveLength(2);
    expect(listed.body).not.toContain(token);
    const [newest] = listed.json().items;
    const end = (session: string) => admin.delete(`/users/manager/sessions/${session}`);
    expect((await end(newest.id)).statusCode).toBe(204);
    expect((await end(newest.id)).statusCode).toBe(404);
    const statuses = await Promise.all(clients.map(async (client) => (await client.get('/me')).statusCode));
    expect(statuses).toEqual([200, 401]);
    expect((await admin.delete('/users/manager/sessions')).statusCode).toBe(204);
    expect((await clients[0]!.get('/me')).statusCode).toBe(401);
    expect(await lastSentence()).toBe('User admin signed User manager out');
    const own = (await admin.get('/users/admin/sessions')).json().items[0];
    expect((await end(own.id)).statusCode).toBe(404);
  });

  it('get a link to choose another password: for a day, once, and it ends every session', async () => {
    const client = await server.signIn(emailOf('manager'));
    const { link, expiresAt } = (await admin.post('/users/manager/invitation')).json();
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.now() + 86_400_000);
    expect(await lastSentence()).toBe('User admin made a password link for User manager');
    const path = new URL(link).pathname;
    expect((await server.anonymous.get(path)).json().reset).toBe(true);
    const chosen = await server.anonymous.post(path, { password: PASSWORD });
    expect(chosen.statusCode).toBe(201);
    expect((await client.get('/me')).statusCode).toBe(401);
    expect((await server.anonymous.post(path, { password: PASSWORD })).statusCode).toBe(404);
    const kept = await sql<{ row: string }>`select a::text as row from audit_events a`.execute(
      engine.database.kysely,
    );
    expect(`${JSON.stringify(kept.rows)}${server.log.join()}`).not.toContain(path.split('/').at(-1));
  });
});

onBothEngines('the last admin', (engine) => {
  let server: TestServer;
  let clients: Client[];

  beforeAll(async () => {
    const names = ['dana', 'kim', 'lee'];
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: names.map((key) => ({ key, name: key, email: emailOf(key), role: 'admin' })),
    });
    // lee has only been invited
    for (const user of ['dana', 'kim']) await givePassword(engine.database, workspace, user);
    server = await openTestServer(engine.database);
    clients = [await server.signIn(emailOf('dana')), await server.signIn(emailOf('kim'))];
  });
  afterAll(() => server.close());

  it('stays, when the two of them take the role from each other at once', async () => {
    const [dana, kim] = clients as [Client, Client];
    const answers = await Promise.all([
      dana.patch('/users/kim', { role: 'member' }),
      kim.patch('/users/dana', { role: 'viewer' }),
    ]);
    // the second finds itself no admin any more, or the last one
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1);
    const left = answers[0]!.statusCode === 200 ? 'dana' : 'kim';
    const client = left === 'dana' ? dana : kim;
    for (const attempt of [
      client.patch(`/users/${left}`, { role: 'member' }),
      client.post(`/users/${left}/deactivate`),
      client.post('/permissions/preview', { kind: 'user', id: left, change: { role: 'member' } }),
      client.post('/permissions/preview', { kind: 'userActive', id: left, active: false }),
    ]) {
      const answer = await attempt;
      expect([answer.statusCode, answer.json().error.message]).toEqual([
        409,
        'This is the last active admin who can sign in. Make somebody else an admin first.',
      ]);
    }
    const other = left === 'dana' ? 'kim' : 'dana';
    expect((await client.patch(`/users/${other}`, { role: 'admin' })).statusCode).toBe(200);
  });

  it('stays, when both deactivate themselves at once', async () => {
    const answers = await Promise.all([
      clients[0]!.post('/users/dana/deactivate'),
      clients[1]!.post('/users/kim/deactivate'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('is not taken away past the rules either', async () => {
    const statement = (text: string) => sql.raw(text).execute(engine.database.kysely);
    for (const text of [
      `update users set role = 'viewer'`,
      'update users set deactivated = true',
      `delete from users where deactivated is not true and key <> 'lee'`,
    ])
      await expect(statement(text)).rejects.toThrow('no active admin');
    const { rows } = await sql`select from users u join sign_ins s on s."user" = u.key
      where u.role = 'admin' and u.deactivated is not true`.execute(engine.database.kysely);
    expect(rows).toHaveLength(1);
  });
});
