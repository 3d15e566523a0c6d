import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { type DatabaseProcess, startProcess } from '../../test/harness/processes.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { KEPT_REVISIONS, MOST_COMPANIES_AT_ONCE } from './changes.ts';
import type { LoadedPortfolio } from './loaded-portfolio.ts';
import { openPortfolios, type Portfolios } from './portfolios.ts';
import { contentOf, createTestWorld, type TestWorld } from './test-world.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

onBothEngines('a portfolio and another process that writes', (engine) => {
  let database: Database;
  let writer: DatabaseProcess;
  let world: TestWorld;
  beforeAll(async () => {
    const place = await engine.place();
    database = await openDatabase(place);
    world = await createTestWorld(database);
    writer = await startProcess(place);
  });
  afterAll(async () => {
    await writer.end();
    await database.close();
  });

  it('are never apart, however writes and questions fall together', async () => {
    const portfolios = openPortfolios(database);
    let committed = 0;
    let begun = 0;
    /** The writer counts up what can be seen in the portfolio, in a fact, a definition or both. */
    const write = async (what: string) => {
      const n = begun + 1;
      begun = n;
      const fact = `update companies set mrr_override = ${n} where key = 'acme'`;
      const statements: Record<string, string> = {
        fact,
        definition: `with fact as (${fact}) update workspaces set effort_midpoint = ${n % 100}`,
        grant: `with fact as (${fact}) update users set name = '${n}' where key = 'lee'`,
      };
      await writer.query(statements[what]!);
      committed = n;
    };
    const ask = async () => {
      const least = committed;
      const seen = amountOf(await portfolios.portfolioOf(world.id, NOW));
      expect(seen).toBeGreaterThanOrEqual(least);
      expect(seen).toBeLessThanOrEqual(begun);
    };
    await write('fact');
    const step = fc.record({
      write: fc.constantFrom('fact', 'fact', 'fact', 'definition', 'grant'),
      questionsMeanwhile: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const { write: what, questionsMeanwhile } of steps) {
          const writing = write(what);
          const questions = questionsMeanwhile.map((milliseconds) => sleep(milliseconds).then(ask));
          await writing;
          await Promise.all([ask(), ask(), ...questions]);
        }
      }),
      { numRuns: 10 },
    );
    const held = contentOf(await portfolios.portfolioOf(world.id, NOW));
    expect(held).toEqual(contentOf(await openPortfolios(database).portfolioOf(world.id, NOW)));
  });
});

function amountOf({ portfolio }: LoadedPortfolio): number {
  return portfolio.company.mrr[portfolio.slots.get('acme')!]!;
}

onBothEngines('portfolios', (engine) => {
  let world: TestWorld;
  let portfolios: Portfolios;
  beforeAll(async () => {
    world = await createTestWorld(engine.database);
    portfolios = openPortfolios(engine.database);
  });
  const ask = (now = NOW) => portfolios.portfolioOf(world.id, now);
  const afresh = (now = NOW) => openPortfolios(engine.database).portfolioOf(world.id, now);

  it('load once for all who ask at the same time', async () => {
    await ask();
    await world.run(`update workspaces set effort_midpoint = 51 where id = $w`);
    const transactions = vi.spyOn(engine.database.kysely, 'transaction');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(transactions).toHaveBeenCalledTimes(1);
    expect(new Set(answers).size).toBe(1);
    transactions.mockRestore();
  });

  it('take the word of a caller who has seen the revision, and ask nothing', async () => {
    const { revision } = await ask();
    const queries = vi.spyOn(engine.database.pool, 'query');
    expect((await portfolios.portfolioOf(world.id, NOW, revision)).revision).toBe(revision);
    expect(queries).not.toHaveBeenCalled();
    queries.mockRestore();
  });

  it('keep grants and definitions as they are while nothing in them changes', async () => {
    const before = await ask();
    await world.run(`update companies set name = 'Acme & Co' where workspace_id = $w and key = 'acme'`);
    const after = await ask();
    expect(after.grants).toBe(before.grants);
    expect(after.definitions).toBe(before.definitions);
    await world.run(`update users set name = 'Lee' where workspace_id = $w and key = 'lee'`);
    expect((await ask()).grants).not.toBe(before.grants);
    expect((await ask()).portfolio).toBe(after.portfolio);
  });

  it('compute anew when the day changes in the time zone of the workspace', async () => {
    await world.run(`update workspaces set as_of = null, time_zone = 'Pacific/Auckland' where id = $w`);
    await world.run(`insert into csat (workspace_id, key, company, answered_at, rating)
      values ($w, 'evening', 'cedar', '2026-08-24T12:30:00Z', 'positive')`);
    const [before, after] = ['2026-11-22T10:59:59Z', '2026-11-22T11:00:00Z'].map((time) => new Date(time));
    expect((await ask(before)).asOf).toBe('2026-11-22');
    const inside = contentOf(await ask(before));
    const outside = contentOf(await ask(after));
    expect(outside.asOf).toBe('2026-11-23');
    expect(outside).toEqual(contentOf(await afresh(after)));
    // answered on 25 August there: 89 days before 22 November, 90 before the 23rd
    expect(outside.companies).not.toEqual(inside.companies);
    await world.run(`update workspaces set as_of = '2026-11-22', time_zone = null where id = $w`);
  });

  it('load everything when very many companies change, and when companies go', async () => {
    const many = MOST_COMPANIES_AT_ONCE + 1;
    for (const sql of [
      `insert into companies (workspace_id, key, name) select $w, 'n' || i, 'New ' || i from generate_series(1, ${many}) i`,
      `update companies set mrr_override = 500 where workspace_id = $w and key like 'n%'`,
      `delete from companies where workspace_id = $w and key like 'n%' and key <> 'n1'`,
      `delete from companies where workspace_id = $w and key = 'n1'`,
    ]) {
      await world.run(sql);
      expect(contentOf(await ask())).toEqual(contentOf(await afresh()));
    }
  });

  it('load everything when the log no longer reaches back', async () => {
    await ask();
    await world.run(`update companies set mrr_override = 1 where workspace_id = $w and key = 'acme'`);
    await world.run(`update companies set mrr_override = 2 where workspace_id = $w and key = 'birch'`);
    await world.run(`delete from portfolio_changes where workspace_id = $w
      and revision < (select revision from workspaces where id = $w)`);
    expect(contentOf(await ask())).toEqual(contentOf(await afresh()));
  });

  it('keep the log short', async () => {
    await world.run(`update workspaces set revision = revision + ${2 * KEPT_REVISIONS} where id = $w`);
    await world.run(`update companies set mrr_override = 3 where workspace_id = $w and key = 'acme'`);
    const { revision } = await ask();
    const { rows } = await engine.database.pool.query(
      'select count(*) as kept, min(revision) as first from portfolio_changes where workspace_id = $1',
      [world.id],
    );
    expect(rows[0].kept).toBeGreaterThan(0);
    expect(rows[0].first).toBeGreaterThan(revision - KEPT_REVISIONS);
    expect(contentOf(await ask())).toEqual(contentOf(await afresh()));
  });

  describe('that cannot be loaded', () => {
    it('say so to everyone who asks, and load when it is mended', async () => {
      const before = contentOf(await ask());
      await world.run(
        `insert into health_scores (workspace_id, company, metric, points) values ($w, 'cedar', 'sentiment', 'NaN')`,
      );
      const answers = await Promise.allSettled([ask(), ask(), ask()]);
      for (const answer of answers)
        expect(answer).toMatchObject({
          status: 'rejected',
          reason: { message: expect.stringContaining('"cedar"') },
        });
      await world.run(`delete from health_scores where workspace_id = $w and company = 'cedar'`);
      expect({ ...contentOf(await ask()), revision: before.revision }).toEqual(before);
    });

    it('say that there is no such workspace', async () => {
      await expect(portfolios.portfolioOf('00000000-0000-4000-8000-000000000000', NOW)).rejects.toThrow(
        'no workspace',
      );
    });
  });
});
