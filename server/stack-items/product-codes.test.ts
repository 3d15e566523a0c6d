import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProductCode } from '../../contract/product-codes.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../testing/two-regions.ts';

const [kestrel, marmot] = [COMPANIES.own.id, COMPANIES.other.id];

const coded = (key: string, company: string, product_code: string, unit_price: number) => ({
  key,
  company,
  contract: company,
  product_code,
  unit_price,
  description: `${product_code} seats`,
});

onBothEngines('product codes', (engine) => {
  let server: TestServer;
  let admin: Client;
  let eastern: Client;
  let member: Client;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      users: [
        ...twoRegions.users!,
        { key: 'eastern', name: 'Eastern', email: 'eastern@northwind.example', role: 'admin' },
      ],
      contract_lines: [
        coded('k1', kestrel, 'MFA', 40_000),
        coded('k2', kestrel, 'MFA', 2_000),
        coded('m1', marmot, 'MFA', 8_000),
        coded('m2', marmot, 'TOKEN', 500),
        { ...coded('m3', marmot, 'TOKEN', 90_000), cycle: 'onetime', start: '2026-10-01' },
        { ...coded('m4', marmot, 'GONE', 700), cancelled_on: '2026-01-01' },
      ],
      security_group_users: [
        ...twoRegions.security_group_users!,
        { security_group: 'east-only', user: 'eastern' },
      ],
    });
    server = await openTestServer(engine.database, { now: () => new Date('2026-11-22T12:00:00Z') });
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, eastern, member] = [await keyOf('admin'), await keyOf('eastern'), await keyOf('both')];
  });
  afterAll(() => server.close());

  const codesSeenBy = async (client: Client): Promise<ProductCode[]> =>
    (await client.get('/product-codes')).json().items;

  it('are told with what they carry, at the companies that one sees', async () => {
    const mfa = { code: 'MFA', description: 'MFA seats', products: [], suggestion: null, otherLines: 0 };
    expect(await codesSeenBy(admin)).toEqual([
      { ...mfa, mrr: 50_000, lines: 3, companies: 2 },
      { ...mfa, code: 'TOKEN', description: 'TOKEN seats', mrr: 500, lines: 1, companies: 1, otherLines: 1 },
      { ...mfa, code: 'GONE', description: 'GONE seats', mrr: 0, lines: 0, companies: 0, otherLines: 1 },
    ]);
    expect(await codesSeenBy(eastern)).toEqual([{ ...mfa, mrr: 42_000, lines: 2, companies: 1 }]);
    expect((await member.get('/product-codes')).statusCode).toBe(403);
  });

  it('are mapped by adding them to a product, which gives clients their current product and MRR', async () => {
    const cell = `/companies/${kestrel}/alignments/mfa`;
    expect((await admin.get(cell)).json()).toMatchObject({ currentProduct: null, currentMrr: 0 });
    const answers = await Promise.all(
      ['MFA', 'TOKEN', 'MFA'].map((code) => admin.patch('/products/mfa-pro/product-codes', { add: [code] })),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const { rows } = await sql`select product_codes from products where key = 'mfa-pro'`.execute(
      engine.database.kysely,
    );
    expect(rows).toEqual([{ product_codes: ['MFA', 'TOKEN'] }]);
    expect((await admin.get(cell)).json()).toMatchObject({
      currentProduct: { id: 'mfa-pro' },
      currentMrr: 42_000,
    });
    await admin.patch('/products/mfa-lite/product-codes', { add: ['MFA'] });
    const [both] = await codesSeenBy(admin);
    const stackItem = { id: 'mfa', name: 'Multi-factor sign-in' };
    expect(both!.products).toEqual([
      { id: 'mfa-lite', name: 'MFA Lite', stackItem },
      { id: 'mfa-pro', name: 'MFA Pro', stackItem },
    ]);
    const taken = await admin.patch('/products/mfa-lite/product-codes', { remove: ['MFA', 'ghost'] });
    expect([taken.statusCode, taken.json().productCodes]).toEqual([200, []]);
    expect((await admin.get('/activity')).json().items[0].sentence).toBe(
      'User admin set product codes of the product MFA Lite from MFA to none',
    );
  });

  it('are refused to those who may not, and where something is wrong', async () => {
    const path = '/products/mfa-pro/product-codes';
    expect((await member.patch(path, { add: ['X'] })).statusCode).toBe(403);
    expect((await admin.patch('/products/ghost/product-codes', { add: ['X'] })).statusCode).toBe(404);
    expect((await admin.patch(path, { add: [''] })).statusCode).toBe(400);
    expect((await admin.patch(path, { add: 'X' })).statusCode).toBe(400);
  });
});
