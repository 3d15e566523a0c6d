import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SURVEY_PRESETS } from '../../../domain/csat/survey-presets.ts';
import { onBothEngines } from '../../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../../testing/two-regions.ts';

const { own, other } = COMPANIES;
const { mapping } = SURVEY_PRESETS[0]!;

onBothEngines('survey tools', (engine) => {
  let server: TestServer;
  let admin: Client;
  let member: Client;
  let workspace: string;
  let now = new Date('2026-11-22T10:00:00Z');
  let tools = 0;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', { ...twoRegions, csat: [] });
    const run = (statement: string) => sql.raw(statement).execute(engine.database.kysely);
    await run(`update workspaces set as_of = '2026-11-22', time_zone = 'America/New_York'`);
    await run(`update contacts set email = 'Mia@kestrel.example' where key = '${own.id}'`);
    await run(`update contacts set email = 'mia@marmot.example' where key = '${other.id}'`);
    server = await openTestServer(engine.database, { now: () => now, url: 'https://q.example.com' });
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    member = server.withKey(await giveKey(engine.database, workspace, 'manager'));
  });
  afterAll(() => server.close());

  const makeTool = async (body: object = {}) => {
    tools += 1;
    const made = await admin.post('/survey-tools', { name: `Tool ${tools}`, mapping, ...body });
    expect(made.statusCode, made.body).toBe(201);
    const { id, name, address, etag } = made.json();
    return { id, name, address, etag, path: new URL(address).pathname } as Record<
      'id' | 'name' | 'address' | 'etag' | 'path',
      string
    >;
  };
  /** As the tool does, without cookie or key. */
  const deliver = (path: string, body: unknown, headers: Record<string, string> = {}, from = '10.1.1.1') =>
    server.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const sent = async (path: string, body: unknown) => {
    const answer = await deliver(path, body);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json().outcome as string;
  };
  const deliveries = async (query = '') => (await admin.get(`/survey-deliveries${query}`)).json().items;
  const responses = async (company: string) => (await admin.get(`/companies/${company}/csat`)).json().items;
  const review = (id: number, more: object = {}) => ({
    id,
    rating: 1,
    comment: 'Fast',
    company: { id: 'psa-7', name: ` ${own.name.toUpperCase()} ` },
    contact: { email: 'mia@kestrel.example' },
    ticket: { id: 4711 },
    rated_on: '2026-11-20T09:00:00Z',
    ...more,
  });

  it('send answers to an address that is shown once, and they are in the figures of the company', async () => {
    const { id, address, path, name } = await makeTool({ name: 'SmileBack' });
    expect(address).toMatch(/^https:\/\/q\.example\.com\/hooks\/csat\/[0-9a-f-]{36}\/qds_[\w-]{43}$/);
    expect(await sent(path, review(1))).toBe('taken');
    expect(await responses(own.id)).toMatchObject([
      {
        rating: 'positive',
        comment: 'Fast',
        about: 'Ticket 4711',
        answeredAt: '2026-11-20T09:00:00.000Z',
        source: 'SmileBack',
        contact: { id: own.id },
      },
    ]);
    expect((await admin.get(`/companies/${own.id}/csat`)).json().lately.positive).toBe(1);
    const [delivery] = await deliveries(`?tool=${id}`);
    expect(delivery).toMatchObject({
      tool: { id, name },
      outcome: 'taken',
      message: 'Found by the contact’s e-mail address.',
      company: { id: own.id },
    });
    expect(delivery.body).toContain('m…@kestrel.example');
    const { rows } = await sql<{ row: string }>`select t::text as row from survey_tools t`.execute(
      engine.database.kysely,
    );
    expect(JSON.stringify(rows)).not.toContain(address.slice(-20));
    expect((await admin.get('/survey-tools')).body).not.toContain(address.slice(-20));
    expect((await admin.get(`/companies/${own.id}/activity`)).body).toContain(
      'A CSAT response came from SmileBack',
    );
  });

  it('count an answer once, take over what has changed, and leave a deleted response deleted', async () => {
    const { path } = await makeTool();
    const before = (await responses(own.id)).length;
    expect(await sent(path, review(2))).toBe('taken');
    expect(await sent(path, review(2))).toBe('repeated');
    expect(await Promise.all([sent(path, review(3)), sent(path, review(3))])).toEqual(
      expect.arrayContaining(['taken', 'repeated']),
    );
    expect(await sent(path, review(2, { rating: -1, comment: 'Broken again' }))).toBe('updated');
    const now2 = await responses(own.id);
    expect(now2.length).toBe(before + 2);
    const changed = now2.find(({ comment }: { comment: string }) => comment === 'Broken again');
    expect(changed.rating).toBe('negative');
    await admin.delete(`/csat/${changed.id}`);
    expect(await sent(path, review(2))).toBe('repeated');
    expect((await responses(own.id)).length).toBe(before + 1);
  });

  it('without ids count the same body once within a day', async () => {
    const { path } = await makeTool({ mapping: { ...mapping, paths: { ...mapping.paths, id: '' } } });
    const said = { rating: 1, contact: { email: 'mia@kestrel.example' } };
    expect([await sent(path, said), await sent(path, said)]).toEqual(['taken', 'repeated']);
    now = new Date('2026-11-23T11:00:00Z');
    expect(await sent(path, said)).toBe('taken');
    now = new Date('2026-11-22T10:00:00Z');
  });

  it('have what is nobody’s wait, in sight, until somebody says whose it is', async () => {
    const { id, path } = await makeTool();
    const stranger = review(4, {
      company: { id: 'x', name: 'Kestrel' },
      contact: { email: 'jo@nobody.example' },
    });
    expect(await sent(path, stranger)).toBe('waiting');
    // the same again is the one that waits, not another
    expect(await sent(path, stranger)).toBe('waiting');
    const [waiting, ...more] = await deliveries(`?tool=${id}&waiting=true`);
    expect(more).toEqual([]);
    expect(waiting).toMatchObject({
      company: null,
      response: null,
      message:
        'No company is known by the id “x” or the name “Kestrel” or an e-mail address at nobody.example.',
    });
    const { rows } = await sql<{ row: string }>`select encode(sealed, 'escape') as row from survey_deliveries
      where sealed is not null`.execute(engine.database.kysely);
    expect(JSON.stringify(rows)).not.toContain('jo@nobody');
    expect((await admin.post(`/survey-deliveries/${waiting.id}/retry`)).json().outcome).toBe('waiting');
    expect(
      (await admin.post(`/survey-deliveries/${waiting.id}/assign`, { company: 'ghost' })).statusCode,
    ).toBe(404);
    const assigned = await admin.post(`/survey-deliveries/${waiting.id}/assign`, { company: other.id });
    expect(assigned.json(), assigned.body).toMatchObject({ outcome: 'taken', company: { id: other.id } });
    expect(await responses(other.id)).toMatchObject([{ rating: 'positive', contact: null }]);
    expect(
      (await admin.post(`/survey-deliveries/${waiting.id}/assign`, { company: other.id })).statusCode,
    ).toBe(409);
    expect(await sent(path, stranger)).toBe('repeated');
    expect(
      (await admin.get('/survey-tools')).json().items.find((one: { id: string }) => one.id === id).waiting,
    ).toBe(0);
    expect((await admin.get(`/companies/${other.id}/activity`)).body).toContain('said whose the answer from');
  });

  it('are read again once the mapping or the company is mended, and put aside where it is nobody’s', async () => {
    const { id, path, etag } = await makeTool({
      mapping: { ...mapping, paths: { ...mapping.paths, rating: 'score' } },
    });
    expect(await sent(path, review(5))).toBe('waiting');
    const [waiting] = await deliveries(`?tool=${id}&waiting=true`);
    expect(waiting.message).toBe('Rating (score) is not there.');
    const early = await admin.post(`/survey-deliveries/${waiting.id}/assign`, { company: own.id });
    expect([early.statusCode, early.json().error.message]).toEqual([
      422,
      expect.stringMatching(
        /^It cannot be read: Rating \(score\) is not there\. Change the mapping of Tool \d+ first\.$/,
      ),
    ]);
    const mended = await admin.patch(`/survey-tools/${id}`, { mapping }, { 'if-match': etag });
    expect(mended.statusCode, mended.body).toBe(200);
    expect((await admin.patch(`/survey-tools/${id}`, { mapping }, { 'if-match': etag })).statusCode).toBe(
      412,
    );
    expect((await admin.post(`/survey-deliveries/${waiting.id}/retry`)).json()).toMatchObject({
      outcome: 'taken',
    });
    const test = review(6, { company: null, contact: null });
    expect(await sent(path, test)).toBe('waiting');
    const [aside] = await deliveries(`?tool=${id}&waiting=true`);
    expect((await admin.post(`/survey-deliveries/${aside.id}/dismiss`)).json()).toMatchObject({
      outcome: 'dismissed',
      message: 'Dismissed by User admin.',
    });
    expect(await sent(path, test)).toBe('repeated');
    expect(await deliveries(`?tool=${id}&waiting=true`)).toEqual([]);
  });

  it('guess nothing: names that two have, and what contradicts itself, wait', async () => {
    const { path } = await makeTool();
    for (const [n, said] of [
      { company: { name: own.name }, contact: { email: 'mia@marmot.example' } },
      { company: {}, contact: {} },
      { rating: 7 },
      { rating: {} },
      { rated_on: '2027-01-01T00:00:00Z' },
    ].entries())
      expect([said, await sent(path, review(100 + n, said))]).toEqual([said, 'waiting']);
    expect(await sent(path, review(110, { rating: null }))).toBe('unrated');
    // by the domain alone, and by the company's own id, whatever else is said
    expect(await sent(path, review(111, { company: {}, contact: { email: 'new@Kestrel.example' } }))).toBe(
      'taken',
    );
    expect(await sent(path, review(112, { company: { id: other.id, name: own.name } }))).toBe('taken');
    expect((await responses(other.id)).length).toBe(2);
  });

  it('take signed deliveries only, where they sign', async () => {
    const secret = 'a secret of the tool';
    const { id, path } = await makeTool({ signature: { header: 'X-Signature', secret } });
    const body = JSON.stringify(review(7));
    const sign = (text: string, by: string) => createHmac('sha256', by).update(text);
    for (const signature of [
      {},
      { 'x-signature': '' },
      { 'x-signature': sign(body, 'another').digest('hex') },
      { 'x-signature': sign(`${body} `, secret).digest('hex') },
    ])
      expect((await deliver(path, body, signature as Record<string, string>)).statusCode).toBe(401);
    expect((await deliveries(`?tool=${id}`)).map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      Array(4).fill('refused'),
    );
    const good = await deliver(path, body, { 'x-signature': `sha256=${sign(body, secret).digest('hex')}` });
    expect(good.json()).toEqual({ outcome: 'taken' });
    const base64 = await deliver(path, body, { 'x-signature': sign(body, secret).digest('base64') });
    expect(base64.json()).toEqual({ outcome: 'repeated' });
    expect((await admin.get('/survey-tools')).body).not.toContain(secret);
    const freed = await admin.patch(`/survey-tools/${id}`, { signature: null });
    expect(freed.json().signatureHeader).toBeNull();
    expect(await sent(path, review(7))).toBe('repeated');
  });

  it('end with their address: a rotated, a deleted and a guessed one say nothing and take nothing', async () => {
    const { id, path, etag } = await makeTool();
    const rotated = await admin.post(`/survey-tools/${id}/rotate`);
    const next = new URL(rotated.json().address).pathname;
    const elsewhere = path.replace(workspace, crypto.randomUUID());
    const before = (await responses(own.id)).length;
    const first = await deliver(path, review(8));
    for (const one of [
      path,
      elsewhere,
      `${path}x`,
      path.slice(0, -1),
      '/hooks/csat/x/y',
      `/hooks/csat/${workspace}/%00`,
    ]) {
      const answer = await deliver(one, review(8));
      expect([one, answer.statusCode, answer.body]).toEqual([one, 404, first.body]);
    }
    expect((await responses(own.id)).length).toBe(before);
    expect(await sent(next, review(8))).toBe('taken');
    const stale = await admin.send({
      method: 'DELETE',
      url: `/survey-tools/${id}`,
      headers: { 'if-match': etag },
    });
    expect(stale.statusCode).toBe(412);
    expect((await admin.delete(`/survey-tools/${id}`)).statusCode).toBe(204);
    expect((await deliver(next, review(9))).statusCode).toBe(404);
    expect((await responses(own.id)).length).toBe(before + 1);
  });

  it('take no harm by what is sent', async () => {
    const { path } = await makeTool();
    const hostile: readonly (readonly [string, unknown, number, Record<string, string>?])[] = [
      ['nothing', '', 400],
      ['no JSON', '{', 400],
      ['a page', '<html>', 400, { 'content-type': 'text/html' }],
      ['a number', '7', 200],
      ['null', 'null', 200],
      ['a deep list', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 200],
      ['a prototype', '{"__proto__":{"rating":1},"constructor":{"prototype":{}}}', 200],
      [
        'NUL and halves of pairs',
        '{"id":"\\u0000\\ud800","rating":1,"comment":"\\u0000","company":{"name":"\\udc00"}}',
        200,
      ],
      ['64 KiB and more', JSON.stringify({ rating: 1, comment: 'x'.repeat(70_000) }), 413],
      ['a long comment', JSON.stringify(review(900, { comment: 'x'.repeat(60_000) })), 200],
      ['SQL', JSON.stringify(review(901, { company: { name: "' or 1=1 --" }, contact: {} })), 200],
    ];
    for (const [what, body, status, headers] of hostile) {
      const answer = await deliver(path, body, headers);
      expect([what, answer.statusCode, answer.body.slice(0, 200)]).toEqual([
        what,
        status,
        expect.any(String),
      ]);
    }
    const form = new URLSearchParams({ id: '77', rating: '-1', 'company.name': 'x' }).toString();
    const asForm = await deliver(path, form, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(asForm.json()).toEqual({ outcome: 'waiting' });
    const statuses: number[] = [];
    for (let batch = 0; batch < 5; batch += 1)
      statuses.push(
        ...(await Promise.all(
          Array.from(
            { length: 30 },
            async () => (await deliver('/hooks/csat/x/y', {}, {}, '10.9.9.9')).statusCode,
          ),
        )),
      );
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('are for admins, who test a mapping before it is used, and see no deliveries of companies that they do not see', async () => {
    const tested = async (more: object) =>
      (await admin.post('/survey-tools/test', { mapping, sample: JSON.stringify(review(1, more)) })).json();
    expect(await tested({})).toMatchObject({
      problem: null,
      rating: 'positive',
      company: { id: own.id },
      contact: { name: 'Mia Chen' },
      match: 'Found by the contact’s e-mail address.',
    });
    expect(await tested({ rating: 9 })).toMatchObject({
      problem: 'The rating “9” is in none of the lists of ratings.',
    });
    expect((await admin.post('/survey-tools/test', { mapping, sample: '{' })).statusCode).toBe(422);
    for (const wrong of [
      { name: 'manual', mapping },
      { name: 'X', mapping: { ...mapping, paths: { ...mapping.paths, rating: '' } } },
      { name: 'X', mapping: { ...mapping, ratings: { positive: ['1'], neutral: ['1'], negative: [] } } },
      { name: 'X', mapping, signature: { header: 'a b', secret: 'long enough' } },
    ])
      expect((await admin.post('/survey-tools', wrong)).statusCode).toBe(400);
    expect((await admin.post('/survey-tools', { name: 'SmileBack', mapping })).statusCode).toBe(409);
    expect((await member.get('/survey-deliveries')).statusCode).toBe(403);
    const seen = async () =>
      (await deliveries()).map(({ company }: { company: { id: string } | null }) => company?.id ?? null);
    expect(await seen()).toContain(other.id);
    await sql`update security_group_users set security_group = 'east-only' where "user" = 'admin'`.execute(
      engine.database.kysely,
    );
    expect(new Set(await seen())).toEqual(new Set([null, own.id]));
    const { id } = (await deliveries('?waiting=true'))[0];
    expect((await admin.post(`/survey-deliveries/${id}/assign`, { company: other.id })).statusCode).toBe(404);
    expect(await tested({ company: { id: other.id }, contact: {} })).toMatchObject({
      company: null,
      match: 'Found, but you do not see the company.',
    });
  });
});
