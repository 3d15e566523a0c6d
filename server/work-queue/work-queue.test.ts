import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkItem, WorkQueue } from '../../contract/work-queue.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const [kestrel, marmot, quokka] = [COMPANIES.own.id, COMPANIES.other.id, COMPANIES.unassigned.id];

onBothEngines('work queue', (engine) => {
  let server: TestServer;
  let admin: Client;
  let manager: Client;
  let viewer: Client;
  let now = new Date('2026-11-22T12:00:00Z');

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      companies: [
        // of the three, 300,000 and 200,000 are high value
        { key: kestrel, name: COMPANIES.own.name, mrr_override: 300_000, owner: 'both', stage: 'active' },
        { key: marmot, name: COMPANIES.other.name, mrr_override: 100_000, owner: null, stage: 'onboarding' },
        { key: quokka, name: COMPANIES.unassigned.name, mrr_override: 200_000, owner: null, stage: null },
      ],
      contracts: [
        { key: 'support', company: kestrel, name: 'Support', end: '2026-12-31', amount: 4200 },
        { key: 'far', company: kestrel, name: 'Far', end: '2027-12-31', amount: 4200 },
      ],
      contract_lines: [],
      recommendations: [
        { key: 'late', company: kestrel, title: 'Second line', status: 'Planned', target_quarter: '2026-Q3' },
        { key: 'said', company: kestrel, title: 'New firewall', owner: 'manager' },
        { key: 'no', company: kestrel, title: 'Declined', status: 'Declined', target_quarter: '2026-Q3' },
      ],
      meetings: [
        { key: 'held', company: kestrel, kind: 'vcio', date: '2026-10-01', status: 'held' },
        { key: 'open', company: kestrel, kind: 'pulse', date: '2026-11-18' },
      ],
      records: [],
      meeting_recommendations: [{ meeting: 'held', recommendation: 'said', company: kestrel }],
      action_items: [
        {
          key: 'call',
          company: kestrel,
          meeting: 'held',
          title: 'Call Ann',
          due_date: '2026-11-22',
          owner: 'manager',
        },
        {
          key: 'did',
          company: kestrel,
          meeting: 'held',
          title: 'Did it',
          due_date: '2026-11-01',
          done: true,
        },
      ],
      cadences: [{ company: marmot, kind: 'pulse', every: 'weekly', set_on: '2026-11-01' }],
      escalations: [
        { key: 'mail', company: marmot, title: 'Mail outage', opened_on: '2026-11-20', severity: 'high' },
      ],
      escalation_log: [
        {
          key: 'l',
          company: marmot,
          escalation: 'mail',
          at: '2026-11-21T22:00:00Z',
          audience: 'client',
          text: 'Hm.',
        },
      ],
      health_metrics: [{ key: 'sentiment', name: 'Sentiment', max_score: 10, weight: 1, kind: 'custom' }],
      health_scores: [
        { company: quokka, metric: 'sentiment', points: 2, set_on: '2026-11-10' },
        { company: kestrel, metric: 'sentiment', points: 6, set_on: '2026-11-10' },
      ],
      health_overrides: [
        {
          company: marmot,
          status: 'Satisfactory',
          reason: 'New',
          set_on: '2026-11-01',
          expires_on: '2026-11-29',
        },
      ],
      snapshots: [
        { company: kestrel, date: '2026-10-22', mrr: 1, health: 80, health_status: 'Satisfactory' },
        { company: kestrel, date: '2026-11-09', mrr: 1, health: 80, health_status: 'Satisfactory' },
        { company: kestrel, date: '2026-11-10', mrr: 1, health: 60, health_status: 'Needs attention' },
        { company: quokka, date: '2026-11-09', mrr: 1, health: 80, health_status: 'Satisfactory' },
        { company: quokka, date: '2026-11-10', mrr: 1, health: 20, health_status: 'At risk' },
      ],
      stage_changes: [
        { key: 's', company: marmot, changed_at: '2026-09-01T10:00:00Z', to_stage: 'onboarding' },
      ],
    });
    server = await openTestServer(engine.database, { now: () => now });
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, manager, viewer] = [await client('admin'), await client('manager'), await client('viewer')];
  });
  afterAll(() => server.close());

  const queue = async (client: Client, query = ''): Promise<WorkQueue> => {
    const answer = await client.get(`/work-queue?${query}`);
    expect(answer.statusCode, answer.body + server.log.join('\n')).toBe(200);
    return answer.json();
  };
  const short = ({ company, id, due, owner }: WorkItem) =>
    [company.name.split(' ')[0], id, due, owner?.id ?? 'nobody'].join(' ');
  const item = async (id: string, query = 'who=all') =>
    (await queue(admin, query)).items.find((one) => one.id === id)!;
  const act = (client: Client, company: string, id: string, how: string, body?: object, etag?: string) =>
    client.post(
      `/companies/${company}/work-queue/${encodeURIComponent(id)}/${how}`,
      body,
      etag ? { 'if-match': etag } : undefined,
    );

  it('tells everything that there is to do, the most urgent first', async () => {
    const all = await queue(admin);
    expect(all.items.map(short)).toEqual([
      'Quokka red_high_value 2026-11-12 nobody',
      'Kestrel falling_health 2026-11-17 both',
      'Kestrel meeting_outcome:open 2026-11-18 both',
      'Marmot stage 2026-10-16 nobody',
      'Marmot cadence:pulse 2026-11-08 nobody',
      'Kestrel recommendation:late 2026-09-30 both',
      'Kestrel recommendation:said 2026-10-31 manager',
      'Kestrel action_item:call 2026-11-22 manager',
      'Marmot override:2026-11-01 2026-11-29 nobody',
      'Kestrel renewal:support 2026-12-01 manager',
    ]);
    expect(all).toMatchObject({
      asOf: '2026-11-22',
      who: 'all',
      counts: { overdue: 7, today: 1, week: 1, later: 1 },
      mine: 0,
      all: 10,
      aside: 0,
      next: null,
    });
    expect(all.items[0]).toMatchObject({
      kind: 'red_high_value',
      why: 'High value, and at 20 in “At risk” for 12 days',
      when: '10 days overdue',
      mrr: 200_000,
      mark: null,
    });
    expect(all.kinds).toContainEqual({ kind: 'recommendation', count: 2 });
  });

  it('is everybody’s own of the companies that they see, or a colleague’s, or nobody’s', async () => {
    const own = await queue(manager);
    expect(own.who).toBe('mine');
    expect(own.items.map(({ id }) => id)).toEqual([
      'recommendation:said',
      'action_item:call',
      'renewal:support',
    ]);
    const seen = await queue(manager, 'who=all');
    expect(new Set(seen.items.map(({ company }) => company.id))).toEqual(new Set([kestrel]));
    expect(seen.all).toBe(6);
    expect((await queue(manager, 'owner=both')).items).toHaveLength(3);
    expect((await queue(manager, 'who=nobody')).items).toEqual([]);
    expect((await queue(admin, 'who=nobody')).items).toHaveLength(4);
    expect((await manager.get(`/work-queue?company=${marmot}`)).statusCode).toBe(404);
    expect((await queue(admin, `who=all&company=${marmot}&kind=override&kind=stage`)).items).toHaveLength(2);
    const soon = await queue(admin, 'who=all&urgency=today&urgency=week');
    expect(soon.items.map(({ id }) => id)).toEqual(['action_item:call', 'override:2026-11-01']);
    expect(soon.counts).toMatchObject({ overdue: 7, today: 1 });
    expect((await admin.get('/work-queue?kind=chore')).statusCode).toBe(400);
  });

  it('comes in pages', async () => {
    const first = await queue(admin, 'who=all&limit=7');
    const second = await queue(admin, `who=all&limit=7&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(short)).toEqual(
      (await queue(admin, 'who=all')).items.map(short),
    );
    expect([second.next, second.counts]).toEqual([null, first.counts]);
    expect((await admin.get('/work-queue?cursor=x')).statusCode).toBe(400);
  });

  it('puts off until a day, and takes that back', async () => {
    const { etag } = await item('renewal:support');
    const snooze = (until: string, tag?: string) =>
      act(manager, kestrel, 'renewal:support', 'snooze', { until }, tag);
    expect((await snooze('2026-11-22')).statusCode).toBe(422);
    expect((await snooze('2027-11-23')).statusCode).toBe(422);
    const snoozed = await snooze('2026-11-24', etag);
    expect(snoozed.json()).toMatchObject({
      mark: { state: 'snoozed', until: '2026-11-24', by: 'User manager' },
    });
    expect(snoozed.headers.etag).toBe(snoozed.json().etag);
    expect((await snooze('2026-11-25', etag)).statusCode).toBe(412);
    expect(await item('renewal:support')).toBeUndefined();
    expect((await item('renewal:support', 'who=all&aside=true')).mark).toMatchObject({ state: 'snoozed' });
    expect((await queue(manager)).aside).toBe(1);
    now = new Date('2026-11-24T12:00:00Z');
    expect((await item('renewal:support')).mark).toBeNull();
    now = new Date('2026-11-22T12:00:00Z');
    const path = `/companies/${kestrel}/work-queue/renewal%3Asupport/mark`;
    expect((await manager.delete(path)).statusCode).toBe(204);
    expect((await manager.delete(path)).statusCode).toBe(404);
    expect(await item('renewal:support')).toBeDefined();
  });

  it('is done until its cause changes: at 30 days the renewal is asked for again', async () => {
    expect((await act(manager, kestrel, 'renewal:support', 'done')).statusCode).toBe(200);
    now = new Date('2026-11-30T12:00:00Z');
    expect(await item('renewal:support')).toBeUndefined();
    now = new Date('2026-12-02T12:00:00Z');
    expect(await item('renewal:support')).toBeDefined();
    now = new Date('2026-11-22T12:00:00Z');
  });

  it('checks off an action item that is done with, and opens it again', async () => {
    const isDone = async () =>
      (await admin.get(`/action-items?done=true&company=${kestrel}`))
        .json()
        .items.map((one: { id: string }) => one.id);
    expect((await act(manager, kestrel, 'action_item:call', 'done')).json()).toMatchObject({
      mark: { state: 'done' },
    });
    expect(await isDone()).toEqual(['did', 'call']);
    expect(
      (await manager.delete(`/companies/${kestrel}/work-queue/action_item%3Acall/mark`)).statusCode,
    ).toBe(204);
    expect(await isDone()).toEqual(['did']);
    expect(await item('action_item:call')).toBeDefined();
  });

  it('dismisses with a reason only, on record in words', async () => {
    const dismiss = (client: Client, body: object) =>
      act(client, kestrel, 'recommendation:late', 'dismiss', body);
    expect((await dismiss(manager, {})).statusCode).toBe(400);
    expect((await dismiss(manager, { reason: '  ' })).statusCode).toBe(400);
    expect((await dismiss(viewer, { reason: 'No' })).statusCode).toBe(403);
    expect((await dismiss(manager, { reason: 'They move out in March' })).json()).toMatchObject({
      mark: { state: 'dismissed', reason: 'They move out in March' },
    });
    const activity = (await admin.get(`/companies/${kestrel}/activity`)).json().items;
    expect(activity[0]).toMatchObject({
      sentence: 'User manager dismissed the work item Recommendation: Second line',
      changes: [{ label: 'reason', after: 'They move out in March' }],
    });
  });

  it('does nothing about what is not to be done, or at a company that one does not see', async () => {
    expect((await act(manager, kestrel, 'recommendation:no', 'done')).statusCode).toBe(404);
    expect((await act(manager, marmot, 'stage', 'done')).statusCode).toBe(404);
    expect((await act(admin, marmot, 'stage', 'done', undefined, '"old"')).statusCode).toBe(412);
  });
});
