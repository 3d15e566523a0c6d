import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  givePassword,
  openTestServer,
  PASSWORD,
  type TestServer,
} from '../../testing/test-server.ts';
import { emailOf, twoRegions } from '../../testing/two-regions.ts';

onBothEngines('the HTTP server', (engine) => {
  let server: TestServer;
  let admin: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    await givePassword(engine.database, workspace, 'admin');
    server = await openTestServer(engine.database);
    admin = await server.signIn(emailOf('admin'));
  });
  afterAll(() => server.close());

  it('refuses every change that another site’s page makes a browser send', async () => {
    const cookie = admin.headers.cookie!;
    const foreign: Record<string, string>[] = [
      { cookie },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie, origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
      { cookie, 'sec-fetch-site': 'cross-site' },
      { cookie, 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ];
    const changes = server.app.routeTable.filter(({ endpoint }) => endpoint && endpoint.method !== 'GET');
    expect(changes.length).toBeGreaterThan(15);
    for (const { method, url, endpoint } of changes) {
      for (const headers of foreign) {
        if (!headers.cookie && !endpoint?.public) continue;
        const answer = await server.app.inject({
          method: method as 'POST',
          url: url.replace(/:(\w+)/g, 'x'),
          headers,
          payload: {},
        });
        expect([url, headers, answer.statusCode]).toEqual([url, headers, 403]);
        expect(answer.json().error.code).toBe('forbidden');
      }
    }
  });

  it('takes changes from its own pages and from programs with a key', async () => {
    const view = (name: string, headers: Record<string, string>) =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/saved-views',
        headers,
        payload: { name, search: '' },
      });
    const cookie = admin.headers.cookie!;
    const { key } = (await admin.post('/api-keys', { name: 'Power BI' })).json();
    const own: Record<string, string>[] = [
      { cookie, origin: 'http://localhost' },
      { cookie, origin: 'https://localhost', 'sec-fetch-site': 'same-origin' },
      { cookie, 'sec-fetch-site': 'same-origin' },
      { authorization: `Bearer ${key}` },
    ];
    for (const [i, headers] of own.entries()) expect((await view(`view ${i}`, headers)).statusCode).toBe(201);
  });

  it('tells what is wrong with a request: where, which value, what was expected', async () => {
    const issueOf = async (
      answer: Promise<{ statusCode: number; json(): { error: { details: { issues: unknown[] } } } }>,
    ) => {
      const { statusCode, json } = await answer.then((it) => ({
        statusCode: it.statusCode,
        json: it.json(),
      }));
      expect(statusCode).toBe(400);
      return json.error.details.issues[0];
    };
    expect(await issueOf(admin.get('/companies?limit=501'))).toEqual({
      in: 'query',
      name: 'limit',
      value: 501,
      expected: 'number to be <=500',
    });
    expect(await issueOf(admin.get('/companies?colour=red'))).toEqual({
      in: 'query',
      name: 'colour',
      expected: 'no parameter of this name',
    });
    expect(await issueOf(admin.get('/companies?sort=size'))).toMatchObject({ name: 'sort', value: 'size' });
    expect(await issueOf(admin.get('/companies?stage=active&stage=gone'))).toMatchObject({
      name: 'stage.1',
      value: 'gone',
    });
    expect(await issueOf(admin.post('/saved-views', { search: 7 }))).toMatchObject({
      in: 'body',
      name: 'name',
    });
    expect(
      await issueOf(admin.get('/api-keys/7'.replace('/api-keys/7', '/dashboard?health=Purple'))),
    ).toMatchObject({
      in: 'query',
      name: 'health',
    });
    expect(await issueOf(admin.get('/dashboard?date=2026-01-01'))).toMatchObject({ name: 'date' });
    const secret = await server.anonymous.post('/setup', { password: 'short' });
    expect(secret.body).not.toContain('short');
  });

  it('takes JSON and nothing else', async () => {
    const send = (type: string, payload: string) =>
      admin.send({ method: 'POST', url: '/saved-views', headers: { 'content-type': type }, payload });
    for (const [type, payload] of [
      ['text/plain', '{}'],
      ['application/x-www-form-urlencoded', 'name=x'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['application/json', '{"name":'],
      ['application/json', '[]'],
      ['application/json', '{"__proto__":{"name":"x","search":""}}'],
      ['application/json', ''],
    ] as const) {
      const answer = await send(type, payload);
      expect([type, payload, answer.statusCode]).toEqual([type, payload, 400]);
      expect(answer.json().error.code).toBe('bad_request');
    }
    const large = await send('application/json', JSON.stringify({ name: 'x'.repeat(300_000) }));
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'payload_too_large']);
  });

  it('says nothing about an error that nobody foresaw, except to the log', async () => {
    const { portfolioOf } = server.context.portfolios;
    (server.context.portfolios as { portfolioOf: unknown }).portfolioOf = () =>
      Promise.reject(new Error('a bug at /secret/path'));
    const answer = await admin.get('/me');
    (server.context.portfolios as { portfolioOf: unknown }).portfolioOf = portfolioOf;
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({
      error: { code: 'internal', message: expect.not.stringContaining('secret') },
    });
    expect(server.log.at(-1)).toContain('a bug at /secret/path');
  });

  it('answers an address that is not there, whoever asks', async () => {
    for (const client of [admin, server.anonymous]) {
      const answer = await client.get('/api/v1/nowhere');
      expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'not_found']);
    }
  });

  it.each(['%', '%FF', 'x'.repeat(16_001)])('refuses an address that cannot be read: case %#', async (id) => {
    const answer = await admin.get(`/companies/${id}`);
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'bad_request']);
  });

  it('compresses when asked for it', async () => {
    const ask = (encoding?: string) =>
      admin.send({
        method: 'GET',
        url: '/dashboard',
        headers: encoding ? { 'accept-encoding': encoding } : {},
      });
    expect((await ask()).headers['content-encoding']).toBeUndefined();
    expect((await ask('gzip, br')).headers['content-encoding']).toBe('br');
    expect((await ask('gzip')).headers['content-encoding']).toBe('gzip');
    expect((await ask()).headers['cache-control']).toBe('no-store');
  });

  it('documents itself, under its own content policy', async () => {
    const page = await server.anonymous.get('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const scripts = [...page.body.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, src]) => src!);
    expect(scripts.length).toBe(page.body.match(/<script/g)!.length);
    for (const src of scripts) expect((await server.anonymous.get(src)).statusCode).toBe(200);
  });
});

onBothEngines('the HTTP server without its database', (engine) => {
  it('answers 503 and when to try again, and recovers by itself', async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    await givePassword(engine.database, workspace, 'admin');
    const nowhere = new pg.Pool({ host: 'localhost', port: 1 });
    const database = { ...engine.database };
    const server = await openTestServer(database);
    const admin = await server.signIn(emailOf('admin'));
    const { pool } = database;
    database.pool = nowhere;
    for (const path of ['/health', '/setup', '/me', '/dashboard', '/saved-views']) {
      const answer = await admin.get(path);
      expect([path, answer.statusCode, answer.headers['retry-after']]).toEqual([path, 503, '5']);
      expect(answer.json().error.code).toBe('unavailable');
    }
    const without = await openTestServer(database);
    const signIn = { email: emailOf('admin'), password: PASSWORD };
    expect((await without.anonymous.post('/api/auth/sign-in/email', signIn)).statusCode).toBe(503);
    await without.close();
    database.pool = pool;
    expect((await admin.get('/dashboard')).statusCode).toBe(200);
    await nowhere.end();
    await server.close();
  });
});
