import { expect, it } from 'vitest';
import type { Retention } from '../../contract/retention.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { testStore } from '../bundle/testing/bundles.ts';
import { addWorkspace, giveKey, openTestServer } from '../testing/test-server.ts';
import { loadDemo } from './load-demo.ts';

onBothEngines('the demo’s history', (engine) => {
  it('tells two years of movements of every kind, that end with what clients bring in today', async () => {
    const workspace = await addWorkspace(engine.database, 'Demo', {
      users: [{ key: 'pat', name: 'Pat', email: 'pat@demo.example', role: 'admin' }],
    });
    expect((await loadDemo(engine.database, { workspace, files: testStore() })).ok).toBe(true);
    await engine.database.pool.query(
      `insert into security_groups (workspace_id, key, name) values ($1, 'all', 'All companies') on conflict do nothing`,
      [workspace],
    );
    await engine.database.pool.query(
      `insert into security_group_users (workspace_id, security_group, "user") values ($1, 'all', 'pat')`,
      [workspace],
    );
    const server = await openTestServer(engine.database);
    const pat = server.withKey(await giveKey(engine.database, workspace, 'pat'));
    const { months, history } = (await pat.get('/retention')).json() as Retention;
    expect(history).toEqual({ from: '2024-11-30', to: '2026-11-21' });
    expect(months).toHaveLength(24);
    const moved = { new: 0, returning: 0, expansion: 0, contraction: 0, churn: 0 };
    for (const { figures } of months)
      for (const kind of Object.keys(moved) as (keyof typeof moved)[])
        moved[kind] += figures![kind].companies;
    for (const count of Object.values(moved)) expect(count).toBeGreaterThan(2);
    const { rows } = await engine.database.pool.query(
      `select sum(mrr) as mrr from snapshots where workspace_id = $1 and date = '2026-11-21' and stage in ('active', 'onboarding')`,
      [workspace],
    );
    expect(months.at(-1)!.figures!.end.mrr).toBe(Number(rows[0].mrr));
    await server.close();
  });
});
