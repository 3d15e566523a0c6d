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

const { own, other } = COMPANIES;

onBothEngines('satisfaction', (engine) => {
  let server: TestServer;
  let admin: Client;
  let member: Client;
  let viewer: Client;
  let now = new Date('2026-11-22T10:00:00Z');

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind <IT> & Co', { ...twoRegions, csat: [] });
    await sql`update workspaces set as_of = '2026-11-22', time_zone = 'America/New_York'`.execute(
      engine.database.kysely,
    );
    server = await openTestServer(engine.database, { now: () => now, url: 'https://q.example.com' });
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    member = server.withKey(await giveKey(engine.database, workspace, 'manager'));
    viewer = server.withKey(await giveKey(engine.database, workspace, 'viewer'));
  });
  afterAll(() => server.close());

  const survey = async (body: object = {}) => {
    const made = await member.post(`/companies/${own.id}/surveys`, body);
    expect(made.statusCode, made.body).toBe(201);
    return { ...made.json(), path: new URL(made.json().link).pathname } as {
      id: string;
      link: string;
      path: string;
    };
  };
  /** As a client's browser does, without cookie or key. */
  const look = (path: string) => server.app.inject({ method: 'GET', url: path });
  const send = (path: string, fields: Record<string, string>, address = '10.1.1.1') =>
    server.app.inject({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': address,
        origin: 'null',
      },
      payload: new URLSearchParams(fields).toString(),
    });
  const answers = async (company: string = own.id) => (await admin.get(`/companies/${company}/csat`)).json();

  it('is asked by a link that takes one answer, and a comment as often as it is changed', async () => {
    const { id, link, path } = await survey({ contact: own.id, about: 'Ticket <4711>' });
    expect(link).toMatch(/^https:\/\/q\.example\.com\/survey\/[\w-]{43}$/);
    const page = await look(`${path}?answer=negative`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('value="negative" required checked');
    expect(page.body).toContain('How did Northwind &#60;IT&#62; &#38; Co do?');
    expect(page.body).toContain('About: Ticket &#60;4711&#62;');
    for (const told of [own.name, own.id, 'Mia Chen', '<script']) expect(page.body).not.toContain(told);
    expect((await answers()).items).toEqual([]);

    const sent = await send(path, {
      answer: 'positive',
      comment: ' Fast & <b>friendly</b>\r\nThanks \ud83d\ude42 ',
    });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, path]);
    const { items, lately } = await answers();
    expect(lately).toEqual({ positive: 1, neutral: 0, negative: 0 });
    expect(items).toMatchObject([
      {
        rating: 'positive',
        comment: 'Fast & <b>friendly</b>\nThanks 🙂',
        contact: { id: own.id, name: 'Mia Chen' },
        source: 'survey',
        about: 'Ticket <4711>',
        day: '2026-11-22',
      },
    ]);
    // a second answer is none, but what is said can be changed
    await send(path, { answer: 'negative', comment: 'On second thought' });
    expect((await answers()).items).toMatchObject([{ rating: 'positive', comment: 'On second thought' }]);
    const thanks = await look(path);
    expect(thanks.body).toContain('You answered: <strong>Good</strong>');
    expect(thanks.body).toContain('On second thought</textarea>');
    expect(
      (await member.get(`/companies/${own.id}/surveys`))
        .json()
        .items.find((one: { id: string }) => one.id === id).answeredAt,
    ).not.toBeNull();
  });

  it('takes one answer of two that come at once', async () => {
    const { path } = await survey();
    const before = (await answers()).items.length;
    await Promise.all(['positive', 'negative', 'neutral'].map((answer) => send(path, { answer })));
    expect((await answers()).items.length).toBe(before + 1);
  });

  it('stays answered when the response is deleted', async () => {
    const { path } = await survey();
    await send(path, { answer: 'neutral' });
    const [latest] = (await answers()).items;
    expect((await admin.delete(`/csat/${latest.id}`)).statusCode).toBe(204);
    const before = (await answers()).items.length;
    await send(path, { answer: 'positive' });
    expect((await answers()).items.length).toBe(before);
  });

  it('says nothing, and takes nothing, by links that are not valid (any more)', async () => {
    const { id, path } = await survey({ days: 1 });
    const withdrawn = await survey();
    await member.delete(`/surveys/${withdrawn.id}`);
    const token = path.split('/')[2]!;
    const forged = [`${token.slice(0, -2)}AA`, token.slice(1), `${token}A`, id, 'x', '%00', 'x'.repeat(5000)];
    const before = (await answers()).items.length;
    now = new Date('2026-11-23T10:00:01Z');
    const expired = await look(path);
    for (const one of [path, withdrawn.path, ...forged.map((text) => `/survey/${text}`)]) {
      const answer = await send(
        one,
        { answer: 'positive' },
        `10.2.${one.length % 250}.${forged.indexOf(one) + 2}`,
      );
      expect([one.slice(0, 80), answer.statusCode, answer.body]).toEqual([
        one.slice(0, 80),
        404,
        expired.body,
      ]);
    }
    expect((await answers()).items.length).toBe(before);
    now = new Date('2026-11-22T10:00:00Z');
  });

  it('asks again when nothing was chosen, and refuses what is no form', async () => {
    const { path } = await survey();
    const none = await send(path, { answer: 'great', comment: 'x' });
    expect([none.statusCode, none.body.includes('Choose one of the three faces.')]).toEqual([400, true]);
    const json = await server.app.inject({ method: 'POST', url: path, payload: { answer: 'positive' } });
    expect(json.statusCode).toBe(400);
    const long = await send(path, { answer: 'positive', comment: 'x'.repeat(70_000) });
    expect(long.statusCode).toBe(413);
  });

  it('is a page that loads and runs nothing, tells no other site of the link, and is asked for so often only', async () => {
    const { path } = await survey();
    const { headers } = await look(path);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    expect(headers['set-cookie']).toBeUndefined();
    const tries = await Promise.all(Array.from({ length: 40 }, () => send('/survey/guess', {}, '10.9.9.9')));
    expect(tries.some(({ statusCode }) => statusCode === 429)).toBe(true);
  });

  it('is added by hand and deleted, counted by the workspace’s days', async () => {
    const late = await admin.post(`/companies/${other.id}/csat`, {
      rating: 'negative',
      answeredAt: '2026-11-01T03:00:00Z',
      comment: 'Said so on the phone.',
    });
    expect(late.json()).toMatchObject({ day: '2026-10-31', source: 'manual', contact: null });
    const { months, asOf } = await answers(other.id);
    expect(asOf).toBe('2026-11-22');
    expect(months.at(-2)).toEqual({ month: '2026-10', positive: 0, neutral: 0, negative: 1 });
    for (const [wrong, status] of [
      [{ rating: 'great' }, 400],
      [{ rating: 'positive', answeredAt: '2027-01-01T00:00:00Z' }, 422],
      [{ rating: 'positive', contact: own.id }, 422],
      [{ rating: 'positive', comment: '\0' }, 400],
    ] as const)
      expect((await admin.post(`/companies/${other.id}/csat`, wrong)).statusCode).toBe(status);
    const { id, etag } = late.json();
    const stale = await admin.send({ method: 'DELETE', url: `/csat/${id}`, headers: { 'if-match': '"x"' } });
    expect(stale.statusCode).toBe(412);
    expect(
      (await admin.send({ method: 'DELETE', url: `/csat/${id}`, headers: { 'if-match': etag } })).statusCode,
    ).toBe(204);
  });

  it('is listed and counted nowhere while it is withdrawn', async () => {
    const { id } = (await admin.post(`/companies/${other.id}/csat`, { rating: 'positive' })).json();
    const seen = async () => {
      const { items, lately } = await answers(other.id);
      return [items.some((item: { id: string }) => item.id === id), lately.positive];
    };
    expect(await seen()).toEqual([true, 1]);
    const { pool } = engine.database;
    await pool.query('update csat set withdrawn = true where key = $1', [id]);
    expect(await seen()).toEqual([false, 0]);
    expect((await admin.delete(`/csat/${id}`)).statusCode).toBe(404);
    await pool.query('update csat set withdrawn = false where key = $1', [id]);
    expect(await seen()).toEqual([true, 1]);
    expect((await admin.delete(`/csat/${id}`)).statusCode).toBe(204);
  });

  it('is listed over the companies that somebody sees, and no others', async () => {
    const hidden = await admin.post(`/companies/${other.id}/csat`, { rating: 'neutral' });
    const listed = async (client: Client, query = '') =>
      (await client.get(`/csat${query}`))
        .json()
        .items.map(({ company }: { company: { id: string } }) => company.id);
    expect(await listed(admin)).toContain(other.id);
    expect(new Set(await listed(member))).toEqual(new Set([own.id]));
    expect(await listed(admin, '?from=2030-01-01')).toEqual([]);
    expect(new Set(await listed(admin, '?rating=neutral&to=2026-11-22'))).toContain(other.id);
    for (const url of [`/companies/${other.id}/csat`, `/companies/${other.id}/surveys`])
      expect((await member.get(url)).statusCode).toBe(404);
    expect((await member.delete(`/csat/${hidden.json().id}`)).statusCode).toBe(404);
    expect((await viewer.get(`/companies/${own.id}/surveys`)).statusCode).toBe(403);
    expect((await viewer.post(`/companies/${own.id}/csat`, { rating: 'positive' })).statusCode).toBe(403);
  });

  it('is in the next figure: an answer is a change of the company’s facts', async () => {
    const changes = async () =>
      (
        await sql<{ changes: number }>`select count(*)::int as changes from portfolio_changes
          where company = ${own.id} and part = 'facts'`.execute(engine.database.kysely)
      ).rows[0]!.changes;
    const { path } = await survey();
    const before = await changes();
    await send(path, { answer: 'positive' });
    expect(await changes()).toBeGreaterThan(before);
  });
});
