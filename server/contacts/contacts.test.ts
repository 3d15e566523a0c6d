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

const marmot = COMPANIES.other.id;

onBothEngines('contacts', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let company: string;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database);
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    manager = server.withKey(await giveKey(engine.database, workspace, 'manager'));
    company = (await admin.post('/companies', { name: 'Acme' })).json().id;
  });
  afterAll(() => server.close());

  const employees = async () => (await admin.get(`/companies/${company}/profile`)).json().calculated;

  it('are added, listed by name, and counted as employees while they are active', async () => {
    expect(await employees()).toMatchObject({ employees: null, employeesFromContacts: null });
    const bo = await admin.post(`/companies/${company}/contacts`, { name: 'Bo', email: 'bo@acme.example' });
    expect(bo.statusCode, bo.body).toBe(201);
    expect(bo.json()).toMatchObject({
      id: 'acme-bo',
      name: 'Bo',
      email: 'bo@acme.example',
      title: null,
      active: true,
      decisionMaker: false,
    });
    const ann = await admin.post(`/companies/${company}/contacts`, { name: '  Ann 🦷 <b>', active: false });
    expect((await admin.get(`/companies/${company}/contacts`)).json()).toEqual({
      items: [ann.json(), bo.json()],
    });
    expect(ann.json().name).toBe('Ann 🦷 <b>');
    expect(await employees()).toMatchObject({ employees: 1, employeesFromContacts: 1 });
  });

  it('change, and are deleted, with a record of both', async () => {
    const { id } = (await admin.post(`/companies/${company}/contacts`, { name: 'Cy', title: 'CFO' })).json();
    const changed = await admin.patch(`/contacts/${id}`, { title: null, decisionMaker: true });
    expect(changed.json()).toMatchObject({ name: 'Cy', title: null, decisionMaker: true });
    expect((await admin.delete(`/contacts/${id}`)).statusCode).toBe(204);
    const { rows } =
      await sql`select action, subject, before, after from audit_events order by id desc limit 2`.execute(
        engine.database.kysely,
      );
    expect(rows).toEqual([
      {
        action: 'delete contact',
        subject: id,
        before: {
          name: 'Cy',
          email: null,
          title: null,
          active: true,
          decisionMaker: true,
          primary: false,
        },
        after: null,
      },
      {
        action: 'update contact',
        subject: id,
        before: { title: 'CFO', decisionMaker: false },
        after: { title: null, decisionMaker: true },
      },
    ]);
  });

  it('say to one of two editors that the other was faster', async () => {
    const { id, etag } = (await admin.post(`/companies/${company}/contacts`, { name: 'Di' })).json();
    const edit = (title: string) => admin.patch(`/contacts/${id}`, { title }, { 'if-match': etag });
    const answers = await Promise.all([edit('CEO'), edit('CTO')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const winner = answers.find(({ statusCode }) => statusCode === 200)!.json();
    expect(answers.find(({ statusCode }) => statusCode === 412)!.json().error.details.current).toEqual(
      winner,
    );
  });

  it('are not there for those who do not see the company', async () => {
    expect((await manager.get(`/companies/${marmot}/contacts`)).statusCode).toBe(404);
    expect((await manager.patch(`/contacts/${marmot}`, { title: 'X' })).json().error.message).toBe(
      `There is no contact "${marmot}".`,
    );
    expect((await manager.delete(`/contacts/${marmot}`)).statusCode).toBe(404);
  });

  it('refuse a name that says nothing and text with a NUL', async () => {
    for (const wrong of [{ name: ' ' }, { name: 'Ed', title: '\0' }, { name: 'Ed', active: 'yes' }])
      expect((await admin.post(`/companies/${company}/contacts`, wrong)).statusCode).toBe(400);
  });
});
