import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StackItem } from '../../contract/stack-items.ts';
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
const now = new Date('2026-11-22T12:00:00Z');

onBothEngines('the stack', (engine) => {
  let server: TestServer;
  let workspace: string;
  let admin: Client;
  let both: Client;

  beforeAll(async () => {
    workspace = await addWorkspace(engine.database, 'Northwind IT', { ...twoRegions, alignments: [] });
    server = await openTestServer(engine.database, { now: () => now });
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, both] = [await keyOf('admin'), await keyOf('both')];
  });
  afterAll(() => server.close());

  const stack = async (): Promise<StackItem[]> => (await both.get('/stack-items')).json().items;

  async function lastEvent() {
    const { rows } = await sql`select actor, action, company, subject, before, after
      from audit_events order by id desc limit 1`.execute(engine.database.kysely);
    return rows[0];
  }

  const created = async (body: object): Promise<StackItem> => {
    const answer = await admin.post('/stack-items', body);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers.etag).toBe(answer.json().etag);
    return answer.json();
  };

  it('is built by hand, item by item with its products', async () => {
    const item = await created({
      name: ' Web filtering <script> ',
      definition: 'Keeps staff from harmful sites. שלום 🛡️',
      category: 'Security',
      tags: ['Standard', 'HIPAA', 'Standard'],
      weight: 2.5,
      agreementInclusionDefault: true,
      anyOneOf: null,
      products: [
        { name: 'DNSFilter', standing: 'preferred', productCodes: ['DNS'], mrrPerSeat: 150 },
        { name: 'None' },
      ],
    });
    expect(item).toMatchObject({
      id: 'web-filtering-script',
      name: 'Web filtering <script>',
      tags: ['HIPAA', 'Standard'],
      weight: 2.5,
      order: null,
      retired: false,
      products: [
        {
          id: 'dnsfilter',
          standing: 'preferred',
          productCodes: ['DNS'],
          mrrPerSeat: 150,
          mrrPerCompany: null,
        },
        { id: 'none-2', name: 'None', standing: 'other' },
      ],
    });
    expect((await stack()).map(({ id }) => id)).toEqual(['mfa', item.id]);
    expect(await lastEvent()).toMatchObject({
      actor: 'admin',
      action: 'create product',
      company: null,
      subject: 'none-2',
      after: { stackItem: item.id, name: 'None' },
    });
    const cell = await both.get(`/companies/${kestrel}/alignments/${item.id}`);
    expect(cell.json()).toMatchObject({
      applicableSource: 'tag',
      agreementInclusion: true,
      mrrOpportunity: { amount: 1500, source: 'price book' },
    });
    expect((await created({ name: 'Web filtering <script>' })).id).toBe('web-filtering-script-2');
  });

  it('changes with its items and products, which the cells follow', async () => {
    const [item] = (await stack()).filter(({ id }) => id === 'web-filtering-script');
    const change = { tags: ['Other'], weight: 0, category: null };
    const answer = await admin.patch(`/stack-items/${item!.id}`, change, { 'if-match': item!.etag });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({ ...change, name: item!.name });
    expect(await lastEvent()).toMatchObject({
      action: 'update stack item',
      subject: item!.id,
      before: { tags: ['HIPAA', 'Standard'], weight: 2.5, category: 'Security' },
      after: change,
    });
    const cell = `/companies/${kestrel}/alignments/${item!.id}`;
    expect((await both.get(cell)).json()).toMatchObject({ applicable: false });
    await admin.patch(`/stack-items/${item!.id}`, { tags: ['Standard'] });
    const product = await admin.patch('/products/dnsfilter', { mrrPerSeat: null, oneTimePerCompany: 900 });
    expect(product.json()).toMatchObject({ mrrPerSeat: null, oneTimePerCompany: 900 });
    expect((await both.get(cell)).json()).toMatchObject({
      applicable: true,
      mrrOpportunity: { amount: 0 },
      oneTimeOpportunity: { amount: 900, source: 'price book' },
    });

    const late = await admin.patch(`/stack-items/${item!.id}`, { name: 'X' }, { 'if-match': item!.etag });
    expect(late.statusCode).toBe(412);
    expect(late.json().error.details).toMatchObject({
      current: { tags: ['Standard'], weight: 0 },
      changed: { by: { id: 'admin', name: 'User admin' } },
    });
    const stale = await admin.patch('/products/dnsfilter', { name: 'X' }, { 'if-match': '"old"' });
    expect([stale.statusCode, stale.json().error.details.current.id]).toEqual([412, 'dnsfilter']);
    const kept = (await stack()).find(({ id }) => id === item!.id)!;
    expect([kept.name, kept.products[0]!.name]).toEqual([item!.name, 'DNSFilter']);
  });

  it('loses what nothing uses, and says what uses the rest', async () => {
    const url = `/companies/${kestrel}/alignments/mfa`;
    await both.patch(url, { currentProduct: 'mfa-lite' });
    await both.post(`${url}/notes`, { text: 'One' });
    await both.post(`${url}/recommendations`, { title: 'Two' });
    await admin.patch(`/companies/${COMPANIES.unassigned.id}/alignments/mfa`, { threat: true });
    const inUse = await admin.delete('/stack-items/mfa');
    expect([inUse.statusCode, inUse.json().error.message]).toEqual([
      409,
      '"Multi-factor sign-in" is in use by 2 alignment cells, 1 note and 1 recommendation line of 2 companies. Retire it instead.',
    ]);
    const named = await admin.delete('/products/mfa-lite');
    expect([named.statusCode, named.json().error.message]).toEqual([
      409,
      '"MFA Lite" is in use by 1 alignment cell of 1 company. Choose another product there first.',
    ]);
    const { etag } = (await stack()).find(({ id }) => id === 'web-filtering-script-2')!;
    const stale = {
      method: 'DELETE',
      url: '/stack-items/web-filtering-script-2',
      headers: { 'if-match': '"old"' },
    } as const;
    expect((await admin.send(stale)).statusCode).toBe(412);
    expect((await admin.send({ ...stale, headers: { 'if-match': etag } })).statusCode).toBe(204);
    expect((await admin.delete('/products/none-2')).statusCode).toBe(204);
    expect((await admin.delete('/stack-items/web-filtering-script')).statusCode).toBe(204);
    expect(await lastEvent()).toMatchObject({
      action: 'delete stack item',
      before: { name: 'Web filtering <script>', products: [{ id: 'dnsfilter', oneTimePerCompany: 900 }] },
    });
    expect((await stack()).map(({ id }) => id)).toEqual(['mfa']);
    await admin.patch('/stack-items/mfa', { retired: true });
    expect((await both.get(url)).json()).toMatchObject({
      counts: false,
      reason: 'The stack item is retired',
    });
  });

  it.each([
    [{ name: '' }, 400, 'some text'],
    [{ name: 'x'.repeat(100_001) }, 400, 'at most 100,000 characters'],
    [{ name: 'x', weight: -1 }, 400, 'of at least 0'],
    [{ name: 'x', order: 'first' }, 400, 'a number such as 12.5'],
    [{ name: 'x', tags: [''] }, 400, 'tags.0'],
    [{ name: 'x', products: [{ name: 'y', mrrPerSeat: -1 }] }, 400, 'whole cents, from 0 to 10^15'],
    [{ name: 'x', products: [{ name: 'y', oneTimePerSeat: 1e16 }] }, 400, 'products.0.oneTimePerSeat'],
    [{ name: 'x', products: [{ name: 'y', standing: 'best' }] }, 400, 'products.0.standing'],
    [{ name: 'x', colour: 'red' }, 400, 'no field of this name'],
  ])('refuses an item with something wrong in it: case %#', async (body, status, words) => {
    const before = await stack();
    const answer = await admin.post('/stack-items', body);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.body).toContain(words);
    expect(await stack()).toEqual(before);
  });

  it('is the admins’ to change, and everybody’s to read', async () => {
    const { etag: _, products: __, ...before } = (await stack())[0]!;
    for (const [method, url, payload] of [
      ['POST', '/stack-items', { name: 'x' }],
      ['PATCH', '/stack-items/mfa', { name: 'x' }],
      ['DELETE', '/stack-items/mfa', undefined],
      ['POST', '/stack-items/mfa/move', { after: null }],
      ['POST', '/stack-items/starter', { items: ['firewall'] }],
      ['POST', '/stack-items/mfa/products', { name: 'x' }],
      ['PATCH', '/products/mfa-pro', { name: 'x' }],
      ['DELETE', '/products/mfa-pro', undefined],
    ] as const) {
      const answer = await both.send({ method, url, ...(payload ? { payload } : {}) });
      expect([method, url, answer.statusCode]).toEqual([method, url, 403]);
    }
    for (const [method, url, payload] of [
      ['PATCH', '/stack-items/ghost', { name: 'x' }],
      ['DELETE', '/stack-items/ghost', undefined],
      ['POST', '/stack-items/ghost/move', { after: null }],
      ['POST', '/stack-items/mfa/move', { after: 'ghost' }],
      ['POST', '/stack-items/ghost/products', { name: 'x' }],
      ['PATCH', '/products/ghost', { name: 'x' }],
      ['DELETE', '/products/ghost', undefined],
    ] as const) {
      const answer = await admin.send({ method, url, ...(payload ? { payload } : {}) });
      expect([method, url, answer.statusCode]).toEqual([method, url, 404]);
    }
    expect((await stack())[0]).toMatchObject(before);
  });

  it('adds an item once, however often it is sent under one key', async () => {
    const send = () => admin.post('/stack-items', { name: 'Backup' }, { 'idempotency-key': 'item-1' });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.statusCode, first.json()]).toEqual([201, second.json()]);
    expect((await stack()).filter(({ name }) => name === 'Backup')).toHaveLength(1);
  });

  it('is put into order item by item, so that two who move at once both get what they asked for', async () => {
    for (const name of ['Alpha', 'Beta', 'Gamma']) await created({ name });
    const names = (items: readonly StackItem[]) => items.map(({ name }) => name);
    const present = ['Alpha', 'Backup', 'Beta', 'Gamma', 'Multi-factor sign-in'];
    expect(names(await stack())).toEqual(present);
    const { etag } = (await stack()).find(({ id }) => id === 'beta')!;
    const move = (id: string, after: string | null) => admin.post(`/stack-items/${id}/move`, { after });
    const [one, other] = await Promise.all([move('gamma', null), move('alpha', 'backup')]);
    expect([one.statusCode, other.statusCode]).toEqual([200, 200]);
    const order = ['Gamma', 'Backup', 'Alpha', 'Beta', 'Multi-factor sign-in'];
    expect(names(await stack())).toEqual(order);
    expect((await stack()).map((item) => item.order)).toEqual(['1', '2', '3', '4', '5']);
    expect(names((await move('mfa', 'gamma')).json().items)).toEqual([
      'Gamma',
      'Multi-factor sign-in',
      'Backup',
      'Alpha',
      'Beta',
    ]);
    expect(await lastEvent()).toMatchObject({
      action: 'move stack item',
      subject: 'mfa',
      before: { place: 5 },
      after: { place: 2 },
    });
    // who edits an item is not disturbed by its place
    const edit = await admin.patch('/stack-items/beta', { category: 'Other' }, { 'if-match': etag });
    expect(edit.statusCode, edit.body).toBe(200);
  });

  it('is begun with starter items, each once, behind what there is', async () => {
    const before = await stack();
    const add = (items: readonly string[]) => admin.post('/stack-items/starter', { items });
    const answers = await Promise.all([add(['firewall', 'multi-factor', 'switches']), add(['firewall'])]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    const after = await stack();
    expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    // "Multi-factor sign-in" was there
    expect(
      after
        .slice(before.length)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Firewall', 'Switches']);
    const firewall = after.find(({ name }) => name === 'Firewall')!;
    expect(firewall).toMatchObject({ tags: ['Premium', 'Standard'], weight: 2, category: 'Network' });
    expect(firewall.products[0]).toMatchObject({ standing: 'preferred', mrrPerSeat: null });
    expect((await add(['firewall'])).json()).toEqual({ items: [] });
    expect((await add(['toString'])).statusCode).toBe(400);
  });

  it('brings the portfolio in memory to what a fresh one says', async () => {
    const held = await server.context.portfolios.portfolioOf(workspace, now);
    expect(contentOf(held)).toEqual(contentOf(await loadPortfolio(engine.database, workspace, now)));
  });
});
