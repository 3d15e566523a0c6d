import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Recommendation } from '../../contract/recommendations.ts';
import type { Roadmap } from '../../contract/roadmap.ts';
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

onBothEngines('recommendations', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let viewer: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      stack_items: [...twoRegions.stack_items!, { key: 'edr', name: 'EDR' }],
      recommendations: [],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  async function recommend(body: object, company: string = kestrel): Promise<Recommendation> {
    const answer = await admin.post(`/companies/${company}/recommendations`, body);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  }
  const mfa = (mrr: number, oneTime: number | null = null) => ({ stackItem: 'mfa', mrr, oneTime });
  const other = (oneTime: number) => ({ stackItem: null, mrr: null, oneTime });
  const said = async () =>
    (await admin.get(`/companies/${kestrel}/activity`))
      .json()
      .items.map(({ sentence }: { sentence: string }) => sentence) as string[];

  it('are made with every field and line, and read as they were made', async () => {
    const made = await recommend({
      title: 'Sign in with two factors',
      description: 'For everybody, the owners first.',
      category: 'Security',
      priority: 'High',
      owner: 'manager',
      targetQuarter: '2027-Q1',
      winProbability: 50,
      lines: [mfa(101, 1000), other(3)],
    });
    expect(made).toMatchObject({
      company: { id: kestrel },
      status: 'Proposed',
      state: 'not_started',
      open: true,
      owner: { id: 'manager', name: 'User manager' },
      targetQuarter: '2027-Q1',
      lines: [
        { stackItem: { id: 'mfa' }, mrr: 101, oneTime: 1000 },
        { stackItem: null, oneTime: 3 },
      ],
      meetings: [],
      mrr: 101,
      oneTime: 1003,
      weightedMrr: 51,
      weightedOneTime: 502,
    });
    expect((await manager.get(`/recommendations/${made.id}`)).json()).toEqual(made);
    expect(await said()).toContain('User admin added the recommendation Sign in with two factors');
  });

  it('change field by field, and line by line', async () => {
    const made = await recommend({ title: 'Renew the firewall', lines: [other(10), other(20)] });
    const [first] = made.lines;
    const changed = await admin.patch(`/recommendations/${made.id}`, {
      status: 'Planned',
      lines: [{ id: first!.id, stackItem: 'edr', mrr: 5, oneTime: 11 }, other(30)],
    });
    expect(changed.statusCode, changed.body).toBe(200);
    const { lines, status, winProbability } = changed.json() as Recommendation;
    expect({ status, winProbability }).toEqual({ status: 'Planned', winProbability: 60 });
    expect(lines.map(({ id, oneTime }) => [id === first!.id, oneTime])).toEqual([
      [true, 11],
      [false, 30],
    ]);
    const cleared = await admin.patch(`/recommendations/${made.id}`, { status: null, lines: [] });
    expect(cleared.json()).toMatchObject({ status: 'Proposed', lines: [], mrr: 0, oneTime: 0 });
  });

  it('keep their lines in the order that they were given', async () => {
    const made = await recommend({ title: 'Order', lines: [other(1), other(2), other(3)] });
    const again = [made.lines[2]!, made.lines[0]!].map(({ id, oneTime }) => ({ id, ...other(oneTime!) }));
    const changed = await admin.patch(`/recommendations/${made.id}`, {
      lines: [again[0], other(4), again[1]],
    });
    const { lines } = changed.json() as Recommendation;
    expect(lines.map(({ oneTime }) => oneTime)).toEqual([3, 4, 1]);
  });

  it('say which goals of the company they serve', async () => {
    const { id: goal } = (
      await admin.post(`/companies/${kestrel}/goals`, { title: 'Pass the audit' })
    ).json() as { id: string };
    const made = await recommend({ title: 'Serve it', goals: [goal, goal] });
    expect(made.goals).toEqual([{ id: goal, title: 'Pass the audit' }]);
    const served = (await admin.get(`/goals/${goal}`)).json();
    expect(served.recommendations.map(({ title }: { title: string }) => title)).toEqual(['Serve it']);
    const same = await admin.patch(`/recommendations/${made.id}`, { goals: [goal] });
    expect(same.json().etag).toBe(made.etag);
    const foreign = await admin.post(`/companies/${marmot}/recommendations`, {
      title: 'Not theirs',
      goals: [goal],
    });
    expect(foreign.statusCode).toBe(422);
    expect(foreign.json().error.message).toBe(
      `Field "goals" has "${goal}"; expected the id of a goal of the company.`,
    );
  });

  it('say in which meetings they were spoken of', async () => {
    const made = await recommend({ title: 'Speak of it', meetings: [kestrel] });
    expect(made.meetings).toEqual([{ id: kestrel, kind: 'vcio', date: '2026-05-05' }]);
    expect((await admin.get(`/meetings/${kestrel}`)).json().recommendations).toContainEqual({
      id: made.id,
      title: 'Speak of it',
    });
    const taken = await admin.patch(`/recommendations/${made.id}`, { meetings: [] });
    expect(taken.json()).toMatchObject({ meetings: [] });
    expect(taken.json().etag).not.toBe(made.etag);
    const foreign = await admin.patch(`/recommendations/${made.id}`, { meetings: [marmot] });
    expect(foreign.statusCode).toBe(422);
    expect(foreign.json().error.message).toBe(
      `Field "meetings" has "${marmot}"; expected the id of a meeting with the company.`,
    );
  });

  it('are not overwritten by whoever saw an older state', async () => {
    const made = await recommend({ title: 'Back up the cloud', lines: [other(10)] });
    const lines = await admin.patch(`/recommendations/${made.id}`, { lines: [other(12)] });
    const refused = await manager.patch(
      `/recommendations/${made.id}`,
      { title: 'Back it up' },
      { 'if-match': made.etag },
    );
    expect(refused.statusCode, refused.body).toBe(412);
    expect(refused.json().error.details).toMatchObject({
      current: { title: 'Back up the cloud', oneTime: 12, etag: lines.json().etag },
      changed: { by: { id: 'admin' } },
    });
    const saved = await manager.patch(
      `/recommendations/${made.id}`,
      { title: 'Back it up' },
      { 'if-match': lines.json().etag },
    );
    expect(saved.json()).toMatchObject({ title: 'Back it up', oneTime: 12 });
  });

  it('set the cells once they are completed, with the rest of the change or not at all', async () => {
    await admin.patch(`/companies/${kestrel}/alignments/mfa`, {
      currentProduct: 'mfa-lite',
      mrrOpportunity: 77,
    });
    const made = await recommend({
      title: 'Take MFA Pro',
      lines: [mfa(900), { stackItem: 'edr', mrr: 1, oneTime: null }],
    });
    const plan = (await viewer.get(`/recommendations/${made.id}/completion`)).json();
    expect(plan).toMatchObject({
      statuses: ['Completed'],
      cells: [
        {
          stackItem: { id: 'edr' },
          problem: 'it is not applicable to the company',
        },
        {
          stackItem: { id: 'mfa' },
          currentProduct: { id: 'mfa-lite' },
          newProduct: { id: 'mfa-pro' },
          alignment: 50,
          newAlignment: 100,
          mrrOpportunity: 77,
          problem: null,
        },
      ],
    });
    const refused = await manager.post(`/recommendations/${made.id}/complete`, {
      stackItems: ['mfa', 'edr'],
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().error.message).toBe(
      'Field "stackItems" has "edr": it is not applicable to the company.',
    );
    const grid = async () =>
      (await admin.get(`/companies/${kestrel}/alignments`))
        .json()
        .rows.find((row: { stackItem: { id: string } }) => row.stackItem.id === 'mfa');
    expect(await grid()).toMatchObject({ currentProduct: { id: 'mfa-lite' } });

    const completed = await manager.post(`/recommendations/${made.id}/complete`, { stackItems: ['mfa'] });
    expect(completed.statusCode, completed.body).toBe(200);
    expect(completed.json()).toMatchObject({ status: 'Completed', open: false });
    expect(await grid()).toMatchObject({
      currentProduct: { id: 'mfa-pro' },
      alignment: 100,
      // what another open recommendation brings there stays
      mrrOpportunity: { amount: 101, source: 'recommendations' },
      setBy: 'manager',
    });
    expect(await said()).toContain('User manager completed the recommendation Take MFA Pro');
  });

  it('stand on the roadmap by quarter, with what they cost', async () => {
    const quokka = COMPANIES.unassigned.id;
    await recommend({ title: 'Late', targetQuarter: '2026-Q3', lines: [mfa(1, 10)] }, quokka);
    await recommend(
      { title: 'Next', targetQuarter: '2027-Q1', winProbability: 50, lines: [mfa(100, 1000)] },
      quokka,
    );
    await recommend({ title: 'Some day', lines: [mfa(3)] }, quokka);
    await recommend({ title: 'No', status: 'Declined', targetQuarter: '2027-Q1', lines: [mfa(9)] }, quokka);
    const answer = await admin.get(`/companies/${quokka}/roadmap`);
    expect(answer.statusCode, answer.body).toBe(200);
    const { columns, budget } = answer.json() as Roadmap;
    const titles = columns.map(({ kind, quarter, recommendations }) => [
      quarter ?? kind,
      ...recommendations.map(({ title }) => title),
    ]);
    expect(titles).toEqual([
      ['past', 'Late'],
      ['2026-Q4'],
      ['2027-Q1', 'Next'],
      ['2027-Q2'],
      ['2027-Q3'],
      ['unplanned', 'Some day'],
    ]);
    expect(budget.gross.years).toEqual([
      { period: '2026', mrr: 0, oneTime: 0, mrrByThen: 0, recurring: 0, total: 0 },
      { period: '2027', mrr: 100, oneTime: 1000, mrrByThen: 100, recurring: 1200, total: 2200 },
    ]);
    expect(budget.weighted.years[1]).toMatchObject({ mrr: 50, oneTime: 500, total: 1100 });
    expect(budget.gross).toMatchObject({
      overdue: { mrr: 1, oneTime: 10 },
      unplanned: { mrr: 3, oneTime: 0 },
      whole: { mrr: 104, oneTime: 1010 },
    });
    expect((await manager.get(`/companies/${quokka}/roadmap`)).statusCode).toBe(404);
  });

  it('are deleted, and the record keeps their name', async () => {
    const made = await recommend({ title: 'Forget it', lines: [other(1)] });
    expect((await viewer.delete(`/recommendations/${made.id}`)).statusCode).toBe(403);
    expect((await manager.delete(`/recommendations/${made.id}`)).statusCode).toBe(204);
    expect((await admin.get(`/recommendations/${made.id}`)).statusCode).toBe(404);
    expect(await said()).toContain('User manager deleted the recommendation Forget it');
  });

  it('of a company that one does not see do not exist', async () => {
    const { id } = await recommend({ title: 'Hidden' }, marmot);
    for (const answer of [
      await manager.get(`/recommendations/${id}`),
      await manager.get(`/recommendations/${id}/completion`),
      await manager.patch(`/recommendations/${id}`, { title: 'Mine' }),
      await manager.delete(`/recommendations/${id}`),
      await manager.post(`/recommendations/${id}/complete`, { stackItems: [] }),
      await manager.post(`/companies/${marmot}/recommendations`, { title: 'Mine' }),
    ])
      expect(answer.statusCode).toBe(404);
  });

  it.each([
    [{ status: 'Ghost' }, 'Field "status" is "Ghost"; expected one of Proposed'],
    [{ owner: 'ghost' }, 'Field "owner" has "ghost"; expected the id of a user'],
    [{ lines: [{ stackItem: 'ghost', mrr: 1, oneTime: 1 }] }, 'Field "lines.stackItem" is "ghost"'],
    [{ lines: [{ id: 'ghost', ...other(1) }] }, 'Field "lines.id" is "ghost"'],
  ])('refuse %j', async (body, message) => {
    const answer = await admin.post(`/companies/${kestrel}/recommendations`, { title: 'Wrong', ...body });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().error.message).toContain(message);
    const { items } = (await admin.get(`/recommendations?company=${kestrel}`)).json();
    expect(items.map(({ title }: Recommendation) => title)).not.toContain('Wrong');
  });

  it.each([
    { title: '' },
    { targetQuarter: '2026-Q5' },
    { winProbability: 101 },
    { lines: [{ stackItem: null, mrr: -1, oneTime: null }] },
    { color: 'red' },
  ])('take no %j', async (body) => {
    const answer = await admin.post(`/companies/${kestrel}/recommendations`, { title: 'Wrong', ...body });
    expect(answer.statusCode).toBe(400);
  });
});
