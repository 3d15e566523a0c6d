import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  givePassword,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { emailOf, twoRegions } from '../testing/two-regions.ts';

onBothEngines('API keys', (engine) => {
  let server: TestServer;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    await givePassword(engine.database, workspace, 'viewer');
    server = await openTestServer(engine.database);
    viewer = await server.signIn(emailOf('viewer'));
  });
  afterAll(() => server.close());

  it('act as their user until they are deleted, and are kept as a hash', async () => {
    const made = (await viewer.post('/api-keys', { name: 'Power BI' })).json();
    expect(made.key).toMatch(/^qd_[\w-]{43}$/);
    const program = server.withKey(made.key);
    expect((await program.get('/me')).json()).toMatchObject({ user: { id: 'viewer' }, companies: 1 });

    const [listed] = (await viewer.get('/api-keys')).json().items;
    expect(listed).toMatchObject({ id: made.id, name: 'Power BI', prefix: made.key.slice(0, 8) });
    expect(Date.now() - Date.parse(listed.lastUsedAt)).toBeLessThan(60_000);
    const { rows } = await sql<{ row: string }>`select k::text as row from api_keys k`.execute(
      engine.database.kysely,
    );
    expect(JSON.stringify(rows)).not.toContain(made.key.slice(8));

    expect((await viewer.delete(`/api-keys/${made.id}`)).statusCode).toBe(204);
    expect((await program.get('/me')).statusCode).toBe(401);
    expect((await viewer.get('/api-keys')).json().items).toEqual([]);
  });
});
