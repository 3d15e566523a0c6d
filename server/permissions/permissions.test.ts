import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccessPreview, ProposedChange } from '../../contract/permissions.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions, USERS } from '../testing/two-regions.ts';

const { own, other, unassigned } = COMPANIES;

onBothEngines('account groups, security groups, account managers and company groups', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  const clients = new Map<string, Client>();
  const keyOf = async (user: string) => {
    const client = clients.get(user) ?? server.withKey(await giveKey(engine.database, workspace, user));
    clients.set(user, client);
    return client;
  };

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database);
    for (const user of Object.keys(USERS)) await keyOf(user);
    admin = await keyOf('admin');
  });
  afterAll(() => server.close());

  const list = async (path: string) => (await admin.get(path)).json().items;
  const find = async (path: string, id: string) =>
    (await list(path)).find((item: { id: string }) => item.id === id);
  const sentences = async (count: number): Promise<string[]> =>
    (await admin.get(`/activity?limit=${count}`))
      .json()
      .items.map((item: { sentence: string }) => item.sentence);
  const seenBy = async (user: string): Promise<string[]> => {
    const { items } = (await (await keyOf(user)).get('/companies')).json();
    return items.map(({ id }: { id: string }) => id).sort();
  };
  const refused = async (answer: ReturnType<Client['get']>, status: number) => {
    const { statusCode, body } = await answer;
    expect(statusCode, body).toBe(status);
    return JSON.parse(body).error;
  };

  it('of an account group are its name, companies, account managers and members', async () => {
    const made = await admin.post('/account-groups', {
      name: ' Makers ',
      description: 'They make things',
      companies: [unassigned.id, own.id, own.id],
      members: ['groupless'],
      accountManagers: ['viewer'],
    });
    expect([made.statusCode, made.headers.etag], made.body).toEqual([201, made.json().etag]);
    expect(made.json()).toMatchObject({
      id: 'makers',
      name: 'Makers',
      builtIn: false,
      allCompanies: false,
      companies: [own.id, unassigned.id],
      members: [{ id: 'groupless', name: 'User groupless' }],
      accountManagers: [{ id: 'viewer', name: 'User viewer' }],
    });
    expect(await find('/account-groups', 'makers')).toEqual(made.json());
    expect(await seenBy('viewer')).toEqual([own.id, unassigned.id]);

    const changed = await admin.patch(
      '/account-groups/makers',
      { name: 'Makers and shippers', description: null, companies: [unassigned.id, other.id] },
      { 'if-match': made.json().etag },
    );
    expect(changed.json()).toMatchObject({
      description: null,
      companies: [other.id, unassigned.id],
      members: [{ id: 'groupless' }],
    });
    expect(await seenBy('viewer')).toEqual([own.id, other.id, unassigned.id]);
    expect((await admin.delete('/account-groups/makers')).statusCode).toBe(204);
    expect(await find('/account-groups', 'makers')).toBe(undefined);
    expect(await seenBy('viewer')).toEqual([own.id]);
    expect(await sentences(3)).toEqual([
      'User admin deleted the account group Makers and shippers',
      `User admin set name of the account group Makers and shippers from Makers to Makers and shippers and description from They make things to none, and added ${other.name} to the companies and took ${own.name} out of the companies`,
      'User admin added the account group Makers and shippers',
    ]);
  });

  it('of a security group are its name, companies and users', async () => {
    const made = (
      await admin.post('/security-groups', { name: 'West', companies: [other.id], users: ['ceilinged'] })
    ).json();
    expect(made).toMatchObject({ id: 'west', companies: [other.id], users: [{ id: 'ceilinged' }] });
    expect(await seenBy('ceilinged')).toEqual([own.id, other.id]);
    const changed = await admin.patch('/security-groups/west', { allCompanies: true, users: [] });
    expect(changed.json()).toMatchObject({ allCompanies: true, companies: [other.id], users: [] });
    expect(await seenBy('ceilinged')).toEqual([own.id]);
    expect((await admin.delete('/security-groups/west')).statusCode).toBe(204);
    expect((await sentences(3))[1]).toBe(
      'User admin set holds all companies of the security group West from no to yes, and took User ceilinged out of the users',
    );
  });

  it('do not mention what is not there, or take a name that is taken', async () => {
    const wrong: [string, object, number][] = [
      ['/account-groups', { name: 'X', companies: ['atlantis'] }, 422],
      ['/account-groups', { name: 'X', members: ['nobody'] }, 422],
      ['/account-groups', { name: 'X', accountManagers: ['nobody'] }, 422],
      ['/account-groups', { name: 'East' }, 409],
      ['/account-groups', { name: ' ' }, 400],
      ['/security-groups', { name: 'X', users: ['nobody'] }, 422],
      ['/security-groups', { name: 'East only' }, 409],
      ['/account-managers', { user: 'nobody' }, 404],
      ['/account-managers', { user: 'both', accountGroups: ['atlantis'] }, 422],
      ['/account-managers', { user: 'both', companies: ['atlantis'] }, 422],
    ];
    for (const [path, body, status] of wrong) await refused(admin.post(path, body), status);
    await refused(admin.patch('/account-groups/west', { name: 'East' }), 409);
    await refused(admin.patch('/account-groups/atlantis', { name: 'X' }), 404);
    await refused(admin.patch(`/company-groups/${own.id}`, { accountGroups: ['atlantis'] }), 422);
    await refused(admin.patch(`/company-groups/${own.id}`, { accountGroups: ['all'] }), 422);
    await refused(admin.delete('/account-managers/both'), 404);
  });

  it('of all companies are built in: only their people change, and they stay', async () => {
    for (const kind of ['security', 'account'] as const) {
      const path = `/${kind}-groups/all`;
      await refused(admin.patch(path, { companies: [] }), 422);
      await refused(admin.patch(path, { allCompanies: false }), 422);
      await refused(admin.patch(path, { name: 'Some companies' }), 422);
      await refused(admin.delete(path), 409);
    }
    await admin.patch('/account-groups/all', { members: ['removed', 'groupless'] });
    await admin.patch('/security-groups/all', {
      users: ['admin', 'removed', 'viewer', 'manager', 'both', 'keyholder', 'groupless'],
    });
    expect(await seenBy('groupless')).toHaveLength(3);
    await admin.patch('/account-groups/all', { members: ['removed'] });
    expect(await seenBy('groupless')).toHaveLength(0);
  });

  it('of all companies come into being with their first user', async () => {
    const fresh = await addWorkspace(engine.database, 'Fresh', {
      users: [{ key: 'me', name: 'Me', email: 'me@fresh.example', role: 'admin' }],
      companies: [{ key: 'acme', name: 'Acme' }],
    });
    const me = server.withKey(await giveKey(engine.database, fresh, 'me'));
    expect((await me.get('/me')).json().companies).toBe(0);
    expect((await me.patch('/security-groups/all', { users: ['me'] })).statusCode).toBe(200);
    expect((await me.get('/me')).json().companies).toBe(1);
  });

  it('of an account manager are companies, account groups and the flag', async () => {
    const made = await admin.post('/account-managers', {
      user: 'keyholder',
      companies: [unassigned.id],
      accountGroups: ['west'],
    });
    expect(made.json(), made.body).toMatchObject({
      id: 'keyholder',
      name: 'User keyholder',
      isManager: false,
      companies: [unassigned.id],
      accountGroups: [{ id: 'west', name: 'West' }],
    });
    expect(await seenBy('keyholder')).toEqual([own.id, other.id, unassigned.id]);
    await refused(admin.post('/account-managers', { user: 'keyholder' }), 409);
    const ids = (await list('/account-managers')).map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['keyholder', 'manager']);

    const change = { isManager: true, companies: [], accountGroups: [] };
    const changed = await admin.patch('/account-managers/keyholder', change, {
      'if-match': made.json().etag,
    });
    expect(changed.json()).toMatchObject(change);
    expect(await seenBy('keyholder')).toHaveLength(3);
    expect((await admin.delete('/account-managers/keyholder')).statusCode).toBe(204);
    expect(await seenBy('keyholder')).toEqual([own.id]);
    expect(await sentences(3)).toEqual([
      'User admin removed the account manager User keyholder',
      `User admin set is a manager of the account manager User keyholder from no to yes, and took West out of the account groups and took ${unassigned.name} out of the companies`,
      'User admin added the account manager User keyholder',
    ]);
  });

  it('of a company are those that list it; the change is part of the company’s history', async () => {
    expect(await find('/company-groups', unassigned.id)).toMatchObject({
      name: unassigned.name,
      stage: 'active',
      accountGroups: [],
    });
    const { etag } = await find('/company-groups', unassigned.id);
    const path = `/company-groups/${unassigned.id}`;
    const changed = await admin.patch(path, { accountGroups: ['west', 'east'] }, { 'if-match': etag });
    expect(changed.json().accountGroups).toEqual(['east', 'west']);
    expect(await seenBy('both')).toEqual([own.id, other.id, unassigned.id]);
    const { items } = (await admin.get(`/companies/${unassigned.id}/activity`)).json();
    expect(items[0].sentence).toBe('User admin set account groups from none to East, West');
    await admin.patch(path, { accountGroups: [] });
  });

  it('are told apart by two admins at once, who learn of each other, whatever page they are on', async () => {
    const second = await keyOf('removed');
    const group = await find('/account-groups', 'east');
    const company = await find('/company-groups', own.id);
    const manager = await find('/account-managers', 'manager');
    const taken = await second.patch(
      '/account-groups/east',
      { companies: [], accountManagers: [] },
      { 'if-match': group.etag },
    );
    expect(taken.statusCode).toBe(200);
    const changed = { by: { id: 'removed', name: 'User removed' }, at: expect.any(String) };
    for (const [path, body, etag, current] of [
      ['/account-groups/east', { name: 'East coast' }, group.etag, taken.json()],
      [`/company-groups/${own.id}`, { accountGroups: ['west'] }, company.etag, { accountGroups: [] }],
      ['/account-managers/manager', { isManager: true }, manager.etag, null],
    ] as const) {
      if (current === null) {
        await refused(admin.patch(path, body, { 'if-match': etag }), 404);
        continue;
      }
      const error = await refused(admin.patch(path, body, { 'if-match': etag }), 412);
      expect(error.details).toMatchObject({ current, changed });
    }
    await refused(
      admin.send({
        method: 'DELETE',
        url: '/account-groups/east',
        headers: { 'if-match': group.etag },
      }),
      412,
    );
    await admin.patch('/account-groups/east', { companies: [own.id], accountManagers: ['manager'] });

    const [a, b] = [await find('/account-groups', 'west'), await find('/account-groups', 'west')];
    const both = await Promise.all([
      admin.patch('/account-groups/west', { members: ['both'] }, { 'if-match': a.etag }),
      second.patch('/account-groups/west', { members: ['ceilinged'] }, { 'if-match': b.etag }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    await admin.patch('/account-groups/west', { members: ['both', 'ceilinged'] });
  });

  const users = ['viewer', 'manager', 'both', 'ceilinged', 'keyholder', 'groupless'];
  const companies = Object.values(COMPANIES).map(({ id }) => id);
  const some = (ids: readonly string[]) => fc.subarray([...ids]);
  const proposals: fc.Arbitrary<ProposedChange> = fc.oneof(
    fc.record({
      kind: fc.constant('accountGroup' as const),
      id: fc.constantFrom('east', 'west'),
      change: fc.record(
        {
          companies: some(companies),
          members: some(users),
          accountManagers: some(users),
          allCompanies: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.record({
      kind: fc.constant('securityGroup' as const),
      id: fc.constantFrom('all', 'east-only'),
      change: fc.record({ users: some(users).map((list) => [...list, 'admin', 'removed']) }),
    }),
    fc.record({
      kind: fc.constant('accountManager' as const),
      id: fc.constant('manager'),
      change: fc.record({
        isManager: fc.boolean(),
        companies: some(companies),
        accountGroups: some(['east', 'west', 'all']),
      }),
    }),
    fc.record({
      kind: fc.constant('user' as const),
      id: fc.constantFrom(...users),
      change: fc.record(
        {
          role: fc.constantFrom('admin' as const, 'member' as const, 'viewer' as const),
          securityGroups: some(['all', 'east-only']),
          accountGroups: some(['east', 'west', 'all']),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.record({
      kind: fc.constant('companyGroups' as const),
      id: fc.constantFrom(...companies),
      accountGroups: some(['east', 'west']),
    }),
  );

  it('are previewed as they then come to be: who gains and who loses which companies', async () => {
    const look = async () =>
      Object.fromEntries(await Promise.all(users.map(async (user) => [user, await seenBy(user)])));
    const send = (change: ProposedChange) => {
      switch (change.kind) {
        case 'accountGroup':
          return admin.patch(`/account-groups/${change.id}`, change.change!);
        case 'securityGroup':
          return admin.patch(`/security-groups/${change.id}`, change.change!);
        case 'accountManager':
          return admin.patch(`/account-managers/${change.id}`, change.change!);
        case 'user':
          return admin.patch(`/users/${change.id}`, change.change);
        case 'companyGroups':
          return admin.patch(`/company-groups/${change.id}`, { accountGroups: change.accountGroups });
        default:
          throw new Error(change.kind);
      }
    };
    const nameOf = (id: string) => Object.values(COMPANIES).find((company) => company.id === id)!.name;
    await admin.patch('/account-groups/east', { accountManagers: ['manager'] });
    await sql`update users set account_manager = true where key = 'manager'`.execute(engine.database.kysely);
    await fc.assert(
      fc.asyncProperty(proposals, async (proposed) => {
        const before = await look();
        const preview = await admin.post('/permissions/preview', proposed);
        expect(await look()).toEqual(before);
        const sent = await send(proposed);
        expect(sent.statusCode, sent.body).toBe(preview.statusCode);
        const after = await look();
        if (preview.statusCode !== 200) {
          expect([sent.body, after]).toEqual([preview.body, before]);
          return;
        }
        const { users: changes, everyCompany }: AccessPreview = preview.json();
        expect(everyCompany).toBe(true);
        for (const user of users) {
          const told = changes.find((change) => change.user.id === user);
          const [was, is] = [before[user]!, after[user]!];
          const gained = is
            .filter((id: string) => !was.includes(id))
            .map(nameOf)
            .sort();
          const lost = was
            .filter((id: string) => !is.includes(id))
            .map(nameOf)
            .sort();
          expect(told?.gains ?? { count: 0, names: [] }).toEqual({ count: gained.length, names: gained });
          expect(told?.loses ?? { count: 0, names: [] }).toEqual({ count: lost.length, names: lost });
        }
      }),
      { numRuns: 25 },
    );
  });
});

onBothEngines('permissions', (engine) => {
  let server: TestServer;
  let workspace: string;
  const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      security_group_users: [
        ...twoRegions.security_group_users!.filter(({ user }) => user !== 'admin'),
        { security_group: 'east-only', user: 'admin' },
      ],
    });
    server = await openTestServer(engine.database);
  });
  afterAll(() => server.close());

  it('are explained in words, and previewed for what is new, deleted or deactivated', async () => {
    const admin = await keyOf('removed');
    const why = await admin.get(`/permissions/explanation?user=ceilinged&company=${other.id}`);
    expect(why.json()).toEqual({
      user: { id: 'ceilinged', name: 'User ceilinged' },
      company: other,
      sees: false,
      conclusion: `User ceilinged does not see ${other.name}: it is within their reach, but none of their security groups allows it.`,
      reasons: [
        { rule: 'active', holds: true, sentence: 'User ceilinged is an active user.' },
        {
          rule: 'ceiling',
          holds: false,
          sentence: `Their security group East only does not list ${other.name}.`,
        },
        {
          rule: 'reach',
          holds: false,
          sentence: `User ceilinged is a member of the account group East, which does not list ${other.name}.`,
        },
        {
          rule: 'reach',
          holds: true,
          sentence: `User ceilinged is a member of the account group West, which lists ${other.name}.`,
        },
      ],
      wouldHelp: [`Put User ceilinged into a security group that holds ${other.name} (All companies).`],
    });
    expect((await admin.get(`/permissions/explanation?user=nobody&company=${other.id}`)).statusCode).toBe(
      404,
    );

    const preview = async (body: object) => {
      const answer = await admin.post('/permissions/preview', body);
      expect(answer.statusCode, answer.body).toBe(200);
      return (answer.json() as AccessPreview).users.map(
        ({ user, gains, loses }) => `${user.name} +${gains.count} -${loses.count}`,
      );
    };
    const groups = { securityGroups: ['all'], accountGroups: ['east', 'west'] };
    expect(await preview({ kind: 'newUser', name: 'Nia', role: 'viewer', ...groups })).toEqual(['Nia +2 -0']);
    expect(await preview({ kind: 'accountGroup', id: 'east', change: null })).toEqual([
      'User both +0 -1',
      'User ceilinged +0 -1',
      'User keyholder +0 -1',
      'User manager +0 -1',
      'User viewer +0 -1',
    ]);
    expect(
      await preview({
        kind: 'accountGroup',
        id: null,
        change: { companies: [unassigned.id], members: ['viewer', 'ceilinged'] },
      }),
    ).toEqual(['User viewer +1 -0']);
    expect(
      await preview({
        kind: 'securityGroup',
        id: null,
        change: { allCompanies: true, users: ['ceilinged'] },
      }),
    ).toEqual(['User ceilinged +1 -0']);
    expect(await preview({ kind: 'accountManager', id: 'manager', change: null })).toEqual([
      'User manager +0 -1',
    ]);
    expect(await preview({ kind: 'userActive', id: 'both', active: false })).toEqual(['User both +0 -2']);
    const refused = await admin.post('/permissions/preview', {
      kind: 'accountGroup',
      id: 'all',
      change: null,
    });
    expect(refused.statusCode).toBe(409);
  });

  it('tell an admin under a ceiling nothing of what is above it, and leave it as it is', async () => {
    const [narrow, wide] = [await keyOf('admin'), await keyOf('removed')];
    const paths = [
      '/account-groups',
      '/security-groups',
      '/account-managers',
      '/company-groups',
      '/users',
      '/activity',
    ];
    await wide.patch('/account-groups/west', { companies: [own.id, other.id] });
    for (const path of paths) {
      const { body } = await narrow.get(path);
      for (const { id, name } of [other, unassigned])
        expect([path, body.includes(id), body.includes(name)]).toEqual([path, false, false]);
    }
    const west = (await narrow.get('/account-groups'))
      .json()
      .items.find(({ id }: { id: string }) => id === 'west');
    expect(west.companies).toEqual([own.id]);
    expect((await narrow.patch('/account-groups/west', { companies: [other.id] })).statusCode).toBe(422);
    const changed = await narrow.patch('/account-groups/west', { companies: [] }, { 'if-match': west.etag });
    expect(changed.json().companies).toEqual([]);
    const stored = (await wide.get('/account-groups'))
      .json()
      .items.find(({ id }: { id: string }) => id === 'west');
    expect(stored.companies).toEqual([other.id]);

    const preview = (
      await narrow.post('/permissions/preview', { kind: 'accountGroup', id: 'west', change: null })
    ).json();
    expect(preview).toEqual({ users: [], everyCompany: false });
    for (const company of [other.id, 'ghost'])
      expect((await narrow.get(`/permissions/explanation?user=both&company=${company}`)).statusCode).toBe(
        404,
      );
    expect((await narrow.patch(`/company-groups/${other.id}`, { accountGroups: [] })).statusCode).toBe(404);
  });
});
