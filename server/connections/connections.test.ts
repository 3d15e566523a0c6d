import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SyncPreview } from '../../contract/sync-preview.ts';
import type { CompanyRecord } from '../../domain/sync/records.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { type Connector, ConnectorProblem } from '../connectors/connector.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

/** A system whose only secret is a key: with "right" it may read companies. */
const acme: Connector = {
  vendor: 'acme',
  name: 'Acme PSA',
  credentials: [
    { name: 'host', label: 'Host', help: 'Such as psa.acme.example', secret: false },
    { name: 'region', label: 'Region', help: 'Such as eu', secret: false, optional: true },
    { name: 'key', label: 'API key', help: 'Under Settings', secret: true },
  ],
  limits: { concurrency: 1, perMinute: 60 },
  kinds: ['companies', 'contacts'],
  incremental: ['companies'],
  async connect({ credentials, remembered, remember }) {
    if (credentials.key !== 'right')
      throw new ConnectorProblem('credentials', 'Acme PSA does not know this key.');
    remember({ zone: remembered.zone ?? `zone of ${credentials.host}` });
    return {
      read: async () => ({ records: [], next: null, problems: [] }),
      test: async () => [{ kind: 'companies', allowed: true, message: `Read one at ${credentials.host}.` }],
      sample: async (kind) =>
        kind === 'companies' ? { id: 7, name: 'Acme Dental', status: 'Active' } : undefined,
    };
  },
  hooks: {
    instructions: (address) => [`Have it call ${address}.`],
    hints: async ({ headers, body, secret }) =>
      headers['x-signature'] === secret ? JSON.parse(body.toString('utf8')).changed : null,
  },
};

onBothEngines('connections', (engine) => {
  let server: TestServer;
  let admin: Client;
  let workspace: string;
  const now = new Date('2026-11-29T10:00:00Z');
  let made = 0;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database, {
      now: () => now,
      url: 'https://q.example.com',
      connectors: [acme, { ...acme, vendor: 'mute', name: 'Mute PSA', hooks: null }],
    });
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
  });
  afterAll(() => server.close());

  const credentials = { host: 'psa.acme.example', key: 'right' };
  const connect = async (body: object = {}) => {
    made += 1;
    const answer = await admin.post('/connections', {
      vendor: 'acme',
      name: `Connection ${made}`,
      credentials,
      ...body,
    });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const stored = async (id: string) => {
    const { rows } = await sql<{ row: string; remembered: object }>`
      select c::text as row, remembered from connections c where key = ${id}`.execute(engine.database.kysely);
    return rows[0]!;
  };
  const turnOn = (id: string) =>
    sql`update connections set state = 'on' where key = ${id}`.execute(engine.database.kysely);
  /** Records that were read, as a sync leaves them. */
  const mirror = async (connection: string, kind: string, records: Record<string, object>, gone = false) => {
    for (const [id, fields] of Object.entries(records))
      await sql`insert into sync_records (workspace_id, connection, kind, id, fields, changed_run, seen_run, gone_at)
        values (${workspace}, ${connection}, ${kind}, ${id}, ${JSON.stringify(fields)}::jsonb, 1, 1, ${gone ? now : null})`.execute(
        engine.database.kysely,
      );
  };
  const runs = async (id: string) => (await admin.get(`/connections/${id}/runs`)).json().items;

  it('are made of what their connector asks for', async () => {
    expect((await admin.get('/connectors')).json().items[0]).toMatchObject({
      vendor: 'acme',
      name: 'Acme PSA',
      credentials: [{ name: 'host', optional: false }, { name: 'region', optional: true }, { secret: true }],
      callsBack: true,
    });
    const connection = await connect({ name: 'Our PSA' });
    expect(connection).toMatchObject({
      vendorName: 'Acme PSA',
      name: 'Our PSA',
      state: 'setting up',
      credentials: { host: 'psa.acme.example' },
      secrets: ['key'],
      allowPrivate: false,
      syncEveryMinutes: 15,
      fullAt: 120,
      settings: { clients: { types: [], withoutStatuses: [] }, periods: {}, users: {}, scores: null },
      hasHook: false,
      run: null,
      createdBy: { id: 'admin', name: 'User admin' },
    });
    expect((await admin.get(`/connections/${connection.id}`)).json()).toEqual(connection);
    expect((await admin.get('/connections')).json().items).toContainEqual(connection);
  });

  it.each([
    ['no such vendor', { vendor: 'none' }, 422, 'expected one of "acme", "mute"'],
    [
      'an unknown credential',
      { credentials: { ...credentials, port: '1' } },
      422,
      'has no credential "port"',
    ],
    ['a missing one', { credentials: { host: 'psa.acme.example' } }, 422, 'needs “API key”'],
    ['an empty one', { credentials: { ...credentials, key: ' ' } }, 422, 'needs “API key”'],
    ['a name without text', { name: ' ' }, 400, 'name'],
  ])('are refused with %s', async (_what, body, status, message) => {
    const answer = await admin.post('/connections', {
      vendor: 'acme',
      name: 'Refused',
      credentials,
      ...body,
    });
    expect([answer.statusCode, answer.json().error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
  });

  it('are told apart by their names', async () => {
    const [one, two] = [await connect(), await connect()];
    const again = { vendor: 'acme', name: one.name, credentials };
    expect((await admin.post('/connections', again)).statusCode).toBe(409);
    expect((await admin.patch(`/connections/${two.id}`, { name: one.name })).statusCode).toBe(409);
  });

  it('keep secrets sealed and show them nowhere', async () => {
    const secret = 'x-very-secret-x';
    const { id } = await connect({ credentials: { ...credentials, key: secret } });
    await admin.patch(`/connections/${id}`, { credentials: { key: `${secret}2` } });
    const { rows } = await sql<{ row: string }>`select e::text as row from audit_events e
      where action like '%connection'`.execute(engine.database.kysely);
    const shown = [
      (await admin.get('/connections')).body,
      (await admin.get('/activity')).body,
      (await stored(id)).row,
      ...rows.map(({ row }) => row),
      ...server.log,
    ].join('\n');
    expect(rows.length).toBeGreaterThan(1);
    expect(shown).not.toContain(secret);
  });

  it('send what is secret to another place only if it is entered again', async () => {
    const { id } = await connect();
    const change = async (body: object) => (await admin.patch(`/connections/${id}`, body)).statusCode;
    expect(await change({ credentials: { host: 'elsewhere.example' } })).toBe(422);
    expect(await change({ allowPrivate: true })).toBe(422);
    expect(await change({ credentials: { key: 'other' } })).toBe(200);
    expect(await change({ credentials: { host: 'elsewhere.example', region: 'eu', key: 'right' } })).toBe(
      200,
    );
    expect(await change({ credentials: { key: '' } })).toBe(422);
    expect(await change({ allowPrivate: true, credentials: { key: 'right' } })).toBe(200);
    expect(await change({ allowPrivate: false })).toBe(200);
    expect(await change({ credentials: { region: '', key: 'right' } })).toBe(200);
    expect((await admin.get(`/connections/${id}`)).json()).toMatchObject({
      credentials: { host: 'elsewhere.example' },
      allowPrivate: false,
    });
  });

  it('are changed by whoever has read them as they are', async () => {
    const { id, etag } = await connect();
    const settings = {
      clients: { types: ['Client'], withoutStatuses: ['Former'] },
      periods: { '2': 'monthly' },
      users: { 'Ann Lee': 'manager' },
      scores: { positiveFrom: 4, negativeTo: 2 },
    };
    const changed = await admin.patch(`/connections/${id}`, { settings, fullAt: 60 }, { 'if-match': etag });
    expect(changed.json()).toMatchObject({ settings, fullAt: 60 });
    const late = await admin.patch(`/connections/${id}`, { fullAt: 90 }, { 'if-match': etag });
    expect([late.statusCode, late.json().error.message]).toEqual([
      412,
      'User admin has changed this since you read it.',
    ]);
    const unknown = { settings: { ...settings, users: { 'Ann Lee': 'nobody' } } };
    expect((await admin.patch(`/connections/${id}`, unknown)).statusCode).toBe(422);
    const scale = { settings: { ...settings, scores: { positiveFrom: 2, negativeTo: 2 } } };
    expect((await admin.patch(`/connections/${id}`, scale)).statusCode).toBe(400);
    const { rows } = await sql<{ after: object }>`select after from audit_events
      where action = 'update connection' and subject = ${changed.json().name}`.execute(
      engine.database.kysely,
    );
    expect(rows.map(({ after }) => after)).toEqual([
      {
        fullAt: 60,
        clientTypes: ['Client'],
        withoutStatuses: ['Former'],
        periods: ['2: monthly'],
        users: ['Ann Lee: manager'],
        scores: 'positive from 4, negative to 2',
      },
    ]);
  });

  it('are tested, and what went wrong is said', async () => {
    const { id } = await connect();
    const test = async () => (await admin.post(`/connections/${id}/test`)).json().permissions;
    expect(await test()).toEqual([
      { kind: 'companies', allowed: true, message: 'Read one at psa.acme.example.' },
    ]);
    await expect
      .poll(async () => (await stored(id)).remembered)
      .toEqual({ zone: 'zone of psa.acme.example' });
    await admin.patch(`/connections/${id}`, { credentials: { key: 'wrong' } });
    expect((await stored(id)).remembered).toEqual({});
    expect(await test()).toEqual([
      { kind: 'sign in', allowed: false, message: 'Acme PSA does not know this key.' },
    ]);
  });

  it('show one record without what is of people', async () => {
    const { id } = await connect();
    const sample = async (kind: string) => {
      const answer = await admin.get(`/connections/${id}/sample/${kind}`);
      return [answer.statusCode, answer.json().record ?? answer.json().error?.message];
    };
    expect(await sample('companies')).toEqual([200, { id: 7, name: 'Xxxx Xxxxxx', status: 'Active' }]);
    expect(await sample('contacts')).toEqual([200, undefined]);
    expect(await sample('tickets')).toEqual([422, 'Acme PSA has no tickets.']);
    await admin.patch(`/connections/${id}`, { credentials: { key: 'wrong' } });
    expect(await sample('companies')).toEqual([422, 'Acme PSA does not know this key.']);
  });

  it('say what has to be said of what was read', async () => {
    const { id } = await connect({ credentials });
    await admin.patch(`/connections/${id}`, {
      settings: {
        clients: { types: [], withoutStatuses: [] },
        periods: { '6': 'quarterly' },
        users: { 'Ann Lee': 'manager' },
        scores: null,
      },
    });
    await mirror(id, 'companies', {
      1: { types: ['Client', 'Vendor'], status: 'Active', owner: 'Ann Lee' },
      2: { types: ['Client', 'Client'], status: null, owner: 'user MANAGER' },
      3: { types: [], status: 'Active', owner: null },
    });
    await mirror(id, 'companies', { 4: { types: ['Old'], status: 'Gone', owner: 'Zed' } }, true);
    const monthly = { code: '2', label: 'Monthly', cycle: 'monthly', certain: true };
    const odd = { code: '6', label: 'Every 4 weeks', cycle: null, certain: false };
    await mirror(id, 'contracts', {
      10: { recurring: true, period: monthly },
      11: { recurring: true, period: odd },
      12: { recurring: false, period: odd },
      13: { recurring: true, period: null },
    });
    await mirror(id, 'contractLines', {
      20: { sku: 'MFA', description: 'MFA per user', oneTime: false, period: monthly },
      21: { sku: 'MFA', description: 'MFA per user', oneTime: false, period: null },
      22: { sku: 'SETUP', description: null, oneTime: true, period: odd },
      23: { sku: null, description: 'Other', oneTime: false, period: null },
    });
    await sql`update products set product_codes = '{MFA,MFA2}' where key = 'mfa-pro'`.execute(
      engine.database.kysely,
    );
    const answer = await admin.get(`/connections/${id}/choices`);
    expect(answer.json()).toEqual({
      companyTypes: [
        { name: 'Client', companies: 2 },
        { name: 'Vendor', companies: 1 },
      ],
      companyStatuses: [{ name: 'Active', companies: 2 }],
      billingPeriods: [
        { code: '2', label: 'Monthly', proposed: 'monthly', certain: true, mapped: null, items: 2 },
        { code: '6', label: 'Every 4 weeks', proposed: null, certain: false, mapped: 'quarterly', items: 1 },
      ],
      owners: [
        { name: 'Ann Lee', companies: 1, mapped: { id: 'manager', name: 'User manager' }, proposed: null },
        {
          name: 'user MANAGER',
          companies: 1,
          mapped: null,
          proposed: { id: 'manager', name: 'User manager' },
        },
      ],
      productCodes: [
        {
          code: 'MFA',
          description: 'MFA per user',
          lines: 2,
          products: [expect.objectContaining({ id: 'mfa-pro' })],
        },
        { code: 'SETUP', description: null, lines: 1, products: [] },
      ],
    });
  });

  it('show what a sync would do, and are told which company is which', async () => {
    const { id } = await connect();
    const company = (name: string): CompanyRecord => ({
      ...{
        name,
        shortCode: null,
        active: true,
        internal: false,
        types: ['Client'],
        status: null,
        parent: null,
      },
      ...{ owner: null, website: null, phone: null, currency: null, employees: null, acquiredOn: null },
      ...{ annualRevenue: null, yearEstablished: null, industry: null, territory: null },
    });
    await mirror(id, 'companies', { 1: company('Heron Forge'), 2: company(COMPANIES.own.name) });
    const preview = async () => {
      const { companies, changes } = (await admin.get(`/connections/${id}/preview`)).json();
      const actions = companies.map((one: SyncPreview['companies'][number]) => [
        one.record,
        one.action,
        one.company?.id,
      ]);
      return { actions: actions.sort(), created: changes.companies.create };
    };
    const match = async (record: string, company: string | null) =>
      (await admin.send({ method: 'PUT', url: `/connections/${id}/matches/${record}`, payload: { company } }))
        .statusCode;
    expect(await preview()).toEqual({
      actions: [
        ['1', 'create', expect.any(String)],
        ['2', 'match', COMPANIES.own.id],
      ],
      created: 1,
    });
    expect(await match('1', COMPANIES.other.id)).toBe(204);
    expect(await preview()).toMatchObject({
      actions: [
        ['1', 'keep', COMPANIES.other.id],
        ['2', 'match', COMPANIES.own.id],
      ],
      created: 0,
    });
    expect(await match('2', COMPANIES.other.id)).toBe(409);
    expect(await match('2', 'ghost')).toBe(404);
    expect(await match('3', COMPANIES.own.id)).toBe(404);
  });

  it('are synced when asked, one run at a time', async () => {
    const { id } = await connect();
    const ask = (path: string, body?: object) => admin.post(`/connections/${id}${path}`, body);
    expect((await ask('/sync', { kind: 'full' })).statusCode).toBe(409);
    expect((await ask('/cancel')).statusCode).toBe(409);
    const first = (await ask('/sync', { kind: 'first' })).json();
    expect(first).toMatchObject({ kind: 'first', state: 'due', requestedBy: { id: 'admin' }, progress: [] });
    expect((await ask('/start')).statusCode).toBe(409);
    expect((await admin.get(`/connections/${id}`)).json().run).toEqual(first);

    const progress = {
      kinds: [
        {
          kind: 'companies',
          state: 'read',
          records: 9,
          created: 5,
          changed: 1,
          gone: 0,
          problems: 1,
          missing: null,
          message: null,
        },
      ],
      started: false,
      putOff: 0,
    };
    await sql`update sync_runs set state = 'waiting', waiting_for = 'start', progress = ${JSON.stringify(progress)},
      problems = '[{"kind":"companies","id":"5","message":"Field name is missing."}]' where id = ${first.id}`.execute(
      engine.database.kysely,
    );
    const waiting = (await admin.get(`/connections/${id}/runs/${first.id}`)).json();
    expect(waiting).toMatchObject({
      state: 'waiting',
      waitingFor: 'start',
      progress: [{ kind: 'companies', records: 9, created: 5, changed: 1, unchanged: 3, gone: 0 }],
      problems: [{ kind: 'companies', record: '5', message: 'Field name is missing.' }],
    });
    expect((await ask(`/runs/${first.id}/confirm`)).statusCode).toBe(409);
    expect((await ask('/start')).json()).toMatchObject({ state: 'due', waitingFor: null });
    expect((await admin.get(`/connections/${id}`)).json().state).toBe('on');
    expect((await ask('/cancel')).json()).toMatchObject({ state: 'cancelled' });
    expect((await ask('/sync', { kind: 'full' })).json()).toMatchObject({ kind: 'full', state: 'due' });
    expect((await runs(id)).map(({ kind }: { kind: string }) => kind)).toEqual(['full', 'first']);
  });

  it('pause with what they are at, and go on', async () => {
    const { id } = await connect();
    const change = async (body: object) => (await admin.patch(`/connections/${id}`, body)).statusCode;
    expect(await change({ state: 'paused' })).toBe(409);
    await turnOn(id);
    await admin.post(`/connections/${id}/sync`, { kind: 'full' });
    expect(await change({ state: 'paused' })).toBe(200);
    expect((await runs(id))[0]).toMatchObject({ state: 'cancelled' });
    expect((await admin.post(`/connections/${id}/sync`, { kind: 'full' })).statusCode).toBe(409);
    expect(await change({ state: 'on' })).toBe(200);
    expect((await admin.post(`/connections/${id}/sync`, { kind: 'full' })).statusCode).toBe(200);
  });

  it('have runs of their own alone', async () => {
    const [one, other] = [await connect(), await connect()];
    const run = (await admin.post(`/connections/${one.id}/sync`, { kind: 'first' })).json();
    const ask = async (path: string) => (await admin.get(`/connections/${other.id}/runs/${path}`)).statusCode;
    expect([await ask(run.id), await ask('0'), await ask('x'), await ask('99999999999999999999')]).toEqual([
      404, 404, 404, 404,
    ]);
    expect((await admin.post(`/connections/${other.id}/runs/${run.id}/confirm`)).statusCode).toBe(404);
  });

  it('end, with their mirror and their runs', async () => {
    const { id, etag } = await connect();
    await mirror(id, 'companies', { 1: { name: 'Acme' } });
    await admin.post(`/connections/${id}/sync`, { kind: 'first' });
    const remove = (tag: string) =>
      admin.send({ method: 'DELETE', url: `/connections/${id}`, headers: { 'if-match': tag } });
    expect((await remove('"stale"')).statusCode).toBe(412);
    expect((await remove(etag)).statusCode).toBe(204);
    expect((await admin.get(`/connections/${id}`)).statusCode).toBe(404);
    const { rows } = await sql`select from sync_records where connection = ${id}
      union all select from sync_runs where connection = ${id}`.execute(engine.database.kysely);
    expect(rows).toEqual([]);
  });

  it('are called by their system at an address of their own, and then read what may have changed', async () => {
    const { id } = await connect();
    await turnOn(id);
    const hook = (await admin.post(`/connections/${id}/hook`)).json();
    expect(hook.address).toMatch(/^https:\/\/q\.example\.com\/hooks\/psa\/[0-9a-f-]{36}\/qdh_[\w-]{43}$/);
    expect(hook.instructions).toEqual([`Have it call ${hook.address}.`]);
    expect((await stored(id)).row).not.toContain(hook.secret);
    expect((await admin.get(`/connections/${id}`)).json().hasHook).toBe(true);
    const call = async (address: string, signature: string, payload: string) => {
      const url = new URL(address).pathname;
      const headers = { 'content-type': 'application/json', 'x-signature': signature };
      return (await server.app.inject({ method: 'POST', url, headers, payload })).statusCode;
    };
    const changed = JSON.stringify({ changed: ['companies', 'contacts'] });
    expect(await call(hook.address, 'guessed', changed)).toBe(401);
    expect(await runs(id)).toEqual([]);
    expect(await call(hook.address, hook.secret, '{"changed":[]}')).toBe(204);
    expect(await runs(id)).toEqual([]);
    expect(await call(hook.address, hook.secret, changed)).toBe(204);
    expect(await runs(id)).toMatchObject([{ kind: 'incremental', state: 'due', requestedBy: null }]);
    expect(await call(hook.address, hook.secret, ' '.repeat(1024 * 1024 + 1))).toBe(413);

    const next = (await admin.post(`/connections/${id}/hook`)).json();
    expect(await call(hook.address, hook.secret, changed)).toBe(404);
    expect(await call(next.address, next.secret, changed)).toBe(204);
    const elsewhere = next.address.replace(workspace, '0b6f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11');
    expect(await call(elsewhere, next.secret, changed)).toBe(404);
    expect((await admin.delete(`/connections/${id}/hook`)).statusCode).toBe(204);
    expect(await call(next.address, next.secret, changed)).toBe(404);
  });

  it('of systems that cannot call have no address', async () => {
    const { id } = await connect({ vendor: 'mute' });
    const answer = await admin.post(`/connections/${id}/hook`);
    expect([answer.statusCode, answer.json().error.message]).toEqual([
      422,
      'Mute PSA cannot tell of changes.',
    ]);
  });

  it('of another workspace are not there', async () => {
    const { id } = await connect();
    const elsewhere = await addWorkspace(engine.database, 'Southwind IT', twoRegions);
    const stranger = server.withKey(await giveKey(engine.database, elsewhere, 'admin'));
    expect((await stranger.get(`/connections/${id}`)).statusCode).toBe(404);
    expect((await stranger.get('/connections')).json().items).toEqual([]);
    expect((await stranger.get(`/connections/${id}/runs`)).statusCode).toBe(404);
    expect((await stranger.post(`/connections/${id}/sync`, { kind: 'first' })).statusCode).toBe(404);
    expect((await stranger.post(`/connections/${id}/test`)).statusCode).toBe(404);
  });
});
