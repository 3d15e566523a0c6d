import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { addWorkspace, giveKey, openTestServer } from '../testing/test-server.ts';

onBothEngines('the companies selected last', (engine) => {
  it('are eight at most, the newest first', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `company-${i}`);
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: [{ key: 'me', name: 'Me', email: 'me@northwind.example', role: 'admin' }],
      companies: ids.map((key, i) => ({ key, name: `Company ${i}` })),
      security_groups: [{ key: 'all', name: 'All companies', all_companies: true }],
      security_group_users: [{ security_group: 'all', user: 'me' }],
    });
    const server = await openTestServer(engine.database);
    const me = server.withKey(await giveKey(engine.database, workspace, 'me'));
    for (const company of [...ids, 'company-5']) await me.post('/me/recent-companies', { company });

    const { companies, recentCompanies } = (await me.get('/me')).json();
    expect(companies).toBe(10);
    expect(recentCompanies.map(({ id }: { id: string }) => id)).toEqual(
      [5, 9, 8, 7, 6, 4, 3, 2].map((i) => `company-${i}`),
    );
    expect(recentCompanies[0]).toEqual({ id: 'company-5', name: 'Company 5' });
    await server.close();
  });
});
