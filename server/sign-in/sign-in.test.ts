import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { storedToken } from '../access/session-tokens.ts';
import {
  addWorkspace,
  type Client,
  cookieOf,
  givePassword,
  openTestServer,
  PASSWORD,
  type TestServer,
} from '../testing/test-server.ts';

const email = 'dana@northwind.example';
const other = 'kim@northwind.example';

/** The token in a cookie, without its signature. */
const tokenIn = (cookie: string) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!;

onBothEngines('signing in', (engine) => {
  let server: TestServer;
  let now = new Date('2026-11-22T09:00:00Z');

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: [
        { key: 'dana', name: 'Dana', email, role: 'admin' },
        { key: 'kim', name: 'Kim', email: other, role: 'viewer' },
      ],
    });
    for (const user of ['dana', 'kim']) await givePassword(engine.database, workspace, user);
    server = await openTestServer(engine.database, { now: () => now });
  });
  afterAll(() => server.close());

  const attempt = (password: string, address: string, account = email) =>
    server.anonymous.post(
      '/api/auth/sign-in/email',
      { email: account, password },
      { 'x-forwarded-for': address },
    );
  const statusOf = async (client: Client) => (await client.get('/me')).statusCode;

  it('sets a cookie that no script reads and no other site sends, and says nothing secret', async () => {
    const answer = await attempt(PASSWORD, '10.1.0.1', ' Dana@Northwind.example'.trim());
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ user: { name: 'Dana', email } });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({
      name: 'quarterdeck.session_token',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect(
      await statusOf({
        ...server.anonymous,
        get: (url) => server.anonymous.send({ method: 'GET', url, headers: { cookie: cookieOf(answer) } }),
      }),
    ).toBe(200);
  });

  it('answers a wrong password and an unknown address in the same words', async () => {
    const [wrong, unknown, notOne] = [
      await attempt('not the password', '10.1.0.2'),
      await attempt('not the password', '10.1.0.2', 'nobody@northwind.example'),
      await attempt('not the password', '10.1.0.2', 'nobody'),
    ];
    expect(wrong.statusCode).toBe(401);
    expect(unknown.body).toBe(wrong.body);
    expect(notOne.body).toBe(wrong.body);
    expect(wrong.json().error.code).toBe('unauthenticated');
    expect(wrong.cookies).toEqual([]);
  });

  it('refuses an account’s eleventh wrong password from one address for a quarter of an hour, right or wrong', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => attempt('wrong wrong', '10.2.0.1', other)),
    );
    const statuses = tries.map((answer) => answer.statusCode).sort();
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const refused = await attempt(PASSWORD, '10.2.0.1', other);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await attempt(PASSWORD, '10.2.0.2', other)).statusCode).toBe(200);
    now = new Date(now.getTime() + 15 * 60_000);
    expect((await attempt(PASSWORD, '10.2.0.1', other)).statusCode).toBe(200);
  });

  it('forgets wrong passwords after the right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 5; i += 1) await attempt('wrong wrong', '10.3.0.1');
      expect((await attempt(PASSWORD, '10.3.0.1')).statusCode).toBe(200);
    }
  });

  it('ends a session at once: by signing out, from another session, by changing the password', async () => {
    const [one, two, three] = [
      await server.signIn(email),
      await server.signIn(email),
      await server.signIn(email),
    ];
    expect((await one.post('/api/auth/sign-out')).statusCode).toBe(200);
    expect(await statusOf(one)).toBe(401);

    const mine = (await two.get('/api/auth/get-session')).json().session;
    const sessions = (await three.get('/api/auth/list-sessions')).json() as { id: string }[];
    expect(sessions.map(({ id }) => id)).toContain(mine.id);
    await three.post('/api/auth/revoke-session', { id: mine.id });
    expect(await statusOf(two)).toBe(401);

    const four = await server.signIn(email);
    const changed = await three.post('/api/auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: `${PASSWORD}!`,
    });
    expect(changed.statusCode).toBe(200);
    expect(await statusOf(four)).toBe(401);
    expect((await attempt(PASSWORD, '10.4.0.1')).statusCode).toBe(401);
    const back = await attempt(`${PASSWORD}!`, '10.4.0.1');
    expect(back.statusCode).toBe(200);
    await server.anonymous.send({
      method: 'POST',
      url: '/api/auth/change-password',
      headers: { cookie: cookieOf(back), origin: 'http://localhost' },
      payload: { currentPassword: `${PASSWORD}!`, newPassword: PASSWORD },
    });
  });

  it('shows nobody another’s sessions, nor lets them end one', async () => {
    const [dana, kim] = [await server.signIn(email), await server.signIn(other)];
    const { id } = (await dana.get('/api/auth/get-session')).json().session;
    expect((await kim.get('/api/auth/list-sessions')).body).not.toContain(id);
    await kim.post('/api/auth/revoke-session', { id });
    expect(await statusOf(dana)).toBe(200);
  });

  it('takes no token that is not signed, or signed by somebody else', async () => {
    const token = tokenIn((await server.signIn(email)).headers.cookie!);
    for (const value of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, '%', '..', '']) {
      const cookie = `quarterdeck.session_token=${value}`;
      const answer = await server.anonymous.send({ method: 'GET', url: '/me', headers: { cookie } });
      expect([value, answer.statusCode]).toEqual([value, 401]);
    }
    for (const authorization of [
      'Bearer',
      'Bearer ',
      `Bearer ${token}`,
      'Basic ZGFuYTp4',
      'Bearer qd_guess',
    ]) {
      const answer = await server.anonymous.send({ method: 'GET', url: '/me', headers: { authorization } });
      expect([authorization, answer.statusCode]).toEqual([authorization, 401]);
    }
  });

  it('keeps nothing of a session with which anybody could sign in, and no token in an answer or the log', async () => {
    const client = await server.signIn(email);
    const token = tokenIn(client.headers.cookie!);
    const { rows } = await sql<{ row: string; token: string }>`
      select s::text as row, s.token from auth_session s`.execute(engine.database.kysely);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    const { name, key } = { name: server.context.signIn.cookie.name, key: server.context.signIn.key };
    for (const { token: stored } of rows) {
      // even signed with the server's own key
      const cookie = `${name}=${encodeURIComponent(`${stored}.${createHmac('sha256', key).update(stored).digest('base64')}`)}`;
      const answer = await server.anonymous.send({ method: 'GET', url: '/me', headers: { cookie } });
      expect(answer.statusCode).toBe(401);
    }
    for (const path of ['get-session', 'list-sessions'])
      expect((await client.get(`/api/auth/${path}`)).body).not.toContain(token);
    expect(server.log.join('\n')).not.toContain(token);
    expect(await statusOf(client)).toBe(200);
  });

  it('hashes the sessions of before without ending them', async () => {
    const client = await server.signIn(email);
    const token = tokenIn(client.headers.cookie!);
    const { database } = engine;
    await sql`update auth_session set token = ${token} where token = ${storedToken(token)}`.execute(
      database.kysely,
    );
    expect(await statusOf(client)).toBe(401);
    const earlier = await readFile('migrations/20261127-session-token-hashes.sql', 'utf8');
    await database.pool.query(`${earlier.replace(/;\s*$/, '')} where token = $1`, [token]);
    expect(await statusOf(client)).toBe(200);
  });

  it('prolongs a session that is used, once a day, and lets one that is not run out', async () => {
    const dana = await server.signIn(email);
    const day = 86_400;
    const age = (seconds: number) =>
      sql`update auth_session set "updatedAt" = "updatedAt" - make_interval(secs => ${seconds}),
        "expiresAt" = "expiresAt" - make_interval(secs => ${seconds})`.execute(engine.database.kysely);
    now = new Date();
    expect((await dana.get('/me')).cookies).toEqual([]);
    await age(2 * day);
    expect((await dana.get('/me')).cookies).toMatchObject([
      { name: 'quarterdeck.session_token', maxAge: 7 * day },
    ]);
    expect((await dana.get('/me')).cookies).toEqual([]);
    await age(7 * day + 1);
    expect(await statusOf(dana)).toBe(401);
  });

  it('keeps passwords, tokens and keys out of the log', async () => {
    expect(server.log.join('\n')).not.toMatch(new RegExp(`${PASSWORD}|session_token|qd_`));
  });
});

onBothEngines('signing in where the public address is https', (engine) => {
  it('sets a cookie for https only', async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: [{ key: 'dana', name: 'Dana', email, role: 'admin' }],
    });
    await givePassword(engine.database, workspace, 'dana');
    const server = await openTestServer(engine.database, { url: 'https://deck.northwind.example' });
    const answer = await server.anonymous.post(
      '/api/auth/sign-in/email',
      { email, password: PASSWORD },
      { origin: 'https://deck.northwind.example', 'sec-fetch-site': 'same-origin' },
    );
    expect(answer.cookies).toMatchObject([{ name: '__Secure-quarterdeck.session_token', secure: true }]);
    const me = await server.anonymous.send({
      method: 'GET',
      url: '/me',
      headers: { cookie: cookieOf(answer) },
    });
    expect(me.statusCode).toBe(200);
    expect(me.headers['strict-transport-security']).toContain('max-age=');
    await server.close();
  });
});
