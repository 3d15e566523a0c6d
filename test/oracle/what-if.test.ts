import { expect, it } from 'vitest';
import type { MetricDefinitions, MetricDefinitionsChange } from '../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../contract/metrics.ts';
import { readDefinitions } from '../../contract/what-if.ts';
import { unpackCompany } from '../../contract/what-if-companies.ts';
import { bandNames } from '../../domain/health/band-names.ts';
import type { Definitions, Metric } from '../../domain/portfolio/definitions.ts';
import { retagged } from '../../domain/tags/retagged.ts';
import { changesBetween } from '../../domain/what-if/changes.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { openPreview, type Portrait, type WhatIfPortfolio } from '../../domain/what-if/preview.ts';
import { importBundle, onlyWorkspace } from '../../server/bundle/import-bundle.ts';
import { bundleOfTexts } from '../../server/bundle/source.ts';
import { csvFiles } from '../../server/demo/csv-files.ts';
import { type Random, random } from '../../server/demo/random.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { asOwner } from '../../server/platform/database/transaction.ts';
import { type Client, giveKey, openTestServer } from '../../server/testing/test-server.ts';
import { addUser } from '../../server/users/add-user.ts';
import { onBothEngines } from '../harness/engines.ts';
import { generateBundle } from './generate.ts';

const now = new Date('2026-11-22T12:00:00Z');

/** Random portfolios that a run of this test tries; QUARTERDECK_WHAT_IF_RUNS asks for more. */
const runs = Number(process.env.QUARTERDECK_WHAT_IF_RUNS ?? 6);

onBothEngines('what a what-if says is what the dashboard shows after saving', (engine) => {
  it.each(Array.from({ length: runs }, (_, seed) => seed))(
    'random portfolio %i',
    { timeout: 180_000 },
    async (seed) => {
      const database = await engine.open();
      const admin = await serve(database, seed);
      const r = random(seed + 4000);
      for (let edit = 0; edit < 4; edit++) {
        const world = await load(admin);
        const preview = openPreview(world);
        const { draft, save } = await randomEdit(r, admin, world);
        // an edit that is taken back must leave no trace in the one after it
        preview.of({ definitions: { healthMetrics: [], excludedVendors: new Set(['Carrier']) } });
        const after = preview.of(structuredClone(draft));
        await expectStored(admin, preview.now);
        await save();
        await expectStored(admin, after);
        await expectSums(admin, changesBetween(preview.now, after, draft.renamedStatuses));
      }
    },
  );
});

async function serve(database: Database, seed: number): Promise<Client> {
  const imported = await importBundle(
    database,
    bundleOfTexts(csvFiles(generateBundle(seed, 3 + ((seed * 7) % 20)))),
  );
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors.slice(0, 3)));
  const workspace = (await onlyWorkspace(database))!;
  const user = await asOwner(database, (tx) =>
    addUser(tx, {
      workspace,
      actor: null,
      name: 'Admin',
      email: 'admin@msp.example',
      role: 'admin',
      securityGroups: ['all'],
    }),
  );
  const server = await openTestServer(database, { now: () => now });
  return server.withKey(await giveKey(database, workspace, user));
}

async function get<T>(admin: Client, url: string): Promise<T> {
  const answer = await admin.get(url);
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200);
  return answer.json() as T;
}

async function load(admin: Client): Promise<WhatIfPortfolio> {
  const { asOf, columns, companies, midpoints } = await get<{
    asOf: string;
    columns: Record<string, string[]>;
    companies: unknown[][];
    midpoints: null;
  }>(admin, '/what-if/companies');
  return {
    asOf,
    definitions: readDefinitions(await get(admin, '/what-if/definitions')),
    companies: companies.map((row) => unpackCompany(columns, row)),
    heldMidpoints: midpoints,
  };
}

interface Edit {
  readonly draft: Draft;
  readonly save: () => Promise<void>;
}

async function randomEdit(r: Random, admin: Client, world: WhatIfPortfolio): Promise<Edit> {
  return r.pick([
    editOfMetrics,
    editOfMetrics,
    editOfExclusions,
    editOfPrices,
    editOfMidpoints,
    editOfItem,
    editOfItem,
    editOfMerge,
    editOfMerge,
    editOfTags,
    editOfSettings,
    editOfSettings,
  ])(r, admin, world);
}

async function send(
  admin: Client,
  method: 'PUT' | 'PATCH' | 'POST',
  url: string,
  payload: object,
): Promise<void> {
  const answer = await admin.send({ method, url, payload });
  expect(answer.statusCode, `${method} ${url} ${JSON.stringify(payload)}: ${answer.body}`).toBe(200);
}

async function editOfMetrics(r: Random, admin: Client): Promise<Edit> {
  const kind: ScoreKind = r.pick(['health', 'effort']);
  const stored = await get<MetricDefinitions>(admin, `/metrics/${kind}`);
  const change: MetricDefinitionsChange = {
    metrics: stored.metrics.map(({ order: _, scores: __, highest: ___, ...metric }) => ({
      ...metric,
      weight: r.pick([metric.weight, '0', '0.3', '7']),
      maxScore: r.pick([metric.maxScore, '25']),
      staleAfterDays: r.pick([metric.staleAfterDays, null, 0, 30]),
      retired: r.chance(0.25) ? !metric.retired : metric.retired,
    })),
    bands: randomBands(r, stored.bands),
    minimumCoverage: kind === 'health' ? r.pick(['0', '33.3', '100']) : null,
  };
  if (r.chance(0.5)) change.metrics.reverse();
  const metrics = change.metrics.map((metric): Metric => ({ ...metric, order: null }) as Metric);
  const bands = change.bands.map(({ was: _, ...band }) => band);
  const { renamed, replaced } = bandNames(stored.bands, change.bands);
  const draft: Draft =
    kind === 'effort'
      ? { definitions: { effortMetrics: metrics, effortBands: bands } }
      : {
          definitions: { healthMetrics: metrics, healthBands: bands },
          settings: { minimumCoverage: change.minimumCoverage! },
          renamedStatuses: renamed,
          replacedStatuses: replaced,
        };
  return { draft, save: () => send(admin, 'PUT', `/metrics/${kind}`, change) };
}

/** Some go, some are called otherwise, some begin elsewhere. */
function randomBands(r: Random, stored: MetricDefinitions['bands']): MetricDefinitionsChange['bands'] {
  const kept = stored.filter((_, i) => i === 0 || r.chance(0.8));
  return kept.map((band, i) => {
    const next = Number(kept[i + 1]?.from ?? 101);
    const from = i === 0 ? '0' : r.pick([band.from, String((Number(band.from) + next) / 2)]);
    const renamed = r.chance(0.3);
    return renamed ? { ...band, from, name: `${band.name}’`, was: band.name } : { ...band, from, was: null };
  });
}

async function editOfExclusions(
  r: Random,
  admin: Client,
  { definitions, companies }: WhatIfPortfolio,
): Promise<Edit> {
  const contracts = companies.flatMap((company) => company.contracts).filter(() => r.chance(0.3));
  const vendor = r.pick(['Carrier', 'Reseller', 'Lease Co']);
  const out = definitions.excludedVendors.has(vendor);
  const vendors = new Set(definitions.excludedVendors);
  if (out) vendors.delete(vendor);
  else vendors.add(vendor);
  const ids = (excluded: boolean) => contracts.filter((it) => it.excluded === excluded).map(({ id }) => id);
  return {
    draft: {
      definitions: { excludedVendors: vendors },
      excludedContracts: new Map(contracts.map(({ id, excluded }) => [id, !excluded])),
    },
    save: () =>
      send(admin, 'PATCH', '/exclusions', {
        excludeContracts: ids(false),
        includeContracts: ids(true),
        [out ? 'includeVendors' : 'excludeVendors']: [vendor],
      }),
  };
}

async function editOfPrices(r: Random, admin: Client, { definitions }: WhatIfPortfolio): Promise<Edit> {
  const products = definitions.stackItems.flatMap((item) => item.products.map(({ id }) => id));
  const changed = r.pick(products);
  const [perSeat, perCompany] = [r.int(9000), r.pick([null, 12_345])];
  const stackItems: Definitions['stackItems'] = definitions.stackItems.map((item) => ({
    ...item,
    products: item.products.map((product) =>
      product.id === changed
        ? { ...product, mrr: { ...product.mrr, perSeat }, oneTime: { ...product.oneTime, perCompany } }
        : product,
    ),
  }));
  return {
    draft: { definitions: { stackItems } },
    save: () =>
      send(admin, 'PATCH', `/products/${changed}`, { mrrPerSeat: perSeat, oneTimePerCompany: perCompany }),
  };
}

async function editOfItem(r: Random, admin: Client, { definitions }: WhatIfPortfolio): Promise<Edit> {
  const item = r.pick([...definitions.stackItems]);
  const change = {
    weight: r.pick([item.weight, '0', '2.5']),
    tags: r.chance(0.4) ? [] : [...item.tags],
    anyOneOf: r.pick([item.anyOneOf, null, 'One of these']),
    retired: r.chance(0.4) ? !item.retired : item.retired,
  };
  const stackItems = definitions.stackItems.map((one) => (one === item ? { ...one, ...change } : one));
  return {
    draft: { definitions: { stackItems } },
    save: () => send(admin, 'PATCH', `/stack-items/${item.id}`, { ...change, weight: Number(change.weight) }),
  };
}

/** Of two items, or of two products of one; what cannot be merged is left for another edit. */
async function editOfMerge(r: Random, admin: Client, world: WhatIfPortfolio): Promise<Edit> {
  const { stackItems } = world.definitions;
  const of = r.pick(['items', 'products'] as const);
  const choices = of === 'items' ? stackItems : r.pick([...stackItems]).products;
  if (choices.length < 2) return editOfItem(r, admin, world);
  const at = r.int(choices.length - 1);
  const [gone, stays] = [choices[at]!, choices[(at + 1) % choices.length]!];
  const retired = (one: object) => 'retired' in one && one.retired === true;
  if (retired(stays) && !retired(gone)) return editOfItem(r, admin, world);
  const path = of === 'items' ? 'stack-items' : 'products';
  return {
    draft: { merge: { of, id: gone.id, into: stays.id } },
    save: () => send(admin, 'POST', `/${path}/${gone.id}/merge`, { into: stays.id }),
  };
}

async function editOfMidpoints(r: Random, admin: Client): Promise<Edit> {
  const settings = {
    effortMidpoint: r.pick(['0', '33.5', '60']),
    valueMidpoint: r.pick([null, 0, 250_000]),
    seatValueMidpoint: r.pick([null, 10_000]),
  };
  const sent = { ...settings, effortMidpoint: Number(settings.effortMidpoint) };
  return { draft: { settings }, save: () => send(admin, 'PATCH', '/workspace-settings', sent) };
}

/** Tags that are called otherwise, become one with another, or go away. */
async function editOfTags(
  r: Random,
  admin: Client,
  { definitions, companies }: WhatIfPortfolio,
): Promise<Edit> {
  const used = [...definitions.stackItems, ...companies].flatMap((one) => one.tags);
  const known = [...new Set(used)];
  if (known.length === 0) return editOfMidpoints(r, admin);
  const tag = r.pick(known);
  const to = r.pick([null, 'Another tag', ...known.filter((one) => one !== tag)]);
  const tags = new Map([[tag, to]]);
  const stackItems = definitions.stackItems.map((item) => ({ ...item, tags: retagged(item.tags, tags) }));
  return {
    draft: { tags, definitions: { stackItems } },
    save: () => send(admin, 'PATCH', '/tags', { tags: [{ tag, to }] }),
  };
}

/** Where the bands of alignment begin, what another currency is worth, and which day is today. */
async function editOfSettings(r: Random, admin: Client, world: WhatIfPortfolio): Promise<Edit> {
  const { alignmentBands } = world.definitions;
  const bands = alignmentBands.map((band, i) => ({
    ...band,
    from: i === 0 ? '0' : String(Number(band.from) + r.pick([-5, 0, 5])),
  }));
  const rate = r.pick(['0.5', '1.0825', '3']);
  const foreign = r.pick(['EUR', 'CAD', 'GBP'].filter((one) => one !== world.definitions.workspace.currency));
  const asOf = r.pick([null, '2026-01-31', '2027-06-30']);
  const today = '2026-11-22';
  return {
    draft: {
      asOf: asOf ?? today,
      definitions: { alignmentBands: bands, exchangeRates: new Map([[foreign, rate]]) },
    },
    save: () =>
      send(admin, 'PATCH', '/workspace-settings', {
        alignmentBands: bands.map(({ name, from, color }) => ({ name, from: Number(from), color })),
        exchangeRates: [{ currency: foreign, rate }],
        asOf,
      }),
  };
}

/** Every company's figures, one by one. */
async function expectStored(admin: Client, portrait: Portrait): Promise<void> {
  const { items } = await get<{ items: Record<string, unknown>[] }>(admin, '/companies?limit=500');
  const statuses = [...portrait.definitions.healthBands.map(({ name }) => name), 'No score'];
  const shown = items.map(({ stage: _, tags: __, ...figures }) => figures);
  const tried = portrait.outcomes.map(({ status, segment, coverage: _, current: __, ...figures }) => ({
    ...figures,
    status: statuses[status],
    quadrant: segment.total === 'not_placed' ? null : segment.total,
  }));
  const byId = (list: readonly Record<string, unknown>[]) => new Map(list.map((it) => [it.id, it]));
  expect(byId(tried)).toEqual(byId(shown));
}

/** What the page sums up, against the dashboard. */
async function expectSums(admin: Client, changes: ReturnType<typeof changesBetween>): Promise<void> {
  interface Answer {
    companies: number;
    health: { status: string; companies: number }[];
    segments: {
      quadrants: { name: string; companies: number }[];
      notPlaced: number;
      valueMidpoint: number | null;
    };
    stackOpportunity: { mrr: number; oneTime: number };
  }
  for (const kind of ['total', 'perSeat'] as const) {
    const shown = await get<Answer>(admin, `/dashboard?value=${kind}`);
    const { quadrants, notPlaced, valueMidpoint } = shown.segments;
    expect(changes.companies).toBe(shown.companies);
    expect(changes.segments[kind].map(({ name, after }) => [name, after])).toEqual([
      ...quadrants.map(({ name, companies }) => [name, companies]),
      ['Not placed', notPlaced],
    ]);
    expect(changes.midpoints[kind].after).toBe(valueMidpoint);
    const counts = new Map(changes.statuses.map(({ name, after }) => [name, after]));
    for (const { status, companies } of shown.health)
      expect([status, counts.get(status)]).toEqual([status, companies]);
    expect(changes.money.mrrOpportunity.after).toBe(shown.stackOpportunity.mrr);
    expect(changes.money.oneTimeOpportunity.after).toBe(shown.stackOpportunity.oneTime);
  }
}
