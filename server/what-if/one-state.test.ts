import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PackedColumns, type PackedRow, unpackCompany } from '../../contract/what-if-companies.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import type { Database } from '../platform/database/database.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';

/** More than are read in one transaction. */
const COMPANIES = Array.from({ length: 60 }, (_, i) => `client-${String(i).padStart(2, '0')}`);
const [FIRST, LAST] = [COMPANIES[0]!, COMPANIES.at(-1)!];

/** The same database, except that something happens before each of its transactions begins. */
function interrupted({ pool, ...database }: Database, before: () => Promise<void>): Database {
  const connect = async () => {
    await before();
    return pool.connect();
  };
  const query = pool.query.bind(pool);
  return {
    ...database,
    pool: Object.create(pool, { connect: { value: connect }, query: { value: query } }) as pg.Pool,
  };
}

onBothEngines('companies for a what-if while they change', (engine) => {
  let quiet: TestServer;
  let busy: TestServer;
  let editor: Client;
  let asker: Client;
  let before: () => Promise<void> = async () => undefined;
  let edits = 0;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', {
      users: [{ key: 'dana', name: 'Dana', email: 'dana@northwind.example', role: 'admin' }],
      security_groups: [{ key: 'all', name: 'All companies', all_companies: true }],
      security_group_users: [{ security_group: 'all', user: 'dana' }],
      companies: COMPANIES.map((key) => ({ key, name: key, mrr_override: 0 })),
    });
    quiet = await openTestServer(engine.database);
    busy = await openTestServer(interrupted(engine.database, () => before()));
    const key = await giveKey(engine.database, workspace, 'dana');
    [editor, asker] = [quiet.withKey(key), busy.withKey(key)];
    expect((await asker.get('/what-if/companies')).statusCode).toBe(200);
  });
  afterAll(async () => {
    await quiet.close();
    await busy.close();
  });

  /** Writes the next number to the first company and then to the last, so that the last is never ahead of the first. */
  async function edit(): Promise<void> {
    edits += 1;
    for (const company of [FIRST, LAST]) {
      const answer = await editor.patch(`/companies/${company}/profile`, { mrrOverride: edits });
      expect(answer.statusCode, answer.body).toBe(200);
    }
  }

  async function numbers() {
    const answer = await asker.get('/what-if/companies');
    expect(answer.statusCode, answer.body).toBe(200);
    const { columns, companies } = answer.json<{ columns: PackedColumns; companies: PackedRow[] }>();
    expect(companies.map(([id]) => id)).toEqual(COMPANIES);
    const overrideOf = (id: string) => unpackCompany(columns, companies[COMPANIES.indexOf(id)]!).mrrOverride;
    return { first: Number(overrideOf(FIRST)), last: Number(overrideOf(LAST)) };
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are in one state when two change before transaction %i', async (at) => {
    let transactions = 0;
    before = async () => {
      transactions += 1;
      if (transactions === at) await edit();
    };
    const { first, last } = await numbers();
    before = async () => undefined;
    expect(first).toBeGreaterThanOrEqual(last);
    const end = await numbers();
    expect(end).toEqual({ first: edits, last: edits });
  });

  it('are in one state when somebody changes two before every transaction', async () => {
    before = edit;
    const { first, last } = await numbers();
    before = async () => undefined;
    expect(first).toBe(last);
    expect(first).toBeGreaterThan(0);
  });
});
