import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClientRoadmap } from '../../contract/client-roadmap.ts';
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
const quokka = COMPANIES.unassigned.id;

onBothEngines('what a company is shown of its roadmap', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      recommendations: [],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager] = [await client('admin'), await client('manager')];
    const recommend = async (title: string, more: object) => {
      const answer = await admin.post(`/companies/${kestrel}/recommendations`, { title, ...more });
      expect(answer.statusCode, answer.body).toBe(201);
    };
    const costs = (mrr: number | null, oneTime: number | null) => ({
      lines: [{ stackItem: 'mfa', mrr, oneTime }],
    });
    await recommend('Late', { targetQuarter: '2026-Q3', ...costs(100, null) });
    await recommend('=Now', {
      targetQuarter: '2026-Q4',
      winProbability: 50,
      owner: 'manager',
      description: 'Why it matters.',
      ...costs(12_345, 100_001),
    });
    await recommend('Far off', { targetQuarter: '9999-Q4', ...costs(5, null) });
    await recommend('Done', { targetQuarter: '2026-Q2', status: 'Completed', ...costs(900, null) });
    await recommend('No, thanks', { targetQuarter: '2026-Q4', status: 'Declined', ...costs(900, null) });
    await recommend('Some day', costs(7, 70));
    const owner = await admin.patch(`/companies/${kestrel}/profile`, { owner: 'manager' });
    expect(owner.statusCode, owner.body).toBe(200);
  });
  afterAll(() => server.close());

  it('names the MSP, the vCIO and each step, and nothing that is only for us', async () => {
    const answer = await manager.get(`/companies/${kestrel}/client-roadmap`);
    expect(answer.statusCode, answer.body).toBe(200);
    const shown = answer.json() as ClientRoadmap;
    expect(shown).toMatchObject({
      company: { id: kestrel },
      provider: 'Northwind IT',
      vcio: 'User manager',
      asOf: '2026-11-22',
    });
    const steps = shown.columns.filter(({ steps }) => steps.length > 0);
    expect(
      steps.map(({ kind, quarter, steps }) => [quarter ?? kind, ...steps.map(({ title }) => title)]),
    ).toEqual([
      ['past', 'Late'],
      ['2026-Q4', '=Now'],
      ['9999-Q4', 'Far off'],
      ['unplanned', 'Some day'],
    ]);
    expect(shown.completed.map(({ title }) => title)).toEqual(['Done']);
    expect(Object.keys(steps[1]!.steps[0]!).sort()).toEqual([
      'category',
      'description',
      'id',
      'mrr',
      'oneTime',
      'priority',
      'state',
      'status',
      'targetQuarter',
      'title',
    ]);
    expect(answer.body).not.toMatch(/weighted|winProbability|owner|No, thanks/);
    expect(shown.budget.whole).toEqual({ mrr: 100 + 12_345 + 5 + 7, oneTime: 100_001 + 70 });
    expect(shown.budget.later).toEqual({ mrr: 5, oneTime: 0 });
  });

  it('costs what the budget says, in units, as a file that is named for the company', async () => {
    const gross = await admin.get(`/companies/${kestrel}/budget.csv`);
    expect(gross.headers['content-disposition']).toContain(`filename="${COMPANIES.own.name} budget.csv"`);
    expect(gross.body.replace('\uFEFF', '').trimEnd().split('\r\n')).toEqual([
      'Period,Kind,New monthly,One-time,Monthly by then,Recurring,Total',
      '2026-Q4,Quarter,123.45,1000.01,123.45,370.35,1370.36',
      '2026,Year,123.45,1000.01,123.45,370.35,1370.36',
      '2027-Q1,Quarter,0,0,123.45,370.35,370.35',
      '2027-Q2,Quarter,0,0,123.45,370.35,370.35',
      '2027-Q3,Quarter,0,0,123.45,370.35,370.35',
      '2027-Q4,Quarter,0,0,123.45,370.35,370.35',
      '2027,Year,0,0,123.45,1481.4,1481.4',
      'Carried over from earlier quarters,Not in a quarter,1,0,,,',
      'Later,Not in a quarter,0.05,0,,,',
      'No quarter yet,Not in a quarter,0.07,0.7,,,',
      'Everything planned,Sum,124.57,1000.71,,,',
    ]);
    const weighted = await admin.get(`/companies/${kestrel}/budget.csv?weighing=weighted`);
    expect(weighted.headers['content-disposition']).toContain('budget, weighted.csv');
    expect(weighted.body).toContain('2026-Q4,Quarter,61.73,500.01,61.73,185.19,685.2');
  });

  it('is nothing that others may look at, and asks for what there is', async () => {
    for (const path of ['client-roadmap', 'budget.csv', 'budget.csv?weighing=weighted'])
      expect((await manager.get(`/companies/${quokka}/${path}`)).statusCode).toBe(404);
    const wrong = await admin.get(`/companies/${kestrel}/budget.csv?weighing=heavy`);
    expect(wrong.statusCode).toBe(400);
    expect((await server.anonymous.get(`/companies/${kestrel}/client-roadmap`)).statusCode).toBe(401);
  });
});
