import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Onboarding, OnboardingTask } from '../../contract/onboarding.ts';
import type { OnboardingTemplate } from '../../contract/onboarding-template.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const kestrel = COMPANIES.own.id;
const marmot = COMPANIES.other.id;

const task = {
  id: null,
  title: 'Collect access',
  description: null,
  side: 'us',
  ownerRole: 'vcio',
  owner: null,
  ownerName: null,
  dueDays: 7,
  required: true,
};
const TEMPLATE = [
  task,
  {
    ...task,
    title: 'Name a contact',
    side: 'client',
    ownerRole: 'primary_contact',
    dueDays: 3,
    required: false,
  },
  { ...task, title: 'Brief the desk', ownerRole: null, ownerName: 'Service desk', dueDays: null },
  { ...task, title: 'Check the bill', ownerRole: null, owner: 'both', dueDays: 7, required: false },
];

onBothEngines('onboarding', (engine) => {
  let server: TestServer;
  let admin: Client;
  let member: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      onboarding_tasks: [],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, member, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  const put = (client: Client, tasks: readonly object[], ifMatch?: string) =>
    client.send({
      method: 'PUT',
      url: '/onboarding-template',
      payload: { tasks },
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });
  async function template(tasks: readonly object[] = TEMPLATE): Promise<OnboardingTemplate> {
    const answer = await put(admin, tasks);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  }
  let made = 0;
  async function company(more: object = {}): Promise<string> {
    made += 1;
    const answer = await admin.post('/companies', { name: `Client ${made}`, ...more });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().id;
  }
  const read = async (id: string): Promise<Onboarding> =>
    (await admin.get(`/companies/${id}/onboarding`)).json();
  const titled = async (id: string, title: string): Promise<OnboardingTask> =>
    (await read(id)).tasks.find((one) => one.title === title)!;
  const said = async (id: string) =>
    (await admin.get(`/companies/${id}/activity`))
      .json()
      .items.map(({ sentence }: { sentence: string }) => sentence) as string[];

  it('begins with the tasks of the template, for the people of the company, due from the day it starts', async () => {
    await template();
    const id = await company({ stage: 'agreement', owner: 'manager' });
    const mia = (await admin.post(`/companies/${id}/contacts`, { name: 'Mia Chen' })).json();
    await admin.patch(`/companies/${id}/profile`, { primaryContact: mia.id });
    expect((await read(id)).tasks).toEqual([]);
    const moved = await admin.post(`/companies/${id}/lifecycle/move`, {
      to: 'onboarding',
      force: true,
      note: 'Starts on Monday',
    });
    expect(moved.statusCode, moved.body).toBe(200);
    const { tasks, progress, template: standing } = await read(id);
    const who = ({ owner, contact, ownerName }: OnboardingTask) => owner?.name ?? contact?.name ?? ownerName;
    expect(tasks.map((one) => [one.title, one.side, who(one), one.dueDate, one.required, one.done])).toEqual([
      ['Name a contact', 'client', 'Mia Chen', '2026-11-25', false, false],
      ['Collect access', 'us', 'User manager', '2026-11-29', true, false],
      ['Check the bill', 'us', 'User both', '2026-11-29', false, false],
      ['Brief the desk', 'us', 'Service desk', null, true, false],
    ]);
    expect(progress).toMatchObject({
      done: 0,
      all: 4,
      percent: 0,
      required: { done: 0, all: 2 },
      nextDue: '2026-11-25',
    });
    expect(standing).toEqual({ tasks: 4, missing: 0 });
    expect((await said(id))[0]).toBe('User admin gave the company tasks of the onboarding template');
  });

  it('begins by the profile, for a new company and for a restored one too, and once', async () => {
    await template();
    const byProfile = await company({ stage: 'agreement' });
    await admin.patch(`/companies/${byProfile}/profile`, { stage: 'onboarding', owner: 'both' });
    expect((await titled(byProfile, 'Collect access')).owner?.id).toBe('both');
    const fresh = await company({ stage: 'onboarding' });
    const { tasks } = await read(fresh);
    expect(tasks).toHaveLength(4);
    // without a vCIO and a contact the tasks wait under these names
    expect(tasks.map(({ ownerName }) => ownerName)).toEqual([
      'Primary contact',
      'vCIO',
      null,
      'Service desk',
    ]);
    await admin.delete(`/onboarding-tasks/${tasks[0]!.id}`);
    await admin.post(`/companies/${fresh}/archive`);
    await admin.post(`/companies/${fresh}/restore`);
    expect((await read(fresh)).tasks).toHaveLength(3);
  });

  it('adds on demand what the company was not given yet, from any day', async () => {
    await template(TEMPLATE.slice(0, 2));
    const id = await company({ stage: 'onboarding' });
    const { tasks } = await template([
      ...(await template(TEMPLATE.slice(0, 2))).tasks.map(({ owner: _, ...one }) => ({
        ...one,
        owner: null,
      })),
      { ...task, title: 'Visit every location', dueDays: 10 },
    ]);
    expect(tasks).toHaveLength(3);
    const key = { 'idempotency-key': `start-${id}` };
    const body = { startsOn: '2026-12-01' };
    const first = await member.post(`/companies/${kestrel}/onboarding/start`, body, key);
    expect(first.statusCode, first.body).toBe(200);
    expect((await member.post(`/companies/${kestrel}/onboarding/start`, body, key)).json()).toEqual(
      first.json(),
    );
    expect(first.json().tasks.map(({ dueDate }: OnboardingTask) => dueDate)).toEqual([
      '2026-12-04',
      '2026-12-08',
      '2026-12-11',
    ]);
    const again = await admin.post(`/companies/${kestrel}/onboarding/start`, {});
    expect(again.json().tasks).toHaveLength(3);
  });

  it('starts over for a client who comes back; the record keeps what was', async () => {
    await template();
    const id = await company({ stage: 'onboarding' });
    const earlier = await titled(id, 'Collect access');
    await admin.patch(`/onboarding-tasks/${earlier.id}`, { done: true });
    const restart = (body: object, client = admin) =>
      client.post(`/companies/${id}/onboarding/restart`, body);
    const over = await restart({ startsOn: '2026-12-01' });
    expect(over.statusCode, over.body).toBe(200);
    const { tasks, progress } = over.json() as Onboarding;
    expect(tasks.map(({ title, dueDate, done }) => [title, dueDate, done])).toEqual([
      ['Name a contact', '2026-12-04', false],
      ['Collect access', '2026-12-08', false],
      ['Check the bill', '2026-12-08', false],
      ['Brief the desk', null, false],
    ]);
    expect(progress).toMatchObject({ done: 0, all: 4 });
    expect((await admin.get(`/companies/${id}/onboarding`)).json()).toEqual(over.json());
    const sentences = await said(id);
    expect(sentences.slice(0, 2)).toEqual([
      'User admin gave the company tasks of the onboarding template',
      'User admin started the onboarding over',
    ]);
    expect(sentences.slice(2, 6).toSorted()).toEqual(
      ['Brief the desk', 'Check the bill', 'Collect access', 'Name a contact'].map(
        (title) => `User admin deleted the onboarding task ${title}`,
      ),
    );

    await admin.patch(`/companies/${id}/profile`, { stage: 'active' });
    const refused = await restart({});
    expect([refused.statusCode, refused.json().error.message]).toEqual([
      422,
      'The company’s stage is active; an onboarding starts over in the stages agreement and onboarding.',
    ]);
    await template([]);
    await admin.patch(`/companies/${id}/profile`, { stage: 'onboarding' });
    expect((await restart({})).statusCode).toBe(422);
    expect((await read(id)).tasks).toHaveLength(4);
    expect((await restart({}, member)).statusCode).toBe(404);
    expect((await viewer.post(`/companies/${kestrel}/onboarding/restart`, {})).statusCode).toBe(403);
  });

  it('is ticked off, opened again and told in words', async () => {
    await template();
    const id = await company({ stage: 'onboarding' });
    const { id: taskId } = await titled(id, 'Collect access');
    const done = await admin.patch(`/onboarding-tasks/${taskId}`, { done: true, note: 'In the vault' });
    expect(done.statusCode, done.body).toBe(200);
    expect(done.headers.etag).toBe(done.json().etag);
    expect(done.json()).toMatchObject({
      done: true,
      doneAt: '2026-11-22T12:00:00.000Z',
      doneBy: { id: 'admin', name: 'User admin' },
      note: 'In the vault',
    });
    expect((await read(id)).progress).toMatchObject({ done: 1, percent: 25, required: { done: 1, all: 2 } });
    const open = await admin.patch(`/onboarding-tasks/${taskId}`, { done: false });
    expect(open.json()).toMatchObject({ done: false, doneAt: null, doneBy: null, note: 'In the vault' });
    const late = await admin.patch(`/onboarding-tasks/${taskId}`, { dueDate: '2026-11-21' });
    expect(late.json().overdue).toBe(true);
    expect((await read(id)).progress.overdue).toBe(1);
    expect((await said(id)).slice(0, 3)).toEqual([
      'User admin set due date of the onboarding task Collect access from 2026-11-29 to 2026-11-21',
      'User admin reopened the onboarding task Collect access',
      'User admin completed the onboarding task Collect access',
    ]);
  });

  it('moves the days of what is open, and of nothing else', async () => {
    await template();
    const id = await company({ stage: 'onboarding' });
    const { id: done } = await titled(id, 'Check the bill');
    await admin.patch(`/onboarding-tasks/${done}`, { done: true });
    const later = await admin.post(`/companies/${id}/onboarding/shift`, { days: 14 });
    expect(later.statusCode, later.body).toBe(200);
    const days = ({ tasks }: Onboarding) => tasks.map(({ title, dueDate }) => [title, dueDate]);
    expect(days(later.json())).toEqual([
      ['Check the bill', '2026-11-29'],
      ['Name a contact', '2026-12-09'],
      ['Collect access', '2026-12-13'],
      ['Brief the desk', null],
    ]);
    expect((await said(id))[0]).toBe('User admin moved the days of the open onboarding tasks');
    const { id: last } = await titled(id, 'Collect access');
    await admin.patch(`/onboarding-tasks/${last}`, { dueDate: '9999-12-30' });
    const far = (await admin.post(`/companies/${id}/onboarding/shift`, { days: 365 })).json();
    expect(days(far)).toContainEqual(['Collect access', '9999-12-31']);
    for (const wrong of [0, 366, 1.5, '7'])
      expect((await admin.post(`/companies/${id}/onboarding/shift`, { days: wrong })).statusCode).toBe(400);
  });

  it('has tasks of its own, with one owner of the right side', async () => {
    const id = await company();
    const mia = (await admin.post(`/companies/${id}/contacts`, { name: 'Mia Chen' })).json().id;
    const add = (body: object) =>
      admin.post(`/companies/${id}/onboarding/tasks`, { title: 'Label racks', side: 'us', ...body });
    const created = await add({ owner: 'manager', dueDate: '2026-12-24' });
    expect(created.statusCode, created.body).toBe(201);
    const path = `/onboarding-tasks/${created.json().id}`;
    const named = await admin.patch(path, { ownerName: 'Night shift' });
    expect(named.json()).toMatchObject({ owner: null, contact: null, ownerName: 'Night shift' });
    const theirs = await admin.patch(path, { side: 'client', contact: mia });
    expect(theirs.json()).toMatchObject({
      side: 'client',
      contact: { id: mia, name: 'Mia Chen' },
      ownerName: null,
    });
    expect((await admin.patch(path, { side: 'us' })).json()).toMatchObject({ side: 'us', contact: null });
    const refused: [object, number][] = [
      [{ owner: 'nobody' }, 422],
      [{ side: 'client', owner: 'manager' }, 422],
      [{ side: 'us', contact: mia }, 422],
      [{ side: 'client', contact: marmot }, 422],
      [{ owner: 'manager', ownerName: 'Kim' }, 400],
      [{ title: ' ' }, 400],
      [{ side: 'both' }, 400],
      [{ dueDate: '2026-02-30' }, 400],
      [{ done: true }, 400],
    ];
    for (const [body, status] of refused) {
      const answer = await add(body);
      expect([body, answer.statusCode], answer.body).toEqual([body, status]);
    }
    await admin.delete(`/contacts/${mia}`);
    expect((await admin.delete(path)).statusCode).toBe(204);
    expect((await said(id))[0]).toBe('User admin deleted the onboarding task Label racks');
  });

  it('says to one of two that the other was faster', async () => {
    const id = await company();
    const made = (
      await admin.post(`/companies/${id}/onboarding/tasks`, { title: 'Sign', side: 'client' })
    ).json();
    const path = `/onboarding-tasks/${made.id}`;
    const ifMatch = { 'if-match': made.etag };
    expect((await admin.patch(path, { note: 'Called' }, ifMatch)).statusCode).toBe(200);
    const late = await admin.patch(path, { title: 'Sign it' }, ifMatch);
    expect(late.statusCode).toBe(412);
    expect(late.json().error.details).toMatchObject({
      current: { note: 'Called' },
      changed: { by: { id: 'admin' } },
    });
  });

  it('template is changed whole by admins, keeps ids, and tells who was faster', async () => {
    const stored = await template();
    const asChange = stored.tasks.map(({ owner, ...one }) => ({ ...one, owner: owner?.id ?? null }));
    expect((await put(admin, asChange, stored.etag)).json().etag).toBe(stored.etag);
    const changed = await put(
      admin,
      [
        asChange[1]!,
        { ...asChange[0]!, dueDays: 9 },
        asChange[3]!,
        { ...task, title: 'Celebrate', required: false },
      ],
      stored.etag,
    );
    expect(changed.statusCode, changed.body).toBe(200);
    const ids = changed.json().tasks.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([asChange[1]!.id, asChange[0]!.id, asChange[3]!.id, 'celebrate']);
    const late = await put(admin, [], stored.etag);
    expect(late.statusCode).toBe(412);
    expect(late.json().error.details).toMatchObject({ changed: { by: { id: 'admin' } } });
    const { items } = (await admin.get('/activity?limit=1')).json();
    expect(items[0].sentence).toBe(
      'User admin added Celebrate to the tasks of the onboarding template and changed Collect access in the tasks and took Brief the desk out of the tasks',
    );
  });

  it('template refuses what does not fit, and everybody but admins', async () => {
    const { etag } = await template();
    const refused: [object[], number][] = [
      [[{ ...task, owner: 'both' }], 422],
      [[{ ...task, side: 'client' }], 422],
      [[{ ...task, ownerRole: null, owner: 'nobody' }], 422],
      [[{ ...task, id: 'unknown' }], 422],
      [[{ ...task, dueDays: -1 }], 400],
      [[{ ...task, title: '' }], 400],
    ];
    for (const [tasks, status] of refused) {
      const answer = await put(admin, tasks);
      expect([tasks, answer.statusCode], answer.body).toEqual([tasks, status]);
    }
    for (const client of [member, viewer]) {
      expect((await put(client, [])).statusCode).toBe(403);
      expect((await client.get('/onboarding-template')).json().etag).toBe(etag);
    }
  });

  it('a task that was taken out of the template and put in again under its title is new to everybody', async () => {
    await template([task]);
    const id = await company({ stage: 'onboarding' });
    await template([]);
    await template([task]);
    expect((await read(id)).template).toEqual({ tasks: 1, missing: 1 });
  });

  it('is not there for those who do not see the company, and not for viewers to change', async () => {
    const { rows } = await sql<{
      key: string;
    }>`insert into onboarding_tasks (workspace_id, key, company, title, side)
      select id, 'hidden', ${marmot}, 'Hidden', 'us' from workspaces returning key`.execute(
      engine.database.kysely,
    );
    const path = `/onboarding-tasks/${rows[0]!.key}`;
    expect((await member.get(`/companies/${marmot}/onboarding`)).statusCode).toBe(404);
    expect((await member.post(`/companies/${marmot}/onboarding/start`, {})).statusCode).toBe(404);
    expect((await member.patch(path, { done: true })).statusCode).toBe(404);
    expect((await member.delete(path)).statusCode).toBe(404);
    expect((await viewer.post(`/companies/${kestrel}/onboarding/start`, {})).statusCode).toBe(403);
    expect((await viewer.get(`/companies/${kestrel}/onboarding`)).statusCode).toBe(200);
  });
});
