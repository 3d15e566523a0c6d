import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type Rows,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

/** Companies in 0…3 groups of each kind, one user in 0…4 of them. */
interface World {
  readonly companies: readonly {
    account: readonly number[];
    security: readonly number[];
    mrr: number;
    employees: number;
  }[];
  readonly member: readonly number[];
  readonly manager: readonly number[];
  readonly ceiling: readonly number[];
  readonly assigned: readonly number[];
  readonly role: 'admin' | 'member' | 'viewer';
  readonly isManager: boolean;
}

const groups = 5;
const some = (most: number, of = groups) => fc.uniqueArray(fc.nat(of - 1), { maxLength: most });
const world: fc.Arbitrary<World> = fc.record({
  companies: fc.array(
    fc.record({
      account: some(3),
      security: some(3),
      mrr: fc.nat(1_000_000),
      employees: fc.integer({ min: 1, max: 90 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  member: some(4),
  manager: some(2),
  ceiling: some(4),
  assigned: some(2, 9),
  role: fc.constantFrom('member', 'member', 'viewer', 'admin'),
  isManager: fc.boolean(),
});

/** docs/product.md §2, written down a second time. */
function visible({ companies, member, manager, ceiling, assigned, role, isManager }: World): number[] {
  const shares = (a: readonly number[], b: readonly number[]) => a.some((group) => b.includes(group));
  return companies.flatMap(({ account, security }, i) => {
    const reached =
      role === 'admin' || isManager || assigned.includes(i) || shares(account, [...member, ...manager]);
    return reached && shares(security, ceiling) ? [i] : [];
  });
}

const idOf = (i: number) => `company-${i}`;

function rowsOf(it: World): Rows {
  const keys = Array.from({ length: groups }, (_, group) => group);
  const pairs = (groupsOf: (company: World['companies'][number]) => readonly number[], column: string) =>
    it.companies.flatMap((company, i) =>
      groupsOf(company).map((group) => ({ [column]: `g${group}`, company: idOf(i) })),
    );
  const users = (list: readonly number[], column: string) =>
    list.map((group) => ({ [column]: `g${group}`, user: 'u' }));
  return {
    users: [{ key: 'u', name: 'U', email: 'u@example.com', role: it.role, is_manager: it.isManager }],
    companies: it.companies.map(({ mrr, employees }, i) => ({
      key: idOf(i),
      name: `Company ${i}`,
      mrr_override: mrr,
      employees_override: employees,
      tags: ['T'],
    })),
    stack_items: [{ key: 'item', name: 'Item', tags: ['T'] }],
    products: [{ key: 'p', stack_item: 'item', name: 'P', standing: 'preferred', mrr_per_seat: 100 }],
    security_groups: keys.map((group) => ({ key: `g${group}`, name: `S${group}` })),
    account_groups: keys.map((group) => ({ key: `g${group}`, name: `A${group}` })),
    security_group_companies: pairs(({ security }) => security, 'security_group'),
    account_group_companies: pairs(({ account }) => account, 'account_group'),
    security_group_users: users(it.ceiling, 'security_group'),
    account_group_members: users(it.member, 'account_group'),
    account_group_account_managers: users(it.manager, 'account_group'),
    account_manager_companies: it.assigned
      .filter((i) => i < it.companies.length)
      .map((i) => ({ user: 'u', company: idOf(i) })),
  };
}

onBothEngines('what a user sees', (engine) => {
  let server: TestServer;
  let worlds = 0;
  beforeAll(async () => {
    server = await openTestServer(engine.database);
  });
  afterAll(() => server.close());

  const read = async (client: Client, path: string) => {
    const answer = await client.get(path);
    expect(answer.statusCode, `${path}: ${answer.body}`).toBe(200);
    return answer.json();
  };

  it('adds up to what they may see, in random worlds of many workspaces', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (it) => {
        worlds += 1;
        const workspace = await addWorkspace(engine.database, `World ${worlds}`, {
          ...rowsOf(it),
          users: [
            { key: 'u', name: 'U', email: `u${worlds}@example.com`, role: it.role, is_manager: it.isManager },
          ],
        });
        const client = server.withKey(await giveKey(engine.database, workspace, 'u'));
        const seen = visible(it);
        const ids = seen.map(idOf);
        const opportunity = seen.map((i) => it.companies[i]!.employees * 100);
        const total = opportunity.reduce((sum, amount) => sum + amount, 0);

        expect((await read(client, '/me')).companies).toBe(seen.length);
        const page = (await read(client, '/companies?sort=mrr')).items as { id: string; mrr: number }[];
        expect(page.map(({ id }) => id).sort()).toEqual([...ids].sort());
        expect((await read(client, '/companies?search=company')).items.length).toBe(seen.length);
        expect((await read(client, '/companies?search=conpany')).items.length).toBe(seen.length);

        const dashboard = await read(client, '/dashboard');
        expect(dashboard.companies).toBe(seen.length);
        expect(dashboard.stackOpportunity.total).toBe(total);
        expect(dashboard.stackOpportunity.tags.map((tag: { total: number }) => tag.total)).toEqual(
          seen.length ? [total] : [],
        );
        expect(dashboard.stackAlignment[0]?.applicable ?? 0).toBe(seen.length);
        const byHealth = dashboard.opportunityByHealth as { total: number }[];
        expect(byHealth.reduce((sum, slice) => sum + slice.total, 0)).toBe(total);
        expect(dashboard.stackByCustomer.rows.map(({ id }: { id: string }) => id).sort()).toEqual(
          [...ids].sort(),
        );

        const choices = await read(client, '/dashboard/choices');
        expect(choices.companies.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
        const someGroup = (list: readonly number[]) => list.map((group) => `g${group}`);
        const listed = seen.flatMap((i) => someGroup(it.companies[i]!.account));
        const groupsSeen = new Set(seen.length > 0 ? ['all', ...listed] : []);
        expect(new Set(choices.accountGroups.map(({ id }: { id: string }) => id))).toEqual(groupsSeen);

        const rows = await read(client, '/dashboard/rows?element=stackOpportunity');
        expect([rows.totals.cells, rows.totals.total]).toEqual([seen.length, total]);
        const csv = await client.get('/dashboard/rows.csv?element=health&slice=No%20score');
        expect(csv.body.trimEnd().split('\r\n').length).toBe(seen.length + 1);

        for (const i of it.companies.keys())
          expect((await client.get(`/companies/${idOf(i)}`)).statusCode).toBe(seen.includes(i) ? 200 : 404);
      }),
      { numRuns: 15 },
    );
  });

  it('ends with the next request when a right is taken away', async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    const key = await giveKey(engine.database, workspace, 'both');
    const both = server.withKey(key);
    const run = (statement: string) => sql.raw(statement).execute(engine.database.kysely);
    const { own, other } = COMPANIES;
    const seen = async () => (await read(both, '/dashboard')).companies as number;

    expect(await seen()).toBe(2);
    await both.post('/me/recent-companies', { company: other.id });
    await run(`delete from account_group_companies where company = '${other.id}'`);
    expect(await seen()).toBe(1);
    expect((await both.get(`/companies/${other.id}`)).statusCode).toBe(404);
    expect((await read(both, '/me')).recentCompanies).toEqual([]);

    await run(`update users set role = 'viewer' where key = 'both'`);
    const edit = await both.patch(`/companies/${own.id}/alignments/mfa`, { alignment: 1 });
    expect(edit.statusCode).toBe(403);

    await run(`delete from security_group_users where "user" = 'both'`);
    expect(await seen()).toBe(0);
    expect((await both.get(`/companies/${own.id}/explanation`)).statusCode).toBe(404);

    await run(`update users set role = 'admin' where key = 'both'`);
    expect((await both.get('/users')).statusCode).toBe(200);
    expect((await both.get('/bundle')).statusCode).toBe(403);
    await run(`update users set role = 'member' where key = 'both'`);
    expect((await both.get('/users')).statusCode).toBe(403);

    const { id } = (await both.post('/api-keys', { name: 'second' })).json();
    await both.delete(`/api-keys/${id}`);
    await run(`delete from users where key = 'both'`);
    expect((await both.get('/me')).statusCode).toBe(401);
  });

  it('is nothing of another workspace, whatever ids are guessed', async () => {
    const [mine, theirs] = [
      await addWorkspace(engine.database, 'Mine', {
        users: [{ key: 'me', name: 'Me', email: 'me@mine.example', role: 'admin' }],
        security_groups: [{ key: 'all', name: 'All', all_companies: true }],
        security_group_users: [{ security_group: 'all', user: 'me' }],
      }),
      await addWorkspace(engine.database, 'Theirs', {
        ...twoRegions,
        users: twoRegions.users!.map((user) => ({ ...user, email: `${user.key}@theirs.example` })),
      }),
    ];
    const me = server.withKey(await giveKey(engine.database, mine, 'me'));
    const them = server.withKey(await giveKey(engine.database, theirs, 'admin'));
    const view = (await them.post('/saved-views', { name: 'Theirs', search: '' })).json().id as string;
    const apiKey = (await them.get('/api-keys')).json().items[0].id as string;
    const { id } = COMPANIES.own;
    expect((await them.get(`/companies/${id}`)).statusCode).toBe(200);
    const guesses = [
      me.get(`/companies/${id}`),
      me.get(`/companies/${id}/explanation`),
      me.patch(`/companies/${id}/alignments/mfa`, { alignment: 1 }),
      me.post('/me/recent-companies', { company: id }),
      me.patch(`/saved-views/${view}`, { name: 'Mine' }),
      me.delete(`/saved-views/${view}`),
      me.delete(`/api-keys/${apiKey}`),
      me.post('/users/admin/invitation'),
    ];
    for (const answer of await Promise.all(guesses)) expect(answer.statusCode).toBe(404);
    expect((await me.get(`/dashboard?company=${id}`)).statusCode).toBe(400);
    expect((await me.get('/users')).json().items.length).toBe(1);
    expect((await them.get('/saved-views')).json().items[0].name).toBe('Theirs');
  });
});
