import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  DEFAULT_ALIGNMENT_BANDS,
  DEFAULT_EFFORT_BANDS,
  DEFAULT_EFFORT_METRICS,
  DEFAULT_HEALTH_BANDS,
  DEFAULT_HEALTH_METRICS,
  DEFAULT_RECOMMENDATION_STATUSES,
  DEFAULT_SEGMENTS,
  DEFAULT_SETTINGS,
  DEFAULT_STACK_ITEM_WEIGHT,
} from '../../domain/portfolio/defaults.ts';
import type {
  Band,
  Choice,
  ComputedFact,
  Definitions,
  Metric,
  PointsBand,
  PriceBook,
  Product,
  RecommendationStatus,
  SegmentDefinition,
  StackItem,
  WorkspaceSettings,
} from '../../domain/portfolio/definitions.ts';
import type { Decimal } from '../../domain/portfolio/values.ts';
import type { Tables } from '../platform/database/tables.ts';

/**
 * What holds for the whole workspace of the transaction, with the defaults of domain/portfolio/defaults.ts wherever it
 * has said nothing. Stack items, metrics and statuses stand in their order (those without one last), then by name, then
 * by key.
 */
export async function loadDefinitions(tx: Kysely<Tables>): Promise<Definitions> {
  return {
    workspace: await loadSettings(tx),
    stackItems: await loadStackItems(tx),
    recommendationStatuses: orDefault(await loadStatuses(tx), DEFAULT_RECOMMENDATION_STATUSES),
    excludedVendors: new Set(
      (await all<{ vendor: string }>(tx, sql`select vendor from excluded_vendors where ${own}`)).map(
        (row) => row.vendor,
      ),
    ),
    exchangeRates: await loadExchangeRates(tx),
    healthMetrics: orDefault(await loadMetrics(tx, 'health_metrics'), DEFAULT_HEALTH_METRICS),
    effortMetrics: orDefault(await loadMetrics(tx, 'effort_metrics'), DEFAULT_EFFORT_METRICS),
    healthBands: orDefault(await loadBands(tx, 'health_bands'), DEFAULT_HEALTH_BANDS),
    effortBands: orDefault(await loadBands(tx, 'effort_bands'), DEFAULT_EFFORT_BANDS),
    alignmentBands: orDefault(await loadBands(tx, 'alignment_bands'), DEFAULT_ALIGNMENT_BANDS),
    segments: await loadSegments(tx),
  };
}

const own = sql`workspace_id = (select current_workspace())`;
const inOrder = sql`"order" nulls last, name collate "C", key collate "C"`;

async function all<Row>(tx: Kysely<Tables>, query: RawBuilder<unknown>): Promise<Row[]> {
  return (await query.execute(tx)).rows as Row[];
}

function orDefault<T>(stored: readonly T[], byDefault: readonly T[]): readonly T[] {
  return stored.length > 0 ? stored : byDefault;
}

/** The workspace's settings, with defaults. */
export async function loadSettings(tx: Kysely<Tables>): Promise<WorkspaceSettings> {
  type Row = { [K in keyof WorkspaceSettings]: WorkspaceSettings[K] | null } & { name: string };
  const [row] = await all<Row>(
    tx,
    sql`select name, currency, as_of as "asOf", time_zone as "timeZone", effort_midpoint as "effortMidpoint",
          value_midpoint as "valueMidpoint", seat_value_midpoint as "seatValueMidpoint", minimum_coverage as "minimumCoverage",
          alignment_stale_after_days as "alignmentStaleAfterDays"
        from workspaces where id = (select current_workspace())`,
  );
  if (!row) throw new Error('the workspace does not exist');
  return {
    name: row.name,
    currency: row.currency ?? DEFAULT_SETTINGS.currency,
    asOf: row.asOf,
    timeZone: row.timeZone ?? DEFAULT_SETTINGS.timeZone,
    effortMidpoint: row.effortMidpoint ?? DEFAULT_SETTINGS.effortMidpoint,
    valueMidpoint: row.valueMidpoint,
    seatValueMidpoint: row.seatValueMidpoint,
    minimumCoverage: row.minimumCoverage ?? DEFAULT_SETTINGS.minimumCoverage,
    alignmentStaleAfterDays: row.alignmentStaleAfterDays ?? DEFAULT_SETTINGS.alignmentStaleAfterDays,
  };
}

async function loadExchangeRates(tx: Kysely<Tables>): Promise<ReadonlyMap<string, Decimal>> {
  const rows = await all<{ currency: string; rate: Decimal }>(
    tx,
    sql`select currency, trim_scale(rate)::text as rate from exchange_rates where ${own} order by currency collate "C"`,
  );
  return new Map(rows.map(({ currency, rate }) => [currency, rate]));
}

async function loadStackItems(tx: Kysely<Tables>): Promise<StackItem[]> {
  const items = await all<Omit<StackItem, 'products'>>(
    tx,
    sql`select key as id, name, definition, category, "order", coalesce(tags, '{}') as tags,
          coalesce(weight::text, ${DEFAULT_STACK_ITEM_WEIGHT}) as weight,
          coalesce(agreement_inclusion_default, false) as "agreementInclusionDefault",
          any_one_of as "anyOneOf", coalesce(retired, false) as retired
        from stack_items where ${own} order by ${inOrder}`,
  );
  const products = await all<Product & { stackItem: string }>(
    tx,
    sql`select stack_item as "stackItem", key as id, name, coalesce(standing, 'other') as standing,
          coalesce(product_codes, '{}') as "productCodes", ${priceBook('mrr')} as mrr, ${priceBook('one_time')} as "oneTime"
        from products where ${own} order by key collate "C"`,
  );
  return items.map((item) => ({
    ...item,
    products: products
      .filter((product) => product.stackItem === item.id)
      .map(({ stackItem: _, ...product }) => product),
  }));
}

function priceBook(kind: 'mrr' | 'one_time'): RawBuilder<PriceBook> {
  const [company, seat, location] = ['company', 'seat', 'location'].map((per) =>
    sql.ref(`${kind}_per_${per}`),
  );
  return sql`json_build_object('perCompany', ${company}, 'perSeat', ${seat}, 'perLocation', ${location})`;
}

function loadStatuses(tx: Kysely<Tables>): Promise<RecommendationStatus[]> {
  return all(
    tx,
    sql`select name, state, color, "order" from recommendation_statuses where ${own} order by "order" nulls last, name collate "C"`,
  );
}

type MetricRow = Omit<Metric & { kind: 'csat' }, 'kind'> & {
  readonly kind: Metric['kind'];
  readonly fact: string | null;
  readonly bands: readonly PointsBand[] | null;
  readonly choices: readonly Choice[] | null;
};

/** The metrics that are stored, in their order; none: the built-in ones hold. */
export async function loadMetrics(
  tx: Kysely<Tables>,
  table: 'health_metrics' | 'effort_metrics',
): Promise<Metric[]> {
  const rows = await all<MetricRow>(
    tx,
    sql`select key as id, name, description, icon, max_score as "maxScore", weight,
          stale_after_days as "staleAfterDays", "order",
          coalesce(retired, false) as retired, kind, fact, bands, choices
        from ${sql.table(table)} where ${own} order by ${inOrder}`,
  );
  return rows.map(metricOf);
}

function metricOf({ kind, fact, bands, choices, ...metric }: MetricRow): Metric {
  switch (kind) {
    case 'custom':
      return { ...metric, kind, choices: choices ?? [] };
    case 'assessment':
      return { ...metric, kind, template: fact };
    case 'csat':
      return { ...metric, kind };
    case 'computed':
      return { ...metric, kind, fact: fact as ComputedFact, bands: bands ?? [] };
  }
}

/** The bands that are stored, from the lowest up; none: the built-in ones hold. */
export function loadBands(
  tx: Kysely<Tables>,
  table: 'health_bands' | 'effort_bands' | 'alignment_bands',
): Promise<Band[]> {
  return all(tx, sql`select name, "from", color from ${sql.table(table)} where ${own} order by "from"`);
}

async function loadSegments(tx: Kysely<Tables>): Promise<SegmentDefinition[]> {
  type Row = Omit<SegmentDefinition, 'description'> & { description: string | null };
  const stored = await all<Row>(tx, sql`select quadrant, name, description from segments where ${own}`);
  return DEFAULT_SEGMENTS.map((byDefault) => {
    const row = stored.find((segment) => segment.quadrant === byDefault.quadrant);
    return row ? { ...row, description: row.description ?? byDefault.description } : byDefault;
  });
}
