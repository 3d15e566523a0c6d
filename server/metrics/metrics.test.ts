import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompanyMetrics, MetricCard } from '../../contract/metrics.ts';
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

onBothEngines('metric scores and overrides', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let both: Client;
  let viewer: Client;
  let now = new Date('2026-11-22T12:00:00Z');

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database, { now: () => now });
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, both, viewer] = [await keyOf('admin'), await keyOf('both'), await keyOf('viewer')];
  });
  afterAll(() => server.close());

  const put = (client: Client, url: string, payload: object, headers: Record<string, string> = {}) =>
    client.send({ method: 'PUT', url, payload, headers });

  async function metrics(client: Client, kind: 'health' | 'effort', company: string = kestrel) {
    const answer = await client.get(`/companies/${company}/metrics/${kind}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json() as CompanyMetrics;
  }

  function card({ parts }: CompanyMetrics, id: string): MetricCard {
    return parts.find((part) => part.metric.id === id)!;
  }

  async function events() {
    const { rows } = await sql<{
      actor: string;
      action: string;
      company: string | null;
      subject: string | null;
      before: unknown;
      after: unknown;
    }>`select actor, action, company, subject, before, after from audit_events order by id`.execute(
      engine.database.kysely,
    );
    return rows;
  }

  it('begin as the built-in metrics, which become rows once, however many score them at once', async () => {
    const before = await metrics(both, 'health');
    expect(before).toMatchObject({ score: null, coverage: 0, band: { name: 'No score' } });
    expect(before.parts.map((part) => [part.metric.name, part.value, part.etag])).toEqual([
      ['Sentiment', null, '"unset"'],
      ['CSAT', null, '"unset"'],
      ['Org', null, '"unset"'],
      ['Renewals', null, '"unset"'],
    ]);
    const answers = await Promise.all([
      put(both, `/companies/${kestrel}/metrics/health/sentiment`, { points: 8, note: 'Happy' }),
      put(both, `/companies/${marmot}/metrics/health/org`, { points: 2.5 }),
      put(admin, `/companies/${COMPANIES.unassigned.id}/metrics/health/sentiment`, { points: 0 }),
      put(admin, `/companies/${kestrel}/metrics/effort/segment-effort`, { points: 4 }),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200]);
    const { rows } = await sql`select key, name, max_score, weight, kind, "order", choices from health_metrics
      order by "order"`.execute(engine.database.kysely);
    expect(rows).toMatchObject([
      { key: 'sentiment', name: 'Sentiment', max_score: '10', weight: '1', kind: 'custom', choices: null },
      { key: 'csat', kind: 'csat' },
      { key: 'org', kind: 'custom' },
      { key: 'renewals', kind: 'custom', order: '4' },
    ]);
    const actions = (await events()).map((event) => event.action);
    expect(actions.filter((action) => action.endsWith(' metrics')).sort()).toEqual([
      'create effort metrics',
      'create health metrics',
    ]);
    const page = await metrics(both, 'health');
    expect(page).toMatchObject({ score: 80, coverage: 0.25, band: { name: 'Satisfactory' } });
    expect(card(page, 'sentiment')).toMatchObject({
      points: 8,
      share: 0.8,
      contribution: 80,
      date: '2026-11-22',
      ageDays: 0,
      setBy: { id: 'both', name: 'User both' },
      note: 'Happy',
    });
  });

  it('keep the note that is left out, and record what was before', async () => {
    await put(both, `/companies/${kestrel}/metrics/health/sentiment`, { points: 6 });
    expect(card(await metrics(viewer, 'health'), 'sentiment')).toMatchObject({ points: 6, note: 'Happy' });
    expect((await events()).at(-1)).toEqual({
      actor: 'both',
      action: 'set health score',
      company: kestrel,
      subject: 'sentiment',
      before: { points: 8 },
      after: { points: 6 },
    });
    const recorded = (await events()).length;
    await put(admin, `/companies/${kestrel}/metrics/health/sentiment`, { points: 6 });
    expect((await events()).length).toBe(recorded);
  });

  it('keep what two set at once: the second is told who was first, and of what', async () => {
    const { etag } = card(await metrics(both, 'health'), 'sentiment');
    const url = `/companies/${kestrel}/metrics/health/sentiment`;
    const answers = await Promise.all(
      [both, admin].map((client, i) => put(client, url, { points: 9 + i }, { 'if-match': etag })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    const winner = answers[0]!.statusCode === 200 ? 'both' : 'admin';
    const { message, details } = answers.find((answer) => answer.statusCode === 412)!.json().error;
    expect(message).toBe(`User ${winner} has changed this since you read it.`);
    expect(details.current).toMatchObject({ points: winner === 'both' ? 9 : 10, etag: details.etag });
    expect(details.changed).toEqual({
      by: { id: winner, name: `User ${winner}` },
      at: expect.stringMatching(/^20.*Z$/),
    });
    const again = await put(both, url, { points: 1 }, { 'if-match': details.etag });
    expect(again.statusCode, again.body).toBe(200);
  });

  it.each([
    ['health/sentiment', { points: 10.5 }, 422, 'at most 10, the maxScore of \\"Sentiment\\"'],
    [
      'health/sentiment',
      { points: -1 },
      400,
      'Field \\"points\\" is -1; expected a number such as 7.5, of at least 0',
    ],
    ['health/sentiment', { points: 1e21 }, 400, 'expected a number such as 7.5'],
    ['health/sentiment', { points: '8' }, 400, '\\"points\\" is \\"8\\"; expected a number'],
    ['health/sentiment', {}, 400, 'points'],
    ['health/sentiment', { points: 1, note: '' }, 400, 'some text, or null for none'],
    ['health/sentiment', { points: 1, note: 'a\0b' }, 400, 'at most 100,000 characters and no NUL'],
    ['health/sentiment', { points: 1, note: 'x'.repeat(100_001) }, 400, 'at most 100,000 characters'],
    ['health/sentiment', { points: 1, note: 'x'.repeat(1_000_000) }, 413, 'too large'],
    ['health/csat', { points: 5 }, 422, 'only a custom metric is set by hand'],
    ['health/unknown', { points: 5 }, 404, 'There is no health metric \\"unknown\\".'],
    ['wealth/sentiment', { points: 5 }, 400, 'kind'],
  ])('refuse %s: case %#', async (metric, body, status, words) => {
    const before = await metrics(both, 'health');
    const answer = await put(both, `/companies/${kestrel}/metrics/${metric}`, body);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.body).toContain(words);
    expect(await metrics(both, 'health')).toEqual(before);
  });

  it('keep any text of a note as it was typed', async () => {
    const note = '<script>alert(1)</script>\n=HYPERLINK("x") 👩🏽‍🚀 שלום \u202eevil';
    await put(both, `/companies/${kestrel}/metrics/health/sentiment`, { points: 7, note });
    expect(card(await metrics(both, 'health'), 'sentiment').note).toBe(note);
  });

  it('are cleared, which may be done again', async () => {
    await put(both, `/companies/${kestrel}/metrics/health/org`, { points: 3, note: 'Two of three' });
    const url = `/companies/${kestrel}/metrics/health/org`;
    for (const _ of [1, 2]) {
      const answer = await both.delete(url);
      expect(answer.statusCode, answer.body).toBe(200);
      expect(card(answer.json(), 'org')).toMatchObject({ value: null, note: null, etag: '"unset"' });
    }
    expect((await events()).at(-1)).toMatchObject({
      action: 'clear health score',
      before: { points: 3, note: 'Two of three', setOn: '2026-11-22' },
      after: null,
    });
  });

  it('are set by those who may, where they may', async () => {
    for (const [url, body] of [
      [`/companies/${kestrel}/metrics/health/org`, { points: 1 }],
      [`/companies/${kestrel}/health-override`, { status: 'At risk', reason: 'x', expiresOn: '2026-12-01' }],
    ] as const) {
      expect((await put(viewer, url, body)).statusCode).toBe(403);
      expect((await viewer.delete(url)).statusCode).toBe(403);
      const unseen = url.replace(kestrel, COMPANIES.unassigned.id);
      expect((await put(both, unseen, body)).statusCode).toBe(404);
      expect((await both.delete(unseen)).statusCode).toBe(404);
    }
    expect((await both.get(`/companies/${COMPANIES.unassigned.id}/metrics/health`)).statusCode).toBe(404);
  });

  it('show a status that was set by hand beside the score, until it is ended', async () => {
    const url = `/companies/${kestrel}/health-override`;
    const body = { status: 'At risk', reason: 'Their owner is leaving', expiresOn: '2026-12-31' };
    const set = await put(both, url, body, { 'if-match': '"unset"' });
    expect(set.statusCode, set.body).toBe(200);
    const page: CompanyMetrics = set.json();
    expect(page).toMatchObject({
      score: 70,
      band: { name: 'At risk' },
      status: {
        source: 'override',
        withoutOverride: { name: 'Needs attention' },
        override: { ...body, setOn: '2026-11-22', setBy: { id: 'both', name: 'User both' } },
      },
    });
    const late = await put(admin, url, body, { 'if-match': '"unset"' });
    expect(late.statusCode).toBe(412);
    expect(late.json().error.details).toMatchObject({
      current: { override: body, etag: page.status!.etag },
      changed: { by: { id: 'both' } },
    });

    const corrected = { ...body, status: 'Satisfactory', expiresOn: '2026-11-30' };
    expect((await put(both, url, corrected, { 'if-match': page.status!.etag })).statusCode).toBe(200);
    expect((await events()).at(-1)).toMatchObject({
      action: 'set health override',
      company: kestrel,
      before: { status: 'At risk', expiresOn: '2026-12-31' },
      after: { status: 'Satisfactory', expiresOn: '2026-11-30' },
    });

    now = new Date('2026-11-25T12:00:00Z');
    const second = await put(both, url, body);
    expect([second.statusCode, second.json().error.message]).toEqual([
      409,
      'The status is set to "Satisfactory" by hand from 2026-11-22 to 2026-11-30; end that first.',
    ]);
    const ended = await both.delete(url);
    expect(ended.json()).toMatchObject({ status: { override: null, etag: '"unset"' } });
    expect((await events()).at(-1)).toMatchObject({
      action: 'end health override',
      before: { expiresOn: '2026-11-30' },
      after: { expiresOn: '2026-11-24' },
    });
    await sql`insert into health_overrides (workspace_id, company, status, reason, set_on, expires_on)
      values (${workspace}, ${kestrel}, 'At risk', 'Planned', '2026-12-10', '2026-12-20')`.execute(
      engine.database.kysely,
    );
    const across = await put(both, url, body);
    expect([across.statusCode, across.json().error.message]).toEqual([
      409,
      'The status is set to "At risk" by hand from 2026-12-10 to 2026-12-20; expected an end before 2026-12-10.',
    ]);
    expect((await put(both, url, { ...body, expiresOn: '2026-12-09' })).statusCode).toBe(200);
    const taken = await both.delete(url);
    expect(taken.json()).toMatchObject({ status: { override: null } });
    const { rows } = await sql`select set_on from health_overrides order by set_on`.execute(
      engine.database.kysely,
    );
    expect(rows).toEqual([{ set_on: '2026-11-22' }, { set_on: '2026-12-10' }]);
  });

  it.each([
    [{ expiresOn: '2026-11-24' }, 422, 'expected today, 2026-11-25, or a later day'],
    [{ expiresOn: '2026-02-30' }, 400, 'expected a date such as 2026-11-30'],
    [{ status: 'Splendid' }, 422, 'expected one of \\"At risk\\", \\"Needs attention\\", \\"Satisfactory\\"'],
    [{ status: 'No score' }, 422, 'expected one of'],
    [{ reason: '   ' }, 400, 'some text'],
    [{ reason: undefined }, 400, 'reason'],
  ])('refuse the override %j with %i', async (wrong, status, words) => {
    const body = { status: 'At risk', reason: 'x', expiresOn: '2026-12-01', ...wrong };
    const answer = await put(both, `/companies/${kestrel}/health-override`, body);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.body).toContain(words);
  });

  it('bring the portfolio in memory to what a fresh one says', async () => {
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
  });
});
