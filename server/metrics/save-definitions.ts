import { sql } from 'kysely';
import type { MetricDefinitions, MetricDefinitionsChange } from '../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../contract/metrics.ts';
import { compare, parseDecimal } from '../../domain/money/fraction.ts';
import { audit } from '../access/audit.ts';
import { changedMeanwhile } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readDefinitions } from './read-definitions.ts';
import { saveBands } from './save-bands.ts';
import { saveMetrics } from './save-metrics.ts';
import { metricTables } from './tables.ts';

/**
 * Changes the metrics and bands of a kind, and of health the minimum coverage: all of it or none. Refuses an If-Match that
 * no longer holds, saying who was faster. The transaction sees every company.
 */
export async function saveDefinitions(
  tx: Tx,
  viewer: Viewer,
  kind: ScoreKind,
  change: MetricDefinitionsChange,
  ifMatch: string | undefined,
): Promise<MetricDefinitions> {
  const { grants } = viewer.loaded;
  await lockDefinitions(tx, viewer, kind);
  const stored = await readDefinitions(tx, grants, kind);
  if (!isUnchanged(ifMatch, stored.etag)) throw changedMeanwhile(stored, stored.changed);
  await saveMetrics(tx, viewer, kind, stored.metrics, change.metrics);
  await saveBands(tx, viewer, kind, stored.bands, change.bands);
  if (change.minimumCoverage !== null)
    await saveMinimumCoverage(tx, viewer, stored.minimumCoverage, change.minimumCoverage);
  return readDefinitions(tx, grants, kind);
}

/** Metrics before the workspace, as who sets a score takes them. */
async function lockDefinitions(tx: Tx, { workspace }: Viewer, kind: ScoreKind): Promise<void> {
  await sql`select from ${sql.table(metricTables[kind].metrics)} where workspace_id = ${workspace}
    order by key for update`.execute(tx);
  await sql`select from workspaces where id = ${workspace} for no key update`.execute(tx);
}

async function saveMinimumCoverage(
  tx: Tx,
  { workspace, user }: Viewer,
  stored: string | null,
  wanted: string,
): Promise<void> {
  if (stored === null) throw new Refusal('unprocessable', 'Only health knows a minimum coverage.');
  if (compare(parseDecimal(stored), parseDecimal(wanted)) === 0) return;
  if (compare(parseDecimal(wanted), parseDecimal('100')) > 0)
    throw new Refusal('unprocessable', 'The minimum coverage is a percentage of at most 100.');
  await sql`update workspaces set minimum_coverage = ${wanted} where id = ${workspace}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update health settings',
    before: { minimumCoverage: Number(stored) },
    after: { minimumCoverage: Number(wanted) },
  });
}
