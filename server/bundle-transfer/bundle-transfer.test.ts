import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportLine } from '../../contract/bundle-transfer.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

onBothEngines('bundles over HTTP', (engine) => {
  let server: TestServer;
  let full: Client;
  let empty: Client;
  let emptyKey: string;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    const other = await addWorkspace(engine.database, 'Empty', {
      users: [{ key: 'me', name: 'Me', email: 'me@empty.example', role: 'admin' }],
      security_groups: [{ key: 'all', name: 'All companies', all_companies: true }],
      security_group_users: [{ security_group: 'all', user: 'me' }],
    });
    server = await openTestServer(engine.database);
    full = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    emptyKey = await giveKey(engine.database, other, 'me');
    empty = server.withKey(emptyKey);
  });
  afterAll(() => server.close());

  const exported = async (client: Client) => {
    const answer = await client.get('/bundle');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    return answer.rawPayload;
  };
  const post = async (client: Client, payload: Buffer | string, path = '/bundle') => {
    const answer = await client.send({
      method: 'POST',
      url: path,
      payload,
      headers: { 'content-type': 'application/zip' },
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
    ]);
    return answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportLine);
  };
  const companies = async (client: Client) => (await client.get('/me')).json().companies as number;

  it('refuses what is no bundle, saying what is wrong with it, with nothing written', async () => {
    const last = (await post(empty, 'not a zip')).at(-1);
    expect(last).toMatchObject({
      errors: [{ line: 1, column: 1, message: expect.stringContaining('expected') }],
      more: 0,
    });
    const json = await empty.post('/bundle', {});
    expect([json.statusCode, json.json().error.code]).toEqual([400, 'bad_request']);
  });

  it('tries an import without writing anything', async () => {
    const lines = await post(empty, await exported(full), '/bundle?dryRun=true');
    expect(lines.at(-1)).toMatchObject({
      result: {
        files: expect.arrayContaining([{ file: 'companies.csv', created: 3, updated: 0, unchanged: 0 }]),
      },
    });
    expect(await companies(empty)).toBe(0);
  });

  it('undoes everything when the client goes away', async () => {
    const zip = await exported(full);
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.app.server.address() as AddressInfo;
    const request = http.request({
      port,
      path: '/api/v1/bundle',
      method: 'POST',
      headers: {
        authorization: `Bearer ${emptyKey}`,
        'content-type': 'application/zip',
        'content-length': zip.length,
      },
    });
    request.on('error', () => undefined);
    request.write(zip.subarray(0, zip.length - 10));
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    await once(response, 'data');
    request.destroy();
    expect(await companies(empty)).toBe(0);
  });

  it('brings in what another workspace took out, with its progress', async () => {
    const lines = await post(empty, await exported(full));
    expect(lines.some((line) => 'progress' in line && line.progress.phase === 'reading')).toBe(true);
    expect(lines.some((line) => 'progress' in line && line.progress.phase === 'writing')).toBe(true);
    expect(lines.at(-1)).toHaveProperty('result');
    expect(await companies(empty)).toBe(3);
    const again = (await post(empty, await exported(full))).at(-1) as {
      result: { files: { created: number }[] };
    };
    expect(again.result.files.map(({ created }) => created).every((created) => created === 0)).toBe(true);
    expect((await empty.get(`/companies/${COMPANIES.own.id}`)).json()).toEqual(
      (await full.get(`/companies/${COMPANIES.own.id}`)).json(),
    );
  });

  it('puts the demo into an empty workspace only', async () => {
    expect((await full.post('/demo')).statusCode).toBe(409);
    const fresh = await addWorkspace(engine.database, 'Fresh', {
      users: [{ key: 'me', name: 'Me', email: 'me@fresh.example', role: 'admin' }],
      security_groups: [{ key: 'all', name: 'All companies', all_companies: true }],
      security_group_users: [{ security_group: 'all', user: 'me' }],
    });
    const me = server.withKey(await giveKey(engine.database, fresh, 'me'));
    const lines = (await me.post('/demo')).body.trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1)!)).toHaveProperty('result');
    expect(await companies(me)).toBe(162);
    expect((await me.get('/me')).json().user.role).toBe('admin');
  });
});
