import { expect, it } from 'vitest';
import { companyScope, everyCompany } from '../../domain/access/company-scope.ts';
import { dashboard, dashboardJson } from '../../domain/dashboard/dashboard.ts';
import { type Segment, WHOLE_DASHBOARD } from '../../domain/dashboard/query.ts';
import { importBundle, onlyWorkspace } from '../../server/bundle/import-bundle.ts';
import { bundleOfTexts } from '../../server/bundle/source.ts';
import { csvFiles } from '../../server/demo/csv-files.ts';
import { demoPortfolio } from '../../server/demo/portfolio.ts';
import { random } from '../../server/demo/random.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { openPortfolios } from '../../server/portfolio/portfolios.ts';
import { onBothEngines } from '../harness/engines.ts';
import { type Bundle, list } from './bundle.ts';
import { type OracleQuery, oracleDashboard } from './dashboard.ts';
import { generateBundle } from './generate.ts';
import { rounded } from './rounded.ts';

const now = new Date('2026-11-22T12:00:00Z');

/** Random portfolios a run of this test tries; QUARTERDECK_ORACLE_RUNS asks for more. */
const runs = Number(process.env.QUARTERDECK_ORACLE_RUNS ?? 12);

onBothEngines('an imported bundle gives the dashboard that the rules define', (engine) => {
  it.each(Array.from({ length: runs }, (_, seed) => seed))(
    'random portfolio %i',
    { timeout: 120_000 },
    async (seed) => {
      const bundle = generateBundle(seed, 3 + ((seed * 7) % 30));
      await compare(await engine.open(), bundle, seed, 12);
    },
  );

  it('demo portfolio', { timeout: 120_000 }, async () => {
    await compare(await engine.open(), demoPortfolio() as Bundle, 1, 8);
  });
});

async function compare(database: Database, bundle: Bundle, seed: number, queries: number) {
  const imported = await importBundle(database, bundleOfTexts(csvFiles(bundle)));
  if (!imported.ok)
    throw new Error(imported.errors.map((e) => `${e.file}:${e.line}:${e.column}: ${e.message}`).join('\n'));
  const model = await openPortfolios(database).portfolioOf((await onlyWorkspace(database))!, now);
  const r = random(seed + 1000);
  for (let i = 0; i < queries; i++) {
    const user = i === 0 ? null : r.pick(bundle.users!).key!;
    const query = i === 0 ? {} : randomQuery(r, bundle);
    const request = {
      grants: model.grants,
      scope: user === null ? everyCompany : companyScope(model.grants, user),
      query: {
        ...WHOLE_DASHBOARD,
        ...query,
        segment: (query.segment ?? []) as Segment[],
        selected: query.selected ?? null,
        weighted: query.weighted === 'true',
      },
      asOf: model.asOf,
    };
    const answer = dashboard(model.portfolio, request);
    const expected = oracleDashboard(bundle, user, query, bundle.workspace![0]!.asOf!);
    expect(rounded(answer), `user ${user}, ${JSON.stringify(query)}`).toEqual(rounded(expected));
    expect(Buffer.from(dashboardJson(model.portfolio, request)).toString()).toBe(JSON.stringify(answer));
  }
}

function randomQuery(r: ReturnType<typeof random>, bundle: Bundle): OracleQuery {
  const some = (chance: number, of: readonly string[]) =>
    r.chance(chance) && of.length ? [r.pick(of), r.pick(of)] : [];
  const keys = (file: string) => (bundle[file] ?? []).map((row) => row.key!);
  const bands = bundle.health_bands?.length
    ? bundle.health_bands.map((band) => band.name!)
    : ['At risk', 'Needs attention', 'Satisfactory'];
  const segments = [
    'high_value_low_effort',
    'high_value_high_effort',
    'low_value_low_effort',
    'low_value_high_effort',
    'not_placed',
  ] as const;
  const query = {
    company: some(0.15, keys('companies')),
    health: some(0.3, [...bands, 'No score']),
    accountManager: some(0.2, keys('users')),
    accountGroup: some(0.2, keys('account_groups')),
    segment: some(0.25, segments),
    tag: some(
      0.25,
      (bundle.companies ?? []).flatMap((row) => list(row.tags)),
    ),
    stackItem: some(0.3, keys('stack_items')),
    value: r.pick(['total', 'perSeat'] as const),
    rank: r.pick(['opportunity', 'mrr', 'alignment'] as const),
    weighted: r.pick(['true', 'false'] as const),
  };
  return r.chance(0.5) ? { ...query, selected: r.pick(keys('companies')) } : query;
}
