import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { addWorkspace, cookieOf, openTestServer, PASSWORD } from '../testing/test-server.ts';

const dana = {
  workspaceName: 'Northwind IT',
  name: 'Dana Reyes',
  email: 'Dana@northwind.example',
  password: PASSWORD,
};

onBothEngines('setting up', (engine) => {
  it('makes a workspace and its first admin, who is signed in and sees every company', async () => {
    const server = await openTestServer(await engine.open());
    expect((await server.anonymous.get('/setup')).json()).toEqual({ needed: true, workspace: null });

    const made = await server.anonymous.post('/setup', dana);
    expect(made.statusCode).toBe(201);
    expect(made.json().user).toEqual({
      id: 'dana@northwind.example',
      name: 'Dana Reyes',
      email: dana.email,
      role: 'admin',
    });
    const me = await server.anonymous.send({
      method: 'GET',
      url: '/me',
      headers: { cookie: cookieOf(made) },
    });
    expect(me.json()).toMatchObject({
      user: { id: 'dana@northwind.example' },
      workspace: { name: 'Northwind IT' },
      companies: 0,
    });

    expect((await server.anonymous.get('/setup')).json()).toEqual({
      needed: false,
      workspace: 'Northwind IT',
    });
    const again = await server.anonymous.post('/setup', { ...dana, email: 'mallory@northwind.example' });
    expect(again.statusCode).toBe(409);
    expect(again.json().error.code).toBe('conflict');
    const groups = await sql`select security_group from security_group_users`.execute(
      server.context.database.kysely,
    );
    expect(groups.rows).toEqual([{ security_group: 'all' }]);
    await server.close();
  });

  it('lets one of two win who do it at once', async () => {
    const server = await openTestServer(await engine.open());
    const answers = await Promise.all(
      ['dana', 'kim', 'lee'].map((name) =>
        server.anonymous.post('/setup', { ...dana, email: `${name}@northwind.example` }),
      ),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409]);
    const { rows } = await sql`select from users`.execute(server.context.database.kysely);
    expect(rows.length).toBe(1);
    await server.close();
  });

  it('turns the user with this address into an admin who signs in, where the workspace exists', async () => {
    const database = await engine.open();
    await addWorkspace(database, 'Imported', {
      users: [{ key: 'u1', name: 'Dana', email: 'dana@northwind.example', role: 'viewer' }],
    });
    const server = await openTestServer(database);
    const { workspaceName: _, ...body } = dana;
    const made = await server.anonymous.post('/setup', body);
    expect(made.json().user).toMatchObject({ id: 'u1', role: 'admin' });
    await server.close();
  });

  it('asks for the name of a workspace where there is none', async () => {
    const server = await openTestServer(await engine.open());
    const { workspaceName: _, ...body } = dana;
    const answer = await server.anonymous.post('/setup', body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error.details.issues[0]).toMatchObject({ in: 'body', name: 'workspaceName' });
    await server.close();
  });
});
