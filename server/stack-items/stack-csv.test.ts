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
import { twoRegions } from '../testing/two-regions.ts';

const ITEMS = [
  'key,name,definition,category,order,tags,weight,agreementInclusionDefault,anyOneOf,retired',
  'web,Web filtering,"Keeps staff from ""bad"" sites, everywhere",Security,1,Premium|Standard,2.5,true,,',
  'backup,Backup,,Continuity,2,,,,,',
];
const PRODUCTS = [
  'key,stackItem,name,standing,productCodes,mrrPerCompany,mrrPerSeat,mrrPerLocation,oneTimePerCompany,oneTimePerSeat,oneTimePerLocation',
  'dnsfilter,web,DNSFilter,preferred,DNS|DNSF,,1.50,,250.00,,',
];
const csv = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;

onBothEngines('the stack as CSV', (engine) => {
  let server: TestServer;
  let admin: Client;
  let member: Client;

  beforeAll(async () => {
    // a workspace without any company: a stack comes first
    const workspace = await addWorkspace(engine.database, 'Northwind IT', { users: twoRegions.users! });
    server = await openTestServer(engine.database);
    const keyOf = async (user: string) => server.withKey(await giveKey(engine.database, workspace, user));
    [admin, member] = [await keyOf('admin'), await keyOf('both')];
  });
  afterAll(() => server.close());

  const imported = (body: object, dryRun = false) =>
    admin.post(`/stack/import${dryRun ? '?dryRun=true' : ''}`, body);
  const file = async (name: string) => (await admin.get(`/${name}.csv`)).body;
  const events = async () => {
    const { rows } = await sql<{
      action: string;
    }>`select action from audit_events where action <> 'create API key' order by id`.execute(
      engine.database.kysely,
    );
    return rows.map(({ action }) => action);
  };

  it('is previewed without being written, then comes in whole, in one record', async () => {
    const body = { stackItems: csv(ITEMS), products: csv(PRODUCTS) };
    const counts = (created: number[], unchanged: number[]) => ({
      items: ['stack_items.csv', 'products.csv'].map((name, i) => ({
        file: name,
        created: created[i],
        updated: 0,
        unchanged: unchanged[i],
      })),
    });
    expect((await imported(body, true)).json()).toEqual(counts([2, 1], [0, 0]));
    expect((await admin.get('/stack-items')).json()).toEqual({ items: [] });
    expect(await events()).toEqual([]);
    expect((await imported(body)).json()).toEqual(counts([2, 1], [0, 0]));
    expect(await events()).toEqual(['import stack']);
    expect((await imported(body, true)).json()).toEqual(counts([0, 0], [2, 1]));
    expect((await admin.get('/stack-items')).json().items[0]).toMatchObject({
      id: 'web',
      definition: 'Keeps staff from "bad" sites, everywhere',
      tags: ['Premium', 'Standard'],
      weight: 2.5,
      products: [
        { id: 'dnsfilter', productCodes: ['DNS', 'DNSF'], mrrPerSeat: 150, oneTimePerCompany: 25_000 },
      ],
    });
  });

  it('goes out for spreadsheets, and comes back unchanged', async () => {
    const answer = await admin.get('/stack-items.csv');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="stack_items.csv"',
    });
    // by key
    expect(answer.body).toBe(`\uFEFF${csv([ITEMS[0]!, ITEMS[2]!, ITEMS[1]!])}`);
    expect(await file('products')).toBe(`\uFEFF${csv(PRODUCTS)}`);
    const again = await imported({ stackItems: await file('stack-items'), products: await file('products') });
    expect(again.json().items.map((counts: { unchanged: number }) => counts.unchanged)).toEqual([2, 1]);
  });

  it('is changed by the rows and columns that a file has, and by no others', async () => {
    const answer = await imported({ stackItems: 'weight,key,name\n7,web,Web\n1,new,New\n' });
    expect(answer.json().items).toEqual([{ file: 'stack_items.csv', created: 1, updated: 1, unchanged: 0 }]);
    const { items } = (await admin.get('/stack-items')).json();
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ id: 'web', name: 'Web', weight: 7, category: 'Security' });
  });

  it('refuses files with anything wrong in them by line and column, with nothing written', async () => {
    const before = [await file('stack-items'), await file('products'), await events()];
    const answer = await imported({
      stackItems: 'key,name,weight\nx,X,heavy\ny,,1\n',
      products: 'key,stackItem,name,colour\np,ghost,P,red\n',
    });
    expect(answer.statusCode).toBe(422);
    const { message, details } = answer.json().error;
    expect(message).toBe('4 things are wrong in the files. Nothing was written.');
    expect(details.more).toBe(0);
    expect(
      details.errors.map((error: { file: string; line: number; column: number }) => [
        error.file,
        error.line,
        error.column,
      ]),
    ).toEqual([
      ['stack_items.csv', 2, 3],
      ['stack_items.csv', 3, 2],
      ['products.csv', 1, 4],
      ['products.csv', 2, 2],
    ]);
    expect([await file('stack-items'), await file('products'), await events()]).toEqual(before);
  });

  it('is for admins, and takes nothing but its two files', async () => {
    expect((await member.get('/stack-items.csv')).statusCode).toBe(403);
    expect((await member.get('/products.csv')).statusCode).toBe(403);
    expect((await member.post('/stack/import', { stackItems: csv(ITEMS) })).statusCode).toBe(403);
    expect((await imported({})).statusCode).toBe(400);
    expect((await imported({ companies: 'key,name\n' })).statusCode).toBe(400);
    expect((await imported({ stackItems: 'x'.repeat(17 * 1024 * 1024) })).statusCode).toBe(413);
  });
});
