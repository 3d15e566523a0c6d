import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

onBothEngines('a change with an Idempotency-Key', (engine) => {
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

  const views = async (client: Client) => (await client.get('/saved-views')).json().items.length;
  const save = (client: Client, name: string, key: string) =>
    client.post('/saved-views', { name, search: '' }, { 'idempotency-key': key });

  it('happens once, and is answered the same each time', async () => {
    const before = await views(admin);
    const answers = [
      await save(admin, 'East', 'k1'),
      await save(admin, 'East', 'k1'),
      await save(admin, 'East', 'k1'),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await views(admin)).toBe(before + 1);
  });

  it('happens once when it is sent several times at once', async () => {
    const before = await views(admin);
    const answers = await Promise.all(Array.from({ length: 4 }, () => save(admin, 'West', 'k2')));
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
    expect(await views(admin)).toBe(before + 1);
  });

  it('is refused under the key of another request', async () => {
    await save(admin, 'North', 'k3');
    const other = await save(admin, 'South', 'k3');
    expect([other.statusCode, other.json().error.code]).toEqual([422, 'unprocessable']);
    const elsewhere = await admin.post('/api-keys', { name: 'North' }, { 'idempotency-key': 'k3' });
    expect(elsewhere.statusCode).toBe(422);
  });

  it('may be tried again under the same key after it was refused', async () => {
    await save(admin, 'Taken', 'k4');
    expect((await save(admin, 'Taken', 'k5')).statusCode).toBe(409);
    await sql`delete from saved_views where name = 'Taken'`.execute(engine.database.kysely);
    expect((await save(admin, 'Taken', 'k5')).statusCode).toBe(201);
  });

  it('does not share its key with another user’s', async () => {
    await save(admin, 'Mine', 'k6');
    expect((await save(viewer, 'Theirs', 'k6')).statusCode).toBe(201);
  });

  it('gives the same secret again without keeping it readable', async () => {
    const make = () => admin.post('/api-keys', { name: 'Sealed' }, { 'idempotency-key': 'k7' });
    const { key } = (await make()).json();
    expect((await make()).json().key).toBe(key);
    const { rows } = await sql<{ answer: Buffer }>`select answer from idempotency_keys`.execute(
      engine.database.kysely,
    );
    const kept = Buffer.concat(rows.map((row) => row.answer)).toString('latin1');
    expect(kept.length).toBeGreaterThan(100);
    expect(kept).not.toContain(key);
    expect(kept).not.toContain('Sealed');
  });

  it('is forgotten after a day', async () => {
    await save(admin, 'Old', 'k8');
    await sql`update idempotency_keys set created_at = created_at - interval '25 hours'`.execute(
      engine.database.kysely,
    );
    expect((await save(admin, 'Old', 'k8')).statusCode).toBe(409);
  });

  it('needs a key of a sensible length', async () => {
    for (const key of ['', 'x'.repeat(201)]) expect((await save(admin, 'Key', key)).statusCode).toBe(400);
  });

  it('is still refused to somebody who has lost the right to it', async () => {
    const select = (key: string) =>
      viewer.post('/me/recent-companies', { company: COMPANIES.own.id }, { 'idempotency-key': key });
    expect((await select('k9')).statusCode).toBe(204);
    await sql`delete from account_group_members where "user" = 'viewer'`.execute(engine.database.kysely);
    expect((await select('k9')).statusCode).toBe(404);
  });
});
