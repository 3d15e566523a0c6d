import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Goal } from '../../contract/goals.ts';
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

onBothEngines('goals', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      goals: [],
      recommendations: [
        { key: 'dns', company: kestrel, title: 'Move to DNSFilter', status: 'Completed' },
        { key: 'edr', company: kestrel, title: 'Endpoint detection' },
        { key: 'theirs', company: marmot, title: 'Something else' },
      ],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  const add = async (body: object, company: string = kestrel): Promise<Goal> => {
    const answer = await admin.post(`/companies/${company}/goals`, body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };

  it('are set, served by recommendations, and reached', async () => {
    const goal = await add({
      title: 'Pass the insurance renewal',
      category: 'Risk',
      owner: 'manager',
      targetDate: '2026-11-20',
      status: 'On track',
      progress: 12.5,
      recommendations: ['edr', 'dns', 'dns'],
    });
    expect(goal).toMatchObject({
      state: 'open',
      daysPastTarget: 2,
      progress: 12.5,
      owner: { id: 'manager', name: 'User manager' },
      recommendations: [
        { id: 'edr', title: 'Endpoint detection', state: 'not_started' },
        { id: 'dns', title: 'Move to DNSFilter', status: 'Completed', state: 'completed' },
      ],
    });
    const reached = await manager.patch(`/goals/${goal.id}`, {
      status: 'Achieved',
      progress: 100,
      recommendations: ['dns'],
    });
    expect(reached.json()).toMatchObject({
      state: 'achieved',
      daysPastTarget: 0,
      recommendations: [{ id: 'dns' }],
    });
    expect((await manager.patch(`/goals/${goal.id}`, { recommendations: ['dns'] })).json().etag).toBe(
      reached.json().etag,
    );
    const activity = (await admin.get(`/companies/${kestrel}/activity`)).json().items;
    const sentences = activity.map((event: { sentence: string }) => event.sentence);
    expect(sentences.filter((sentence: string) => sentence.includes('insurance'))).toEqual([
      'User manager set status of the goal Pass the insurance renewal from On track to Achieved, recommendations from Move to DNSFilter, Endpoint detection to Move to DNSFilter and progress from 12.5 % to 100 %',
      'User admin added the goal Pass the insurance renewal',
    ]);
  });

  it('are listed with what is due first on top, and by state', async () => {
    const [later, sooner] = [
      await add({ title: 'Later', targetDate: '2027-06-30' }),
      await add({ title: 'Sooner', targetDate: '2026-12-31' }),
    ];
    const dropped = await add({ title: 'Given up', status: 'Dropped' });
    const titles = async (query: string) =>
      (await manager.get(`/goals?company=${kestrel}${query}`)).json().items.map((goal: Goal) => goal.title);
    expect(await titles('&state=open')).toEqual([sooner.title, later.title]);
    expect(await titles('&state=dropped')).toEqual([dropped.title]);
    expect((await titles('')).slice(0, 2)).toEqual(['Sooner', 'Later']);
    expect(await titles('&owner=manager')).toEqual(['Pass the insurance renewal']);
  });

  it('refuse what is not known or not sound, and change nothing', async () => {
    const refused = async (body: object) => {
      const answer = await admin.post(`/companies/${kestrel}/goals`, { title: 'Not to be', ...body });
      return [answer.statusCode, answer.json().error.message];
    };
    expect(await refused({ recommendations: ['theirs'] })).toEqual([
      422,
      'Field "recommendations" names the recommendation "theirs", which is unknown here.',
    ]);
    expect(await refused({ owner: 'nobody' })).toEqual([
      422,
      'Field "owner" names the user "nobody", who is unknown.',
    ]);
    expect((await refused({ progress: 101 }))[0]).toBe(400);
    expect((await refused({ status: 'Maybe' }))[0]).toBe(400);
    const { items } = (await admin.get(`/goals?company=${kestrel}`)).json();
    expect(items.map((goal: Goal) => goal.title)).not.toContain('Not to be');
  });

  it('are hidden from whoever does not see the company, read-only to viewers, and safe from stale changes', async () => {
    const theirs = await add({ title: 'Their own' }, marmot);
    expect((await manager.get(`/goals/${theirs.id}`)).statusCode).toBe(404);
    expect((await manager.patch(`/goals/${theirs.id}`, { progress: 1 })).statusCode).toBe(404);
    expect((await manager.get('/goals')).body).not.toContain('Their own');
    const own = await add({ title: 'Short-lived' });
    expect((await viewer.patch(`/goals/${own.id}`, { progress: 1 })).statusCode).toBe(403);
    const stale = { 'if-match': own.etag };
    expect((await manager.patch(`/goals/${own.id}`, { progress: 50 }, stale)).statusCode).toBe(200);
    expect((await manager.patch(`/goals/${own.id}`, { progress: 60 }, stale)).statusCode).toBe(412);
    expect((await manager.delete(`/goals/${own.id}`)).statusCode).toBe(204);
    expect((await manager.get(`/goals/${own.id}`)).statusCode).toBe(404);
  });
});
