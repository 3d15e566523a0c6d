import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  MetricChange,
  MetricDefinitions,
  MetricDefinitionsChange,
} from '../../contract/metric-definitions.ts';
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
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const kestrel = COMPANIES.own.id;
const marmot = COMPANIES.other.id;

onBothEngines('the metrics and bands of a workspace', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let other: Client;
  const now = new Date('2026-11-22T12:00:00Z');

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database, { now: () => now });
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, other] = [await keyOf('admin'), await keyOf('removed')];
  });
  afterAll(() => server.close());

  type Kind = 'health' | 'effort';
  async function read(kind: Kind = 'health'): Promise<MetricDefinitions> {
    const answer = await admin.get(`/metrics/${kind}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }
  const put = (body: object, headers: Record<string, string> = {}, kind: Kind = 'health', client = admin) =>
    client.send({ method: 'PUT', url: `/metrics/${kind}`, payload: body, headers });

  /** What is stored, as it would be sent to stay so. */
  function asIs({ metrics, bands, minimumCoverage }: MetricDefinitions) {
    return {
      metrics: metrics.map(({ order: _, scores: __, highest: ___, ...metric }): MetricChange => metric),
      bands: bands.map((band) => ({ ...band, was: null as string | null })),
      minimumCoverage,
    };
  }
  async function saved(
    change: (it: ReturnType<typeof asIs>) => MetricDefinitionsChange,
    kind: Kind = 'health',
  ) {
    const before = await read(kind);
    const answer = await put(change(asIs(before)), { 'if-match': before.etag }, kind);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers.etag).toBe(answer.json().etag);
    expect(await read(kind)).toEqual(answer.json());
    return answer.json() as MetricDefinitions;
  }
  const withMetric = (it: ReturnType<typeof asIs>, id: string, change: object) => ({
    ...it,
    metrics: it.metrics.map((metric) =>
      metric.id === id ? ({ ...metric, ...change } as MetricChange) : metric,
    ),
  });

  async function events() {
    const { rows } = await sql<{
      action: string;
      subject: string;
      before: object;
      after: object;
      version: number;
    }>`
      select action, subject, before, after, definitions_version as version from audit_events
      where company is null and action <> 'create API key' order by id`.execute(engine.database.kysely);
    return rows;
  }
  const score = (company: string, metric: string, points: number, kind: Kind = 'health') =>
    admin.send({
      method: 'PUT',
      url: `/companies/${company}/metrics/${kind}/${metric}`,
      payload: { points },
    });
  const healthOf = async (company: string) =>
    (await admin.get(`/companies/${company}/metrics/health`)).json();

  it('begin as the built-in ones, and stay so while nothing is changed', async () => {
    const begun = await read();
    expect(begun).toMatchObject({ kind: 'health', builtIn: true, changed: null, minimumCoverage: '0' });
    expect(begun.metrics.map(({ name, scores, retired }) => [name, scores, retired])).toEqual([
      ['Sentiment', 0, false],
      ['CSAT', 0, false],
      ['Org', 0, false],
      ['Renewals', 0, false],
    ]);
    const again = await saved((it) => it);
    expect(again).toEqual(begun);
    expect(await events()).toEqual([]);
    expect(await read('effort')).toMatchObject({
      minimumCoverage: null,
      metrics: [{ id: 'segment-effort' }],
    });
  });

  it('become rows with the first change of one, which is recorded in words with its version', async () => {
    const { version } = await read();
    const changed = await saved((it) => withMetric(it, 'csat', { weight: '2.50', staleAfterDays: 30 }));
    expect(changed).toMatchObject({
      builtIn: false,
      version: version + 1,
      changed: { by: { id: 'admin', name: 'User admin' }, version: version + 1 },
    });
    expect(changed.metrics[1]).toMatchObject({ name: 'CSAT', weight: '2.5', staleAfterDays: 30 });
    expect((await events()).map(({ action, version: its }) => [action, its])).toEqual([
      ['create health metrics', version + 1],
      ['update health metric', version + 1],
    ]);
    const { items } = (await admin.get('/activity')).json();
    expect(items[0]).toMatchObject({
      sentence:
        'User admin set weight of the health metric CSAT from 1 to 2.5 and days until stale from never to 30',
      definitionsVersion: version + 1,
    });
  });

  it('retire without losing a company’s points, and come back with them', async () => {
    await score(kestrel, 'sentiment', 8);
    await score(kestrel, 'org', 2);
    expect((await healthOf(kestrel)).score).toBe(50);
    await saved((it) => withMetric(it, 'org', { retired: true }));
    const without = await healthOf(kestrel);
    expect([without.score, without.parts.map((part: { metric: { id: string } }) => part.metric.id)]).toEqual([
      80,
      ['sentiment', 'csat', 'renewals'],
    ]);
    expect((await score(kestrel, 'org', 9)).statusCode).toBe(404);
    expect((await events()).at(-1)).toMatchObject({ action: 'retire health metric', subject: 'org' });
    const { items } = (await admin.get('/activity')).json();
    expect(items[0].sentence).toBe('User admin retired the health metric Org');

    const stored = await read();
    expect(stored.metrics[2]).toMatchObject({ id: 'org', retired: true, scores: 1, highest: '2' });
    const left = asIs(stored);
    const lost = await put({ ...left, metrics: left.metrics.filter(({ id }) => id !== 'org') });
    expect([lost.statusCode, lost.json().error.message]).toEqual([
      409,
      '1 company has points of "Org". Retire it instead.',
    ]);
    await saved((it) => withMetric(it, 'org', { retired: false }));
    expect((await healthOf(kestrel)).score).toBe(50);
    expect((await events()).at(-1)).toMatchObject({ action: 'restore health metric' });
  });

  it('are added in every kind, put in order, and deleted while nobody has points', async () => {
    const fresh = {
      description: null,
      icon: 'ticket',
      maxScore: '5',
      weight: '1',
      staleAfterDays: null,
      retired: false,
      id: null,
    };
    const added = await saved(
      (it) => ({
        ...it,
        metrics: [
          ...it.metrics,
          {
            ...fresh,
            name: 'Tickets',
            kind: 'computed',
            fact: 'employees',
            bands: [
              { upTo: '10', points: '0' },
              { upTo: null, points: '5' },
            ],
          },
          { ...fresh, name: 'Review', kind: 'assessment', template: 'NIST' },
          { ...fresh, name: 'Travel', kind: 'custom', choices: [{ points: '5', label: 'Far' }] },
        ],
      }),
      'effort',
    );
    expect(added.metrics.map(({ id, order }) => [id, Number(order)])).toEqual([
      ['segment-effort', 1],
      ['tickets', 2],
      ['review', 3],
      ['travel', 4],
    ]);
    const effort = (await admin.get(`/companies/${marmot}/metrics/effort`)).json();
    expect(effort.score).toBe(100);
    const reversed = await saved((it) => ({ ...it, metrics: [...it.metrics].reverse() }), 'effort');
    expect(reversed.metrics.map(({ id }) => id)).toEqual(['travel', 'review', 'tickets', 'segment-effort']);
    expect((await events()).at(-1)).toMatchObject({
      action: 'reorder effort metrics',
      before: { order: ['Segment Effort', 'Tickets', 'Review', 'Travel'] },
      after: { order: ['Travel', 'Review', 'Tickets', 'Segment Effort'] },
    });
    const fewer = await saved(
      (it) => ({ ...it, metrics: it.metrics.filter(({ id }) => id !== 'review') }),
      'effort',
    );
    expect(fewer.metrics.map(({ id }) => id)).toEqual(['travel', 'tickets', 'segment-effort']);
    expect((await events()).at(-1)).toMatchObject({
      action: 'delete effort metric',
      before: { name: 'Review' },
    });
  });

  it('let overrides and saved views go along with the names of bands', async () => {
    const override = (company: string, status: string) =>
      admin.send({
        method: 'PUT',
        url: `/companies/${company}/health-override`,
        payload: { status, reason: 'Quiet', expiresOn: '2026-12-31' },
      });
    await override(kestrel, 'At risk');
    await override(marmot, 'Needs attention');
    await other.post('/saved-views', {
      name: 'Red',
      search: 'health=At+risk&health=Needs+attention&tag=Standard',
    });
    const { bands } = await saved((it) => ({
      ...it,
      bands: it.bands.map((band) =>
        band.name === 'At risk' ? { ...band, name: 'In danger', was: 'At risk' } : band,
      ),
      minimumCoverage: '10',
    }));
    expect(bands.map(({ name, from }) => [name, from])).toEqual([
      ['In danger', '0'],
      ['Needs attention', '50'],
      ['Satisfactory', '75'],
    ]);
    expect((await healthOf(kestrel)).status).toMatchObject({ name: 'In danger', source: 'override' });
    expect((await events()).slice(-2)).toMatchObject([
      {
        action: 'update health band',
        subject: 'At risk',
        before: { name: 'At risk' },
        after: { name: 'In danger' },
      },
      { action: 'update health settings', before: { minimumCoverage: 0 }, after: { minimumCoverage: 10 } },
    ]);
    const views = (await other.get('/saved-views')).json().items;
    expect(views[0].search).toBe('tag=Standard&health=In+danger&health=Needs+attention');

    await saved((it) => ({ ...it, bands: it.bands.filter(({ name }) => name !== 'Needs attention') }));
    expect((await healthOf(marmot)).status).toMatchObject({ name: 'In danger', source: 'override' });
    expect((await other.get('/saved-views')).json().items[0].search).toBe('tag=Standard&health=In+danger');
    expect((await admin.get('/dashboard?health=Needs+attention')).statusCode).toBe(400);
  });

  it('tell the slower of two administrators who was faster, and keep what that one did', async () => {
    const { etag, version } = await read();
    const body = (weight: string) => async () => withMetric(asIs(await read()), 'renewals', { weight });
    const bodies = [await body('3')(), await body('4')()];
    const answers = await Promise.all(
      bodies.map((it, i) => put(it, { 'if-match': etag }, 'health', i === 0 ? admin : other)),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    const late = answers.find((answer) => answer.statusCode === 412)!.json().error;
    const winner = answers[0]!.statusCode === 200 ? ['admin', '3'] : ['removed', '4'];
    expect(late.message).toBe(`User ${winner[0]} has changed this since you read it.`);
    expect(late.details.changed).toMatchObject({ by: { id: winner[0] }, version: version + 1 });
    expect(late.details.current.metrics.at(-1)).toMatchObject({ id: 'renewals', weight: winner[1] });
    expect(await read()).toMatchObject({ version: version + 1, etag: late.details.etag });
  });

  it.each<[string, (it: ReturnType<typeof asIs>) => object, number, string]>([
    ['no metric', (it) => ({ ...it, metrics: [] }), 400, 'at least one metric'],
    ['no band', (it) => ({ ...it, bands: [] }), 400, 'at least one band'],
    [
      'a metric that there is not',
      (it) => withMetric(it, 'csat', { id: 'ghost' }),
      422,
      'There is no metric',
    ],
    [
      'another kind',
      (it) => withMetric(it, 'org', { kind: 'csat', choices: undefined }),
      422,
      'of the kind custom',
    ],
    ['a maximum of 0', (it) => withMetric(it, 'org', { maxScore: '0' }), 422, 'must be above 0'],
    [
      'a maximum below given points',
      (it) => withMetric(it, 'sentiment', { maxScore: '7' }),
      422,
      'has 8 points',
    ],
    ['a negative weight', (it) => withMetric(it, 'org', { weight: '-1' }), 400, 'of at least 0'],
    ['a weight that is a number', (it) => withMetric(it, 'org', { weight: 1 }), 400, 'metrics.2.weight'],
    [
      'a fact nobody knows',
      (it) => ({ ...it, metrics: [{ ...it.metrics[0], kind: 'computed', fact: 'luck', bands: [] }] }),
      400,
      'fact',
    ],
    ['a field too many', (it) => withMetric(it, 'org', { colour: 'red' }), 400, 'no field of this name'],
    [
      'a first band above 0',
      (it) => ({ ...it, bands: [{ ...it.bands[0], from: '5' }] }),
      422,
      'Band 1: The first band starts at 0',
    ],
    [
      'two bands of one name',
      (it) => ({ ...it, bands: [it.bands[0], { ...it.bands[0], from: '5' }] }),
      422,
      'Another band has this name',
    ],
    [
      'a band that was none',
      (it) => ({ ...it, bands: [{ ...it.bands[0], name: 'X', was: 'Y' }] }),
      422,
      'There is no band',
    ],
    ['a coverage above 100', (it) => ({ ...it, minimumCoverage: '100.5' }), 422, 'at most 100'],
  ])('refuse %s', async (_, change, status, words) => {
    const before = await read();
    const answer = await put(change(asIs(before)));
    expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(words)]);
    expect(await read()).toEqual(before);
  });

  it('know a minimum coverage for health alone', async () => {
    const answer = await put({ ...asIs(await read('effort')), minimumCoverage: '10' }, {}, 'effort');
    expect(answer.statusCode).toBe(422);
  });

  it('are the administrators’ alone', async () => {
    const body = asIs(await read());
    for (const user of ['both', 'viewer']) {
      const client = server.withKey(await giveKey(engine.database, workspace, user));
      expect((await client.get('/metrics/health')).statusCode).toBe(403);
      expect((await put(body, {}, 'health', client)).statusCode).toBe(403);
    }
  });

  it('raise the version with whatever else holds for all companies, and with nothing else', async () => {
    const { version } = await read();
    await admin.patch('/stack-items/mfa', { weight: 3 });
    expect((await read()).version).toBe(version + 1);
    expect((await events()).at(-1)).toMatchObject({ action: 'update stack item', version: version + 1 });
    await score(marmot, 'sentiment', 3);
    await admin.patch(`/companies/${marmot}/profile`, { industry: 'Law' });
    expect((await read()).version).toBe(version + 1);
    await sql`update workspaces set effort_midpoint = 40 where id = ${workspace}`.execute(
      engine.database.kysely,
    );
    expect((await read()).version).toBe(version + 2);
  });

  it('bring the portfolio in memory to what a fresh one says', async () => {
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
  });
});
