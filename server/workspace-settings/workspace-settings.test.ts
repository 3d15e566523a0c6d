import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { loadPortfolio } from '../portfolio/load.ts';
import { contentOf } from '../portfolio/test-world.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';

const now = new Date('2026-11-22T23:30:00Z');

const rows = {
  users: [
    { key: 'dana', name: 'Dana Reyes', email: 'dana@northwind.example', role: 'admin' },
    { key: 'lee', name: 'Lee Park', email: 'lee@northwind.example', role: 'admin' },
    { key: 'sam', name: 'Sam Ito', email: 'sam@northwind.example', role: 'member' },
    { key: 'vic', name: 'Vic Roy', email: 'vic@northwind.example', role: 'viewer' },
  ],
  companies: [
    { key: 'acme', name: 'Acme', employees_override: 10 },
    { key: 'birch', name: 'Birch', employees_override: 20 },
  ],
  security_groups: [
    { key: 'all', name: 'All companies', all_companies: true },
    { key: 'east', name: 'East', all_companies: false },
  ],
  security_group_companies: [{ security_group: 'east', company: 'acme' }],
  security_group_users: [
    ...['dana', 'sam', 'vic'].map((user) => ({ security_group: 'all', user })),
    { security_group: 'east', user: 'lee' },
  ],
  contracts: [
    { key: 'a', company: 'acme', name: 'Managed', amount: 100_000, currency: null },
    { key: 'b', company: 'birch', name: 'Office', amount: 64_000, currency: 'EUR' },
  ],
  stack_items: [{ key: 'mfa', name: 'Multi-factor sign-in', tags: [] }],
  alignments: [{ company: 'acme', stack_item: 'mfa', applicable: true, alignment: 70 }],
  recommendations: [
    { key: 'r1', company: 'acme', title: 'Mail', status: 'Planned' },
    { key: 'r2', company: 'birch', title: 'Backup', status: 'On Hold' },
    { key: 'r3', company: 'birch', title: 'Phones', status: null },
  ],
  recommendation_lines: [{ key: 'l2', recommendation: 'r2', company: 'birch', stack_item: 'mfa', mrr: 5000 }],
};

onBothEngines('workspace settings', (engine) => {
  let server: TestServer;
  let workspace: string;
  let dana: Client;
  /** An admin whose security group holds Acme alone. */
  let lee: Client;
  let others: Client[];

  beforeAll(async () => {
    server = await openTestServer(engine.database, { now: () => now });
  });
  beforeEach(async () => {
    await engine.database.pool.query('truncate workspaces cascade');
    workspace = await addWorkspace(engine.database, 'Northwind IT', rows);
    const client = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [dana, lee] = [await client('dana'), await client('lee')];
    others = [await client('sam'), await client('vic')];
  });
  afterAll(() => server.close());

  const settings = async (client = dana): Promise<WorkspaceSettings> => {
    const answer = await client.get('/workspace-settings');
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  };
  const change = async (body: object, status = 200) => {
    const answer = await dana.patch('/workspace-settings', body);
    expect([answer.statusCode, body], answer.body).toEqual([status, body]);
    return answer.json();
  };
  const last = async () => (await dana.get('/activity?limit=1')).json().items[0];

  it('are the defaults until somebody sets them', async () => {
    expect(await settings()).toMatchObject({
      name: 'Northwind IT',
      currency: 'USD',
      exchangeRates: [],
      currencies: [{ currency: 'EUR', contracts: 1 }],
      timeZone: 'UTC',
      asOf: null,
      today: '2026-11-22',
      effortMidpoint: 50,
      valueMidpoint: null,
      medians: { total: 50_000, perSeat: 5000 },
      alignmentBands: [{ name: 'Not aligned', from: 0 }, { from: 34 }, { from: 67 }],
      alignmentStaleAfterDays: 180,
      recommendationStatuses: [
        { name: 'Proposed', recommendations: 1 },
        { name: 'Planned', recommendations: 1 },
        { name: 'In Progress', recommendations: 0 },
        { name: 'On Hold', recommendations: 1 },
        { name: 'Completed', recommendations: 0 },
        { name: 'Declined', recommendations: 0 },
      ],
    });
  });

  it('are saved together, at once in every figure, and recorded in words', async () => {
    const saved = await change({
      name: 'Northwind',
      exchangeRates: [{ currency: 'EUR', rate: '1.25' }],
      timeZone: 'Europe/Berlin',
      effortMidpoint: 40.5,
      valueMidpoint: 90_000,
      alignmentStaleAfterDays: 90,
      segments: [{ quadrant: 'high_value_low_effort', name: 'Stars', description: null }],
      alignmentBands: [
        { name: 'Aligned', from: 71, color: '#009E73' },
        { name: 'Not aligned', from: 0, color: '#D55E00' },
      ],
    });
    expect(saved).toEqual(await settings());
    expect(saved).toMatchObject({
      today: '2026-11-23',
      medians: { total: 90_000, perSeat: 7000 },
      segments: [
        { name: 'Stars', description: 'High value, low effort: keep them, and learn from them.' },
        { name: 'Meet most often' },
        { name: 'Risk of silent churn' },
        { name: 'Reprice or reduce effort' },
      ],
      alignmentBands: [{ name: 'Not aligned' }, { name: 'Aligned', from: 71 }],
    });
    expect((await dana.get('/companies/birch')).json().mrr).toBe(80_000);
    expect((await dana.get('/me')).json().workspace).toMatchObject({ name: 'Northwind', asOf: '2026-11-23' });
    expect((await dana.get('/dashboard')).json()).toMatchObject({
      segments: { valueMidpoint: 90_000, effortMidpoint: 40.5, quadrants: [{ name: 'Stars' }, {}, {}, {}] },
      stackAlignment: [{ aligned: 0 }],
    });
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
    const { sentence, changes } = await last();
    expect(sentence).toBe(
      'Dana Reyes set name of the workspace settings from Northwind IT to Northwind, exchange rates from none to EUR 1.25, time zone from UTC to Europe/Berlin and 5 more',
    );
    expect(changes.slice(3).map((it: Record<string, unknown>) => [it.label, it.before, it.after])).toEqual([
      ['effort midpoint', '50', '40.5'],
      ['value midpoint', 'the median', '$900.00'],
      [
        'segments',
        'Most profitable (High value, low effort: keep them, and learn from them.)',
        'Stars (High value, low effort: keep them, and learn from them.)',
      ],
      [
        'alignment bands',
        'Partly aligned from 34 (#F0E442), Aligned from 67 (#009E73)',
        'Aligned from 71 (#009E73)',
      ],
      ['days until an alignment is stale', '180', '90'],
    ]);
    const before = (await last()).id;
    await change({ name: 'Northwind', alignmentStaleAfterDays: 90 });
    expect((await last()).id).toBe(before);
  });

  it('hold a fixed day until it is taken away', async () => {
    expect(await change({ asOf: '2025-01-31' })).toMatchObject({ asOf: '2025-01-31', today: '2026-11-22' });
    expect((await dana.get('/dashboard')).json().asOf).toBe('2025-01-31');
    expect((await last()).sentence).toBe(
      'Dana Reyes set “today” of the workspace settings from the real day to 2025-01-31',
    );
    await change({ asOf: null });
    expect((await dana.get('/dashboard')).json().asOf).toBe('2026-11-22');
  });

  it('take another currency with what the others are worth in it', async () => {
    await change({ exchangeRates: [{ currency: 'EUR', rate: '1.25' }] });
    const refused = await change({ currency: 'EUR' }, 422);
    expect(refused.error.message).toContain('what currencies are worth in USD');
    await change({ currency: 'EUR', exchangeRates: [{ currency: 'EUR', rate: '1' }] }, 422);
    await change({ currency: 'EUR', exchangeRates: [{ currency: 'USD', rate: '0.8' }] });
    expect((await dana.get('/dashboard')).json().currency).toBe('EUR');
    const mrr = async (id: string) => (await dana.get(`/companies/${id}`)).json().mrr;
    expect([await mrr('acme'), await mrr('birch')]).toEqual([100_000, 64_000]);
  });

  it('carry recommendations along to a new name, and ask for a replacement of what goes away', async () => {
    const { recommendationStatuses: present } = await settings();
    const as = (name: string, was: string | null = name) => ({
      name,
      was,
      state: present.find((status) => status.name === was)?.state ?? 'not_started',
      color: null,
    });
    const kept = ['Proposed', 'In Progress', 'Completed', 'Declined'].map((name) => as(name));
    const refused = await change({ recommendationStatuses: [as('Agreed', 'Planned'), ...kept] }, 422);
    expect(refused.error.message).toBe('The status "On Hold" is in use; say which one takes its place.');
    await change({
      recommendationStatuses: [as('Agreed', 'Planned'), ...kept],
      replacedStatuses: [{ status: 'On Hold', by: 'Declined' }],
    });
    const statusOf = async (company: string) =>
      (await dana.get(`/companies/${company}/recommendations`))
        .json()
        .items.map((it: Record<string, unknown>) => [it.id, it.status]);
    expect(await statusOf('acme')).toEqual([['r1', 'Agreed']]);
    // r3 names no status: it stays what it was, though another comes first now
    expect(await statusOf('birch')).toEqual([
      ['r3', 'Proposed'],
      ['r2', 'Declined'],
    ]);
    expect((await settings()).recommendationStatuses).toMatchObject([
      { name: 'Agreed', recommendations: 1 },
      { name: 'Proposed', recommendations: 1 },
      { name: 'In Progress' },
      { name: 'Completed' },
      { name: 'Declined', recommendations: 1 },
    ]);
    expect((await dana.get('/companies/birch')).json().mrrOpportunity).toBe(0);
    const { changes } = await last();
    expect(changes.slice(1).map((it: Record<string, unknown>) => [it.label, it.after])).toEqual([
      ['statuses called otherwise', 'Planned → Agreed'],
      ['statuses replaced', 'On Hold → Declined'],
    ]);
    const told = (await dana.get('/companies/birch/activity')).json().items;
    expect(told.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Dana Reyes set status of the recommendation Backup from On Hold to Declined',
    ]);
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
  });

  it('swap the names of two statuses', async () => {
    const { recommendationStatuses: present } = await settings();
    const swapped = new Map([
      ['Planned', 'On Hold'],
      ['On Hold', 'Planned'],
    ]);
    await change({
      recommendationStatuses: present.map(({ name, state, color }) => ({
        name: swapped.get(name) ?? name,
        was: name,
        state,
        color,
      })),
    });
    const { rows: stored } = await sql<{ status: string | null }>`
      select status from recommendations order by key`.execute(engine.database.kysely);
    expect(stored.map(({ status }) => status)).toEqual(['On Hold', 'Planned', null]);
  });

  it('do not overwrite what another admin has saved meanwhile', async () => {
    const { etag } = await settings(lee);
    await change({ effortMidpoint: 60 });
    const late = await lee.patch('/workspace-settings', { effortMidpoint: 70 }, { 'if-match': etag });
    expect([late.statusCode, late.json().error.message]).toEqual([
      412,
      'Dana Reyes has changed this since you read it.',
    ]);
    expect(late.json().error.details.current).toEqual(await settings(lee));
    const again = await lee.patch(
      '/workspace-settings',
      { effortMidpoint: 70 },
      { 'if-match': late.json().error.details.etag },
    );
    expect([again.statusCode, again.json().effortMidpoint]).toEqual([200, 70]);
  });

  it('count only what an admin sees, and do what is asked for every company', async () => {
    expect(await settings(lee)).toMatchObject({
      currencies: [],
      medians: { total: 50_000 },
      recommendationStatuses: [
        { recommendations: 0 },
        { recommendations: 1 },
        {},
        { recommendations: 0 },
        {},
        {},
      ],
    });
    const { recommendationStatuses: present } = await settings(lee);
    const answer = await lee.patch('/workspace-settings', {
      recommendationStatuses: present.map(({ name, state, color }) => ({
        name: name === 'On Hold' ? 'Waiting' : name,
        was: name,
        state,
        color,
      })),
    });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.body).not.toContain('irch');
    expect((await settings()).recommendationStatuses[3]).toMatchObject({
      name: 'Waiting',
      recommendations: 1,
    });
  });

  const band = (name: string, from: number, color = '#009E73') => ({ name, from, color });
  it.each<[object, number, string]>([
    [{ name: '  ' }, 400, 'name'],
    [{ currency: 'usd' }, 400, 'ISO 4217'],
    [{ timeZone: 'Mars/Olympus' }, 400, 'time zone'],
    [{ asOf: '2026-02-30' }, 400, 'a date'],
    [{ effortMidpoint: 101 }, 400, 'from 0 to 100'],
    [{ effortMidpoint: '50' }, 400, 'a number'],
    [{ valueMidpoint: -1 }, 400, 'whole cents'],
    [{ valueMidpoint: 0.5 }, 400, 'whole cents'],
    [{ alignmentStaleAfterDays: 1.5 }, 400, 'whole number of days'],
    [{ exchangeRates: [{ currency: 'EUR', rate: '0' }] }, 400, 'above 0'],
    [{ exchangeRates: [{ currency: 'EUR', rate: '-1' }] }, 400, 'above 0'],
    [{ exchangeRates: [{ currency: 'EUR', rate: '1e3' }] }, 400, 'a number such as'],
    [{ exchangeRates: [{ currency: 'USD', rate: '1' }] }, 422, 'own currency'],
    [{ exchangeRates: [1, 2].map((rate) => ({ currency: 'EUR', rate: String(rate) })) }, 422, 'stands twice'],
    [{ alignmentBands: [] }, 400, 'alignmentBands'],
    [{ alignmentBands: [band('Low', 1)] }, 422, 'No band begins at 0'],
    [{ alignmentBands: [band('Low', 0), band('Low', 2)] }, 422, 'Two bands are called'],
    [{ alignmentBands: [band('Low', 0, 'red')] }, 400, 'a colour such as'],
    [{ segments: [{ quadrant: 'best', name: 'x', description: null }] }, 400, 'quadrant'],
    [
      { recommendationStatuses: [{ name: 'Won', was: null, state: 'completed', color: null }] },
      422,
      'not started',
    ],
    [{ replacedStatuses: [{ status: 'Planned', by: 'Proposed' }] }, 422, 'No status goes away'],
    [{ minimumCoverage: 5 }, 400, 'no field of this name'],
  ])('refuse %j', async (body, status, words) => {
    const before = [await settings(), await last()];
    expect(JSON.stringify(await change(body, status))).toContain(words);
    expect([await settings(), await last()]).toEqual(before);
  });

  it('are the admins’ to see and to change', async () => {
    for (const client of others) {
      expect((await client.get('/workspace-settings')).statusCode).toBe(403);
      expect((await client.patch('/workspace-settings', { name: 'Mine' })).statusCode).toBe(403);
    }
    expect((await settings()).name).toBe('Northwind IT');
  });
});
