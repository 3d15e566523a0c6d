import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { MetricDefinitions } from '../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../contract/metrics.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { namedUser } from '../access/named-user.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { loadBands, loadMetrics, loadSettings } from '../portfolio/definitions.ts';
import { metricTables } from './tables.ts';

/** What one of the two scores is made of now; the transaction must see every company. */
export async function readDefinitions(tx: Tx, grants: Grants, kind: ScoreKind): Promise<MetricDefinitions> {
  const { defaults, defaultBands, ...tables } = metricTables[kind];
  const stored = await loadMetrics(tx, tables.metrics);
  const storedBands = await loadBands(tx, tables.bands);
  const uses = await usesOf(tx, tables.scores);
  const metrics = stored.length > 0 ? stored : defaults;
  const bands = storedBands.length > 0 ? storedBands : defaultBands;
  const minimumCoverage = kind === 'health' ? (await loadSettings(tx)).minimumCoverage : null;
  const state = JSON.stringify([metrics, bands, minimumCoverage]);
  return {
    kind,
    // lists of the rules are never changed, those of the wire might be
    metrics: structuredClone(metrics as MetricDefinitions['metrics']).map((metric) => ({
      ...metric,
      ...(uses.get(metric.id) ?? { scores: 0, highest: null }),
    })),
    bands: [...bands],
    minimumCoverage,
    builtIn: stored.length === 0,
    version: await definitionsVersion(tx),
    changed: await lastChangeOf(tx, grants, kind),
    etag: `"${createHash('sha256').update(state).digest('base64url')}"`,
  };
}

async function usesOf(tx: Tx, scores: string) {
  const { rows } = await sql<{ metric: string; scores: number; highest: string }>`
    select metric, count(*)::int as scores, max(points)::text as highest from ${sql.table(scores)}
    where workspace_id = (select current_workspace()) group by metric`.execute(tx);
  return new Map(rows.map(({ metric, scores: count, highest }) => [metric, { scores: count, highest }]));
}

async function definitionsVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select definitions_version as version from workspaces where id = (select current_workspace())`.execute(
    tx,
  );
  return rows[0]!.version;
}

/** How the record calls what happens to the metrics and bands of a kind. */
const objects = (kind: ScoreKind) =>
  ['metric', 'metrics', 'band', 'settings'].map((object) => `${kind} ${object}`);

/** When any of them was changed last, by whom, and which version that made. */
async function lastChangeOf(tx: Tx, grants: Grants, kind: ScoreKind): Promise<MetricDefinitions['changed']> {
  const { rows } = await sql<{ actor: string | null; at: Date; version: number }>`
    select actor, at, definitions_version as version from audit_events
    where workspace_id = (select current_workspace()) and company is null and definitions_version is not null
      and substring(action from ' (.*)') = any(${objects(kind)})
    order by id desc limit 1`.execute(tx);
  const [row] = rows;
  return row
    ? {
        by: row.actor === null ? null : namedUser(grants, row.actor),
        at: row.at.toISOString(),
        version: row.version,
      }
    : null;
}
