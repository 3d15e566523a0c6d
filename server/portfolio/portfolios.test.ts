import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import type { Database } from '../platform/database/database.ts';
import { openPortfolios, type Portfolios } from './portfolios.ts';
import { contentOf, createTestWorld, type TestWorld } from './test-world.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

/** For each table that the portfolio rests on: a row added, changed, removed. */
const CHANGES: Record<string, readonly [insert: string, update: string, remove: string]> = {
  users: byKey(
    'users',
    'kim',
    { name: `'Kim'`, email: `'kim@example.com'`, role: `'viewer'` },
    `is_manager = true`,
  ),
  companies: byKey(
    'companies',
    'dogwood',
    { name: `'Dogwood'`, tags: `'{Legal}'` },
    `name = 'A dogwood', mrr_override = 5`,
  ),
  contacts: byKey('contacts', 'ben', { company: `'acme'`, name: `'Ben'` }, 'active = false'),
  contracts: byKey(
    'contracts',
    'acme-fix',
    { company: `'acme'`, name: `'Fixed'`, amount: '100000' },
    `"end" = '2026-01-01'`,
  ),
  contract_lines: byKey(
    'contract_lines',
    'acme-old',
    { contract: `'acme-msa'`, company: `'acme'`, product_code: `'OLD'`, unit_price: '700' },
    'quantity = 2.5',
  ),
  excluded_vendors: [
    `insert into excluded_vendors (workspace_id, vendor) values ($w, 'Microsoft')`,
    `update excluded_vendors set vendor = 'Google' where workspace_id = $w`,
    `delete from excluded_vendors where workspace_id = $w`,
  ],
  exchange_rates: [
    `insert into exchange_rates (workspace_id, currency, rate) values ($w, 'EUR', 1.5)`,
    `update exchange_rates set rate = 2 where workspace_id = $w`,
    `delete from exchange_rates where workspace_id = $w`,
  ],
  stack_items: byKey('stack_items', 'edr', { name: `'EDR'`, tags: `'{Standard}'` }, 'retired = true'),
  products: byKey(
    'products',
    'mail-other',
    { stack_item: `'mail'`, name: `'Other'`, product_codes: `'{M365}'` },
    `standing = 'supported'`,
  ),
  alignments: [
    `insert into alignments (workspace_id, company, stack_item, mrr_opportunity) values ($w, 'acme', 'web', 12345)`,
    `update alignments set alignment = 90 where workspace_id = $w and company = 'acme'`,
    `delete from alignments where workspace_id = $w and company = 'acme'`,
  ],
  recommendation_statuses: [
    `insert into recommendation_statuses (workspace_id, name, state, "order") values ($w, 'Won', 'completed', 0)`,
    `update recommendation_statuses set state = 'not_started' where workspace_id = $w and name = 'Won'`,
    `delete from recommendation_statuses where workspace_id = $w and name = 'Won'`,
  ],
  recommendations: [
    `insert into recommendations (workspace_id, key, company, title) values ($w, 'acme-mail', 'acme', 'Mail')`,
    `update recommendations set status = case key when 'birch-mail' then 'Sold' end where workspace_id = $w`,
    `delete from recommendations where workspace_id = $w and key = 'acme-mail'`,
  ],
  recommendation_lines: byKey(
    'recommendation_lines',
    'cedar-mail-1',
    { recommendation: `'cedar-mail'`, company: `'cedar'`, stack_item: `'mail'`, mrr: '777' },
    'one_time = 888',
  ),
  health_metrics: byKey(
    'health_metrics',
    'size',
    {
      name: `'Size'`,
      max_score: '10',
      weight: '1',
      kind: `'computed'`,
      fact: `'employees'`,
      bands: `'[{"upTo":null,"points":"4"}]'`,
    },
    'weight = 3',
  ),
  effort_metrics: byKey(
    'effort_metrics',
    'sla',
    { name: `'SLA'`, max_score: '10', weight: '1', kind: `'custom'` },
    'weight = 3',
  ),
  health_scores: [
    `insert into health_scores (workspace_id, company, metric, points) values ($w, 'cedar', 'sentiment', 9)`,
    `update health_scores set points = 1 where workspace_id = $w and company = 'cedar'`,
    `delete from health_scores where workspace_id = $w and company = 'cedar'`,
  ],
  effort_scores: [
    `insert into effort_scores (workspace_id, company, metric, points) values ($w, 'cedar', 'felt', 9)`,
    `update effort_scores set points = 1 where workspace_id = $w and company = 'cedar'`,
    `delete from effort_scores where workspace_id = $w and company = 'cedar'`,
  ],
  health_bands: band('health_bands'),
  effort_bands: band('effort_bands'),
  alignment_bands: band('alignment_bands'),
  health_overrides: [
    `insert into health_overrides (workspace_id, company, status, reason, set_on, expires_on) values ($w, 'acme', 'Bad', 'Sold', '2026-11-01', '2026-12-01')`,
    `update health_overrides set expires_on = '2026-11-21' where workspace_id = $w`,
    `delete from health_overrides where workspace_id = $w`,
  ],
  segments: [
    `insert into segments (workspace_id, quadrant, name) values ($w, 'high_value_low_effort', 'Best')`,
    `update segments set description = 'Keep them' where workspace_id = $w`,
    `delete from segments where workspace_id = $w`,
  ],
  facts: [
    `insert into facts (workspace_id, company, fact, value) values ($w, 'acme', 'tickets_per_month', '40')`,
    `update facts set value = '2.5' where workspace_id = $w`,
    `delete from facts where workspace_id = $w`,
  ],
  csat: byKey(
    'csat',
    'answer',
    { company: `'acme'`, answered_at: `'2026-11-01T10:00:00Z'`, rating: `'positive'` },
    `rating = 'negative'`,
  ),
  assessments: byKey(
    'assessments',
    'spring',
    { company: `'acme'`, template: `'Review'`, taken_on: `'2026-04-01'`, score: '55.5' },
    'score = 12',
  ),
  security_groups: byKey('security_groups', 'west', { name: `'West'` }, 'all_companies = true'),
  account_groups: byKey('account_groups', 'west', { name: `'West'` }, `description = 'The west'`),
  security_group_companies: member(
    'security_group_companies',
    'security_group',
    'east',
    'company',
    'acme',
    'birch',
  ),
  account_group_companies: member(
    'account_group_companies',
    'account_group',
    'team',
    'company',
    'acme',
    'birch',
  ),
  security_group_users: member('security_group_users', 'security_group', 'east', '"user"', 'dana', 'lee'),
  account_group_members: member('account_group_members', 'account_group', 'team', '"user"', 'dana', 'lee'),
  account_group_account_managers: member(
    'account_group_account_managers',
    'account_group',
    'team',
    '"user"',
    'dana',
    'lee',
  ),
  account_manager_companies: member('account_manager_companies', '"user"', 'lee', 'company', 'acme', 'birch'),
  meetings: byKey(
    'meetings',
    'autumn',
    { company: `'acme'`, kind: `'vcio'`, date: `'2026-11-20'`, status: `'held'` },
    `date = '2026-01-20'`,
  ),
};

function byKey(table: string, key: string, values: Record<string, string>, change: string) {
  const own = `where workspace_id = $w and key = '${key}'`;
  return [
    `insert into ${table} (workspace_id, key, ${Object.keys(values)}) values ($w, '${key}', ${Object.values(values)})`,
    `update ${table} set ${change} ${own}`,
    `delete from ${table} ${own}`,
  ] as const;
}

function band(table: string) {
  return [
    `insert into ${table} (workspace_id, name, "from", color) values ($w, 'Middle', 40, '#990')`,
    `update ${table} set "from" = 20.5 where workspace_id = $w and name = 'Middle'`,
    `delete from ${table} where workspace_id = $w and name = 'Middle'`,
  ] as const;
}

function member(table: string, group: string, id: string, column: string, first: string, second: string) {
  const own = `where workspace_id = $w and ${group} = '${id}'`;
  return [
    `insert into ${table} (workspace_id, ${group}, ${column}) values ($w, '${id}', '${first}')`,
    `update ${table} set ${column} = '${second}' ${own}`,
    `delete from ${table} ${own}`,
  ] as const;
}

onBothEngines('the portfolio in memory', (engine) => {
  let world: TestWorld;
  let portfolios: Portfolios;
  beforeAll(async () => {
    world = await createTestWorld(engine.database);
    portfolios = openPortfolios(engine.database);
  });

  const held = async () => contentOf(await portfolios.portfolioOf(world.id, NOW));
  const afresh = async () => contentOf(await openPortfolios(engine.database).portfolioOf(world.id, NOW));

  it('knows every table that raises the revision', async () => {
    expect(await tablesWithRevision(engine.database)).toEqual(['workspaces', ...Object.keys(CHANGES)].sort());
  });

  describe.each(Object.entries(CHANGES))('after a change of %s', (_, changes) => {
    it('answers what a portfolio loaded afresh does', async () => {
      const first = await held();
      const shown = [];
      for (const change of changes) {
        const before = await held();
        await world.run(change);
        const after = await held();
        expect(after).toEqual(await afresh());
        expect(after.revision).toBeGreaterThan(before.revision);
        shown.push({ ...after, revision: first.revision });
      }
      expect(shown.some((content) => !isDeepStrictEqual(content, first))).toBe(true);
    });
  });

  it.each([
    'name',
    'currency',
    'as_of',
    'time_zone',
    'effort_midpoint',
    'value_midpoint',
    'seat_value_midpoint',
    'minimum_coverage',
  ])('follows the setting %s', async (setting) => {
    const values: Record<string, string> = {
      name: `'New name'`,
      currency: `'EUR'`,
      as_of: `'2026-01-31'`,
      time_zone: `'Asia/Tokyo'`,
    };
    await world.run(`update workspaces set ${setting} = ${values[setting] ?? '33'} where id = $w`);
    expect(await held()).toEqual(await afresh());
    await world.run(
      `update workspaces set ${setting} = ${setting === 'name' ? `'Example MSP'` : setting === 'as_of' ? `'2026-11-22'` : 'null'} where id = $w`,
    );
    expect(await held()).toEqual(await afresh());
  });

  it('shows nothing of a change that is rolled back', async () => {
    const before = await held();
    await world.run(
      `begin; update companies set name = 'Gone' where workspace_id = $w; delete from alignments where workspace_id = $w; rollback`,
    );
    expect(await held()).toEqual(before);
  });
});

async function tablesWithRevision(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger where tgname like 'raise_revision%' order by 1`,
  );
  return rows.map(({ name }) => name);
}
