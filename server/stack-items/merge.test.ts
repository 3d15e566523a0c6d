import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StackItem } from '../../contract/stack-items.ts';
import type { ItemMerge, ProductMerge } from '../../contract/stack-merge.ts';
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

const [kestrel, marmot, quokka] = Object.values(COMPANIES).map(({ id }) => id) as [string, string, string];
const now = new Date('2026-11-22T12:00:00Z');

/** Two items for the same thing: "mfa" stays; "old" has a product of the same name and one of its own. */
const world = {
  ...twoRegions,
  users: [
    ...twoRegions.users!,
    { key: 'eastern', name: 'Eastern', email: 'eastern@northwind.example', role: 'admin' },
  ],
  stack_items: [...twoRegions.stack_items!, { key: 'old', name: 'Two factors', tags: ['Legacy'] }],
  products: [
    ...twoRegions.products!,
    { key: 'old-pro', stack_item: 'old', name: 'mfa pro', standing: 'supported', product_codes: ['PRO'] },
    { key: 'token', stack_item: 'old', name: 'Token', standing: 'other', one_time_per_seat: 900 },
  ],
  alignments: [
    { company: kestrel, stack_item: 'mfa', alignment: '50', set_on: '2026-02-02', set_by: 'admin' },
    { company: kestrel, stack_item: 'old', applicable: true, alignment: '40', provider: 'Acme IT' },
    {
      company: marmot,
      stack_item: 'old',
      applicable: true,
      current_product: 'old-pro',
      mrr_opportunity: 700,
    },
    { company: quokka, stack_item: 'mfa', applicable: false, alignment: '10' },
    {
      company: quokka,
      stack_item: 'old',
      applicable: true,
      opportunity_product: 'old-pro',
      current_product: 'token',
    },
  ],
  alignment_notes: [{ key: 'n1', company: marmot, stack_item: 'old', text: 'Asked in May' }],
  recommendations: [{ key: 'r1', company: marmot, title: 'Second factor' }],
  assessment_templates: [{ key: 't1', name: 'Baseline' }],
  assessment_template_items: [{ key: 'q1', template: 't1', question: 'MFA?', stack_item: 'old' }],
  recommendation_lines: [{ key: 'l1', recommendation: 'r1', company: marmot, stack_item: 'old', mrr: 100 }],
  security_group_users: [
    ...twoRegions.security_group_users!,
    { security_group: 'east-only', user: 'eastern' },
  ],
  saved_views: [{ user: 'both', name: 'Factors', search: 'health=At+risk&stackItem=old&stackItem=mfa' }],
};

onBothEngines('merging', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let eastern: Client;
  let member: Client;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', world);
    server = await openTestServer(engine.database, { now: () => now });
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, eastern, member] = [await keyOf('admin'), await keyOf('eastern'), await keyOf('both')];
  });
  afterAll(() => server.close());

  const rows = async (query: string) =>
    (await sql<Record<string, unknown>>`${sql.raw(query)}`.execute(engine.database.kysely)).rows;
  const preview = async (client: Client): Promise<ItemMerge> =>
    (await client.get('/stack-items/old/merge?into=mfa')).json();
  const merge = (headers: Record<string, string> = {}, client = admin) =>
    client.post('/stack-items/old/merge', { into: 'mfa' }, headers);
  const state = () =>
    rows(`select (select md5(string_agg(a::text, '' order by a::text)) from alignments a) as cells,
      (select count(*) from stack_items) as items, (select count(*) from products) as products,
      (select count(*) from audit_events) as events`);

  it('is told before it is done, as far as one sees the companies', async () => {
    const told = await preview(admin);
    expect(told).toMatchObject({
      item: { id: 'old', name: 'Two factors' },
      into: { id: 'mfa', name: 'Multi-factor sign-in' },
      addedTags: ['Legacy'],
      products: { moved: [{ id: 'token', name: 'Token' }], joined: [{ id: 'old-pro', name: 'mfa pro' }] },
      companies: 3,
      cells: 3,
      notes: 1,
      recommendationLines: 1,
      moreDecided: 0,
    });
    expect(told.decided).toEqual([
      {
        company: { id: kestrel, name: COMPANIES.own.name },
        of: { id: 'old', name: 'Two factors' },
        givenUp: ['alignment 40 %'],
      },
      {
        company: { id: quokka, name: COMPANIES.unassigned.name },
        of: { id: 'mfa', name: 'Multi-factor sign-in' },
        givenUp: ['alignment 10 %'],
      },
    ]);
    const seen = await preview(eastern);
    expect([seen.companies, seen.cells, seen.notes, seen.decided.length]).toEqual([1, 1, 0, 1]);
    for (const { id, name } of [COMPANIES.other, COMPANIES.unassigned]) {
      expect(JSON.stringify(seen)).not.toContain(id);
      expect(JSON.stringify(seen)).not.toContain(name);
    }
  });

  it('is refused where it makes no sense, to those who may not, and after a preview that no longer holds', async () => {
    const before = await state();
    for (const [path, into, status] of [
      ['/stack-items/mfa/merge', 'mfa', 409],
      ['/stack-items/ghost/merge', 'mfa', 404],
      ['/stack-items/mfa/merge', 'ghost', 404],
      ['/products/token/merge', 'mfa-pro', 409],
      ['/products/token/merge', 'token', 409],
      ['/products/token/merge', 'ghost', 404],
    ] as const) {
      expect([path, into, (await admin.post(path, { into })).statusCode]).toEqual([path, into, status]);
      expect([path, (await admin.get(`${path}?into=${into}`)).statusCode]).toEqual([path, status]);
      expect([path, (await member.post(path, { into })).statusCode]).toEqual([path, 403]);
      expect([path, (await member.get(`${path}?into=${into}`)).statusCode]).toEqual([path, 403]);
    }
    expect(await state()).toEqual(before);

    const { etag } = await preview(admin);
    await admin.patch(`/companies/${marmot}/alignments/old`, { provider: 'Beta IT' });
    const changed = await state();
    const late = await merge({ 'if-match': etag });
    expect(late.statusCode).toBe(412);
    const { current } = late.json().error.details;
    expect(current).toEqual(await preview(admin));
    expect(current.etag).not.toBe(etag);
    expect(await state()).toEqual(changed);
  });

  it('loses nothing of what stands where both have something', async () => {
    const { etag } = await preview(admin);
    const answer = await merge({ 'if-match': etag });
    expect(answer.statusCode, answer.body).toBe(200);
    const item: StackItem = answer.json();
    expect([item.tags, item.products.map(({ id }) => id)]).toEqual([
      ['Legacy', 'Standard'],
      ['mfa-lite', 'mfa-pro', 'token'],
    ]);
    expect(item.products[1]).toMatchObject({ productCodes: ['PRO'], mrrPerSeat: 300, standing: 'preferred' });
    expect(
      await rows(`select company, stack_item, applicable, alignment, current_product, opportunity_product,
        mrr_opportunity, provider, set_on from alignments order by company`),
    ).toEqual([
      {
        company: kestrel,
        stack_item: 'mfa',
        applicable: true,
        alignment: '50',
        current_product: null,
        opportunity_product: null,
        mrr_opportunity: null,
        provider: 'Acme IT',
        set_on: '2026-02-02',
      },
      {
        company: marmot,
        stack_item: 'mfa',
        applicable: true,
        alignment: null,
        current_product: 'mfa-pro',
        opportunity_product: null,
        mrr_opportunity: 700,
        provider: 'Beta IT',
        set_on: '2026-11-22',
      },
      {
        company: quokka,
        stack_item: 'mfa',
        applicable: true,
        alignment: null,
        current_product: 'token',
        opportunity_product: 'mfa-pro',
        mrr_opportunity: null,
        provider: null,
        set_on: null,
      },
    ]);
    expect(await rows('select company, stack_item, text from alignment_notes order by company')).toEqual([
      {
        company: kestrel,
        stack_item: 'mfa',
        text: 'Was set for “Two factors” when “Two factors” was merged into “Multi-factor sign-in”: alignment 40 %.',
      },
      { company: marmot, stack_item: 'mfa', text: 'Asked in May' },
      {
        company: quokka,
        stack_item: 'mfa',
        text: 'Was set for “Multi-factor sign-in” when “Two factors” was merged into “Multi-factor sign-in”: alignment 10 %.',
      },
    ]);
    expect(await rows('select stack_item from recommendation_lines')).toEqual([{ stack_item: 'mfa' }]);
    expect(await rows('select stack_item from assessment_template_items')).toEqual([{ stack_item: 'mfa' }]);
    expect(await rows(`select key from stack_items`)).toEqual([{ key: 'mfa' }]);
    expect(await rows('select search from saved_views')).toEqual([
      { search: 'health=At+risk&stackItem=mfa' },
    ]);
  });

  it('is on record in words, for the workspace and for each company', async () => {
    const sentences = async (client: Client, path: string): Promise<string[]> =>
      (await client.get(path)).json().items.map(({ sentence }: { sentence: string }) => sentence);
    const all = await sentences(admin, '/activity');
    expect(all[0]).toBe('User admin merged the stack item Two factors into Multi-factor sign-in');
    expect(all).toContain('User admin merged the product mfa pro into MFA Pro');
    const marmots = await sentences(member, `/companies/${marmot}/activity`);
    expect(marmots).toContain('User admin merged the alignment of Two factors into Multi-factor sign-in');
    // what was done to the item before it went still says its name
    expect(marmots).toContain('User admin set provider of Two factors from none to Beta IT');
    const [event] = await rows(`select before, after from audit_events
      where action = 'merge alignment' and company = '${marmot}'`);
    expect(event).toMatchObject({
      before: { name: 'Two factors', mrrOpportunity: 700, provider: 'Beta IT' },
      after: { stackItem: 'mfa', notes: 1, recommendationLines: 1 },
    });
  });

  it('makes one product of two, with its codes, its cells and the prices that the other lacks', async () => {
    await admin.patch('/products/token', { productCodes: ['TOK'], mrrPerSeat: 50 });
    const told: ProductMerge = (await admin.get('/products/token/merge?into=mfa-lite')).json();
    expect(told).toMatchObject({
      addedCodes: ['TOK'],
      takesMrrPrices: true,
      takesOneTimePrices: true,
      current: 1,
      proposed: 0,
      companies: 1,
      followStanding: 1,
    });
    const done = await admin.post('/products/token/merge', { into: 'mfa-lite' }, { 'if-match': told.etag });
    expect(done.json()).toMatchObject({ productCodes: ['TOK'], mrrPerSeat: 50, oneTimePerSeat: 900 });
    expect(await rows(`select current_product from alignments where company = '${quokka}'`)).toEqual([
      { current_product: 'mfa-lite' },
    ]);
    expect((await admin.get('/products/token/merge?into=mfa-lite')).statusCode).toBe(404);
  });

  it('waits for who is editing a cell, so that nobody’s entry is lost', async () => {
    await admin.post('/stack-items', { name: 'Third' });
    await admin.patch(`/companies/${kestrel}/alignments/third`, { applicable: true });
    const [edit, merged] = await Promise.all([
      admin.patch(`/companies/${kestrel}/alignments/mfa`, { provider: 'Gamma IT' }),
      admin.post('/stack-items/third/merge', { into: 'mfa' }),
    ]);
    expect([edit.statusCode, merged.statusCode]).toEqual([200, 200]);
    expect(await rows(`select provider from alignments where company = '${kestrel}'`)).toEqual([
      { provider: 'Gamma IT' },
    ]);
  });

  it('leaves nobody with a broken server who was about to edit a cell of the item that goes', async () => {
    await admin.post('/stack-items', { name: 'Fourth', tags: ['Standard'] });
    const edits = Array.from({ length: 4 }, (_, i) =>
      admin.patch(`/companies/${kestrel}/alignments/fourth`, { alignment: i }),
    );
    const [merged, ...edited] = await Promise.all([
      admin.post('/stack-items/fourth/merge', { into: 'mfa' }),
      ...edits,
    ]);
    expect(merged!.statusCode, merged!.body).toBe(200);
    for (const { statusCode, body } of edited) expect([200, 404, 409], body).toContain(statusCode);
    expect(await rows(`select count(*)::int as left from alignments where stack_item = 'fourth'`)).toEqual([
      { left: 0 },
    ]);
  });

  it('brings the portfolio in memory to what a fresh one says', async () => {
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
  });
});
