import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AlignmentGrid, AlignmentRow } from '../../contract/alignment.ts';
import { dashboardJson } from '../../domain/dashboard/dashboard.ts';
import { WHOLE_DASHBOARD } from '../../domain/dashboard/query.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import { scopeOf } from '../access/viewer.ts';
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
const quokka = COMPANIES.unassigned.id;
const now = new Date('2026-11-22T12:00:00Z');

onBothEngines('stack alignment', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let both: Client;
  let viewer: Client;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      stack_items: [
        ...twoRegions.stack_items!,
        {
          key: 'edr',
          name: 'EDR',
          definition: 'Watches devices.',
          category: 'Security',
          any_one_of: 'Devices',
        },
        { key: 'av', name: 'Antivirus', category: 'Security', any_one_of: 'Devices' },
      ],
      products: [
        ...twoRegions.products!,
        { key: 'edr-pro', stack_item: 'edr', name: 'EDR Pro', standing: 'preferred', mrr_per_company: 9000 },
      ],
      alignments: [],
      recommendations: [],
    });
    server = await openTestServer(engine.database, { now: () => now });
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, both, viewer] = [await keyOf('admin'), await keyOf('both'), await keyOf('viewer')];
  });
  afterAll(() => server.close());

  async function grid(client: Client = both, company: string = kestrel): Promise<AlignmentGrid> {
    const answer = await client.get(`/companies/${company}/alignments`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  async function row(item: string, company: string = kestrel): Promise<AlignmentRow> {
    return (await grid(admin, company)).rows.find((candidate) => candidate.stackItem.id === item)!;
  }

  const set = (client: Client, item: string, body: object, headers: Record<string, string> = {}) =>
    client.patch(`/companies/${kestrel}/alignments/${item}`, body, headers);

  async function eventsAfter(id: number) {
    const { rows } = await sql<{ id: number; action: string; company: string; subject: string }>`
      select id, actor, action, company, subject, before, after from audit_events where id > ${id} order by id`.execute(
      engine.database.kysely,
    );
    return rows;
  }
  const lastEvent = async () => (await eventsAfter(0)).at(-1)!;

  it('comes whole: every item in its order, explained, with what can be chosen', async () => {
    const { company, totals, bands, rows } = await grid(viewer);
    expect(company).toEqual({ id: kestrel, name: COMPANIES.own.name });
    expect(totals).toEqual({ percent: 0, mrrOpportunity: 3000, oneTimeOpportunity: 0 });
    expect(bands.map(({ from }) => from)).toEqual([0, 34, 67]);
    expect(rows.map(({ stackItem, counts, etag }) => [stackItem.id, counts, etag])).toEqual([
      ['av', false, '"unset"'],
      ['edr', false, '"unset"'],
      ['mfa', true, '"unset"'],
    ]);
    expect(rows[1]).toMatchObject({
      definition: 'Watches devices.',
      category: 'Security',
      anyOneOf: 'Devices',
      products: [{ id: 'edr-pro', name: 'EDR Pro', standing: 'preferred' }],
      notes: { count: 0, latest: [] },
      links: [],
    });
  });

  it('is set field by field, given back by null, and recorded with what was before', async () => {
    const answer = await set(both, 'mfa', {
      alignment: 62.5,
      mrrOpportunity: 0,
      provider: 'Cousin Bob',
      threat: true,
    });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers.etag).toBe(answer.json().etag);
    expect(answer.json()).toMatchObject({
      alignment: 62.5,
      alignmentSource: 'typed',
      band: { name: 'Partly aligned' },
      mrrOpportunity: { amount: 0, source: 'typed' },
      provider: 'Cousin Bob',
      threat: true,
      setOn: '2026-11-22',
      setBy: 'both',
      setByName: 'User both',
      totals: { percent: 62.5, mrrOpportunity: 0 },
    });
    const back = await set(both, 'mfa', { mrrOpportunity: null, alignment: 62.5 });
    expect(back.json()).toMatchObject({ mrrOpportunity: { amount: 3000, source: 'price book' } });
    expect(await lastEvent()).toMatchObject({
      actor: 'both',
      action: 'update alignment',
      company: kestrel,
      subject: 'mfa',
      before: { mrrOpportunity: 0 },
      after: { mrrOpportunity: null },
    });
    const { id } = await lastEvent();
    await set(both, 'mfa', { alignment: 62.5 });
    expect(await eventsAfter(id)).toEqual([]);
  });

  it('lets nothing else of a row be set until it is applicable, and keeps the rest when it is not again', async () => {
    const refused = await set(both, 'edr', { alignment: 50 });
    expect([refused.statusCode, refused.json().error.message]).toEqual([
      422,
      `"EDR" is not applicable to "${COMPANIES.own.name}"; set "applicable" to true first.`,
    ]);
    expect((await row('edr')).etag).toBe('"unset"');
    const on = await set(both, 'edr', { applicable: true, currentProduct: 'edr-pro' });
    expect(on.json()).toMatchObject({ counts: true, aligned: true, applicableSource: 'typed' });
    await set(both, 'av', { applicable: true });
    const av = await set(both, 'av', { currentMrr: 5 });
    expect(av.json()).toMatchObject({
      counts: false,
      sameGroup: [{ stackItem: { id: 'edr' }, counts: true }],
    });
    const off = await set(both, 'edr', { applicable: false });
    expect(off.json()).toMatchObject({
      counts: false,
      currentProduct: { id: 'edr-pro' },
      sameGroup: [{ stackItem: { id: 'av' }, counts: true }],
    });
  });

  it('loses nothing of two who edit one cell at once: the second is shown both versions', async () => {
    const { etag } = await row('mfa');
    const answers = await Promise.all(
      [both, admin].map((client, i) => set(client, 'mfa', { alignment: 10 + i }, { 'if-match': etag })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    const won =
      answers[0]!.statusCode === 200 ? { by: 'both', alignment: 10 } : { by: 'admin', alignment: 11 };
    const { message, details } = answers.find((answer) => answer.statusCode === 412)!.json().error;
    expect(message).toBe(`User ${won.by} has changed this since you read it.`);
    expect(details).toMatchObject({
      current: { alignment: won.alignment, stackItem: { id: 'mfa' }, totals: {}, etag: details.etag },
      changed: { by: { id: won.by, name: `User ${won.by}` }, at: expect.stringMatching(/Z$/) },
    });
    const other = await set(both, 'mfa', { currentMrr: 700 }, { 'if-match': details.etag });
    expect(other.json()).toMatchObject({ alignment: won.alignment, currentMrr: 700 });
    expect((await set(both, 'mfa', { currentMrr: null }, { 'if-match': '*' })).statusCode).toBe(200);
  });

  it('takes a product by its name: a known one as it is, a new one as another product of the item, once', async () => {
    const known = await set(both, 'mfa', { currentProductName: ' mfa LITE ' });
    expect(known.json()).toMatchObject({ currentProduct: { id: 'mfa-lite' }, currentProductSource: 'typed' });
    const { id } = await lastEvent();
    const answers = await Promise.all(
      [kestrel, marmot].map((company) =>
        both.patch(`/companies/${company}/alignments/mfa`, { currentProductName: 'Tokens 🔑 <b>' }),
      ),
    );
    for (const answer of answers)
      expect(answer.json()).toMatchObject({
        currentProduct: { id: 'tokens-b', name: 'Tokens 🔑 <b>', standing: 'other' },
        products: [{ id: 'mfa-lite' }, { id: 'mfa-pro' }, { id: 'tokens-b' }],
      });
    const actions = (await eventsAfter(id)).map((event) => event.action).sort();
    expect(actions).toEqual(['create product', 'update alignment', 'update alignment']);
    const none = await set(both, 'mfa', { currentProductName: 'None' });
    expect(none.json()).toMatchObject({ currentProduct: null, currentProductSource: 'typed' });
    const other = await both.patch(`/companies/${kestrel}/alignments/av`, { currentProductName: 'MFA Lite' });
    expect(other.json()).toMatchObject({ currentProduct: { id: 'mfa-lite-2', name: 'MFA Lite' } });
  });

  it.each([
    [{ alignment: 101 }, 400, '\\"alignment\\" is 101; expected a number from 0 to 100'],
    [{ alignment: -1 }, 400, 'expected a number from 0 to 100'],
    [{ alignment: 0.001 }, 400, 'at most two places'],
    [{ mrrOpportunity: -1 }, 400, 'whole cents, from 0 to 10^15'],
    [{ oneTimeOpportunity: 1e15 + 1 }, 400, 'whole cents, from 0 to 10^15'],
    [{ currentMrr: 1.5 }, 400, 'currentMrr'],
    [{ provider: 'two\nlines' }, 400, 'text without control characters'],
    [{ currentProduct: 'edr-pro' }, 422, 'expected a product of \\"Multi-factor sign-in\\", or \\"none\\"'],
    [{ opportunityProduct: 'none' }, 422, 'expected a product of \\"Multi-factor sign-in\\".'],
    [{ currentProduct: 'none', currentProductName: 'X' }, 400, 'either currentProduct or currentProductName'],
    [{ currentProductName: '  ' }, 400, 'currentProductName'],
    [{ colour: 'red' }, 400, 'no field of this name'],
    [{ threat: 'yes' }, 400, 'threat'],
  ])('refuses %j with %i', async (body, status, words) => {
    const before = await row('mfa');
    const answer = await set(both, 'mfa', body);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.body).toContain(words);
    expect(await row('mfa')).toEqual(before);
  });

  it('has notes, each kept as typed and deletable by itself', async () => {
    const url = `/companies/${kestrel}/alignments/mfa/notes`;
    const texts = ['<script>alert(1)</script>', 'שלום 👩🏽‍🚀\n=1+1', 'x'.repeat(100_000)];
    const made = [];
    for (const text of texts) made.push(await both.post(url, { text }));
    for (const [i, answer] of made.entries()) {
      expect(answer.statusCode, answer.body).toBe(201);
      expect(answer.json()).toMatchObject({ text: texts[i], createdBy: { id: 'both', name: 'User both' } });
    }
    const all = (await viewer.get(url)).json().items;
    expect(all.map((note: { text: string }) => note.text)).toEqual([...texts].reverse());
    expect((await row('mfa')).notes).toMatchObject({
      count: 3,
      latest: [{ text: `${'x'.repeat(300)}…` }, { text: texts[1] }, { text: texts[0] }],
    });
    expect((await viewer.delete(`/alignment-notes/${all[0].id}`)).statusCode).toBe(403);
    expect((await both.delete(`/alignment-notes/${all[0].id}`)).statusCode).toBe(204);
    expect(await lastEvent()).toMatchObject({
      action: 'delete alignment note',
      company: kestrel,
      subject: 'mfa',
      before: { text: texts[2] },
    });
    expect((await both.delete(`/alignment-notes/${all[0].id}`)).statusCode).toBe(404);
    expect((await row('mfa')).notes.count).toBe(2);

    for (const [text, status] of [
      ['', 400],
      ['  ', 400],
      ['\0', 400],
      ['y'.repeat(100_001), 400],
      ['z'.repeat(1 << 20), 413],
    ] as const)
      expect((await both.post(url, { text })).statusCode).toBe(status);
    expect((await both.post(`/companies/${kestrel}/alignments/edr/notes`, { text: 'n' })).statusCode).toBe(
      422,
    );
    const unseen = await admin.post(`/companies/${quokka}/alignments/mfa/notes`, { text: 'Secret' });
    expect((await both.delete(`/alignment-notes/${unseen.json().id}`)).statusCode).toBe(404);
    expect((await both.get(`/companies/${quokka}/alignments/mfa/notes`)).statusCode).toBe(404);
  });

  it('creates a note once, however often it is sent under one key', async () => {
    const url = `/companies/${marmot}/alignments/mfa/notes`;
    const send = () => both.post(url, { text: 'Once' }, { 'idempotency-key': 'note-1' });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.json()).toEqual(second.json());
    expect((await row('mfa', marmot)).notes.count).toBe(1);
  });

  it('takes its opportunity from linked recommendations while they are open', async () => {
    const url = `/companies/${kestrel}/alignments/mfa/recommendations`;
    const body = { title: 'Roll out MFA', mrr: 12_000, oneTime: 80_000, winProbability: 75 };
    const made = await both.post(url, body);
    expect(made.statusCode, made.body).toBe(201);
    const [link] = made.json().links;
    expect(made.json()).toMatchObject({
      mrrOpportunity: { amount: 12_000, weighted: 9000, source: 'recommendations' },
      links: [{ title: 'Roll out MFA', status: 'Proposed', open: true, winProbability: 75, oneTime: 80_000 }],
    });
    expect(await lastEvent()).toMatchObject({
      action: 'create recommendation',
      company: kestrel,
      subject: link.id,
      after: { ...body, stackItem: 'mfa' },
    });
    const list = (await viewer.get(`/recommendations?company=${kestrel}`)).json().items;
    expect(list).toMatchObject([
      { id: link.id, mrr: 12_000, lines: [{ stackItem: { id: 'mfa', name: 'Multi-factor sign-in' } }] },
    ]);
    const twice = await both.post(url, { recommendation: link.id });
    expect([twice.statusCode, twice.json().error.message]).toEqual([
      409,
      '"Roll out MFA" is linked to "Multi-factor sign-in" already.',
    ]);
    const av = `/companies/${kestrel}/alignments/av/recommendations`;
    expect((await both.post(av, { recommendation: link.id, mrr: 5 })).json()).toMatchObject({
      mrrOpportunity: { amount: 5 },
      oneTimeOpportunity: { amount: 0, source: 'recommendations' },
    });
    const away = await both.delete(`${url}/${link.id}`);
    expect(away.json()).toMatchObject({ links: [], mrrOpportunity: { source: 'price book' } });
    await both.delete(`${av}/${link.id}`);
    expect((await viewer.get(`/recommendations?company=${kestrel}`)).json().items).toMatchObject([
      { id: link.id, lines: [], mrr: 0 },
    ]);
    expect((await both.delete(`${url}/${link.id}`)).statusCode).toBe(404);

    for (const [wrong, status] of [
      [{ recommendation: 'unknown' }, 404],
      [{ recommendation: link.id, title: 'Both' }, 400],
      [{}, 400],
      [{ title: ' ' }, 400],
      [{ title: 'x', mrr: -5 }, 400],
      [{ title: 'x', winProbability: 101 }, 400],
      [{ recommendation: link.id, winProbability: 50 }, 400],
    ] as const)
      expect([wrong, (await both.post(url, wrong)).statusCode]).toEqual([wrong, status]);
    const foreign = await admin.post(`/companies/${quokka}/alignments/mfa/recommendations`, {
      title: 'Theirs',
    });
    expect((await both.post(url, { recommendation: foreign.json().links[0].id })).statusCode).toBe(404);
    expect((await both.get(`/recommendations?company=${quokka}`)).statusCode).toBe(404);
    const off = `/companies/${kestrel}/alignments/edr/recommendations`;
    expect((await both.post(off, { title: 'x' })).statusCode).toBe(422);
    expect((await viewer.post(url, { title: 'x' })).statusCode).toBe(403);
  });

  it('is set in many cells of a company in all of them or in none', async () => {
    const url = `/companies/${kestrel}/alignments/bulk`;
    await set(both, 'av', { applicable: false });
    const before = await grid();
    const refused = await both.post(url, { stackItems: ['mfa', 'edr', 'av'], change: { alignment: 40 } });
    expect([refused.statusCode, refused.json().error.message]).toEqual([
      422,
      `"EDR" is not applicable to "${COMPANIES.own.name}", and so are 1 more of these 3 cells; set "applicable" to true first.`,
    ]);
    expect(await grid()).toEqual(before);
    const { id } = await lastEvent();
    const stackItems = ['mfa', 'edr', 'av', 'mfa'];
    const done = await both.post(url, { stackItems, change: { applicable: true, currentProduct: 'none' } });
    expect(done.statusCode, done.body).toBe(200);
    expect(done.json().rows.map((it: AlignmentRow) => [it.applicable, it.currentProductSource])).toEqual([
      [true, 'typed'],
      [true, 'typed'],
      [true, 'typed'],
    ]);
    expect((await eventsAfter(id)).map((event) => [event.action, event.subject])).toEqual([
      ['update alignment', 'mfa'],
      ['update alignment', 'edr'],
      ['update alignment', 'av'],
    ]);
    for (const [body, status] of [
      [{ stackItems: ['mfa', 'nope'], change: { threat: true } }, 404],
      [{ stackItems: ['mfa', 'edr'], change: { currentProduct: 'mfa-pro' } }, 422],
      [{ stackItems: [], change: { threat: true } }, 400],
      [{ stackItems: ['mfa'], change: {} }, 400],
    ] as const)
      expect([body, (await both.post(url, body)).statusCode]).toEqual([body, status]);
  });

  it('shows the matrix of what one sees, and sets cells of it in all companies or in none', async () => {
    const matrix = (await both.get('/alignment-matrix?tag=Standard')).json();
    expect(matrix.companies.map((company: { id: string }) => company.id)).toEqual([kestrel, marmot]);
    const mfa = matrix.stackItems.find((item: { id: string }) => item.id === 'mfa');
    const cell = await row('mfa');
    expect(mfa.cells).toEqual({
      band: [0, 0],
      alignment: [cell.alignment, 0],
      mrr: [cell.mrrOpportunity.amount, 6000],
      oneTime: [0, 0],
    });
    expect(matrix.totals.mrr).toBe((await both.get('/dashboard?tag=Standard')).json().stackOpportunity.mrr);
    expect((await both.get(`/alignment-matrix?company=${quokka}`)).statusCode).toBe(400);
    expect((await both.get('/alignment-matrix?colour=red')).statusCode).toBe(400);

    const csv = await both.get('/alignment-matrix.csv?stackItem=mfa');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.split('\r\n')).toEqual([
      '\uFEFFCompany id,Company,Stack item id,Stack item,Category,Alignment,Band,MRR opportunity,One-time opportunity,Opportunity',
      `${kestrel},${COMPANIES.own.name},mfa,Multi-factor sign-in,,${cell.alignment},Not aligned,30,0,30`,
      `${marmot},${COMPANIES.other.name},mfa,Multi-factor sign-in,,0,Not aligned,60,0,60`,
      '',
    ]);

    const { id } = await lastEvent();
    const bulk = (client: Client, companies: readonly string[], change: object, stackItems = ['mfa']) =>
      client.post('/alignments/bulk', {
        cells: companies.map((company) => ({ company, stackItems })),
        change,
      });
    expect((await bulk(viewer, [kestrel], { alignment: 80 })).statusCode).toBe(403);
    const unseen = await bulk(both, [kestrel, quokka], { alignment: 80 });
    expect([unseen.statusCode, unseen.json().error.message]).toEqual([
      404,
      `There is no company "${quokka}".`,
    ]);
    expect((await bulk(both, [kestrel, marmot], { alignment: 80 }, ['mfa', 'edr'])).statusCode).toBe(422);
    const many = Array.from({ length: 2501 }, (_, i) => `c${i}`);
    const tooMany = await bulk(both, many, { alignment: 80 }, ['mfa', 'edr']);
    expect([tooMany.statusCode, tooMany.body]).toEqual([
      400,
      expect.stringContaining('at most 5,000 cells in all'),
    ]);
    expect(await eventsAfter(id)).toEqual([]);

    const done = await bulk(both, [kestrel, marmot], { alignment: 80 });
    expect(done.json()).toEqual({ cells: 2, changed: 2, left: 0 });
    expect((await bulk(both, [marmot, kestrel], { alignment: 80 })).json()).toEqual({
      cells: 2,
      changed: 0,
      left: 0,
    });
    expect((await eventsAfter(id)).map((event) => event.company)).toEqual([kestrel, marmot]);
    const cells = [kestrel, marmot].map((company) => ({ company, stackItems: ['mfa', 'av'] }));
    const some = (change: object) => both.post('/alignments/bulk', { cells, change, notApplicable: 'leave' });
    expect((await some({ provider: 'Zed' })).json()).toEqual({ cells: 4, changed: 3, left: 1 });
    expect((await row('av', marmot)).provider).toBeNull();
    expect((await some({ applicable: null })).json()).toMatchObject({ cells: 4, left: 0 });
    expect((await both.get('/alignment-matrix?stackItem=mfa')).json().totals).toMatchObject({ aligned: 2 });
  });

  it('of two who set overlapping cells at once, both are done', async () => {
    const cells = [kestrel, marmot].map((company) => ({ company, stackItems: ['mfa'] }));
    const answers = await Promise.all([
      both.post('/alignments/bulk', { cells, change: { alignment: 20 } }),
      admin.post('/alignments/bulk', { cells: [...cells].reverse(), change: { provider: 'Bob' } }),
      both.patch(`/companies/${marmot}/alignments/mfa`, { threat: true }),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
    for (const company of [kestrel, marmot])
      expect(await row('mfa', company)).toMatchObject({ alignment: 20, provider: 'Bob' });
  });

  it('leaves the dashboard as a freshly loaded portfolio has it', async () => {
    const asked = (await both.get('/dashboard')).body;
    const fresh = await loadPortfolio(engine.database, workspace, now);
    expect(contentOf(await server.context.portfolios.portfolioOf(workspace, now))).toEqual(contentOf(fresh));
    const { portfolio, grants, asOf } = fresh;
    const request = { grants, scope: scopeOf(grants, 'both'), query: WHOLE_DASHBOARD, asOf };
    expect(asked).toBe(Buffer.from(dashboardJson(portfolio, request)).toString());
  });
});
