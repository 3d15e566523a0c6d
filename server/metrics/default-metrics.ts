import { sql } from 'kysely';
import type { ScoreKind } from '../../contract/metrics.ts';
import type { Metric } from '../../domain/portfolio/definitions.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { metricTables } from './tables.ts';

/**
 * Makes the built-in metrics rows of a workspace that has none of this kind yet, as scores can only be of rows. Of two
 * who do so at once the second waits, and finds them.
 */
export async function writeDefaultMetrics(
  tx: Tx,
  { workspace, user }: Pick<Viewer, 'workspace' | 'user'>,
  kind: ScoreKind,
): Promise<void> {
  const { metrics, defaults } = metricTables[kind];
  const hasSome = async () => {
    const { rows } =
      await sql`select from ${sql.table(metrics)} where workspace_id = ${workspace} limit 1`.execute(tx);
    return rows.length > 0;
  };
  if (await hasSome()) return;
  await sql`select from workspaces where id = ${workspace} for no key update`.execute(tx);
  if (await hasSome()) return;
  const rows = defaults.map((metric) => sql`(${sql.join([workspace, ...valuesOf(metric)])})`);
  await sql`insert into ${sql.table(metrics)}
      (workspace_id, key, name, description, icon, max_score, weight, kind, stale_after_days, "order")
    values ${sql.join(rows)}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: `create ${kind} metrics`,
    after: { metrics: defaults.map((metric) => metric.name) },
  });
}

/** None of the built-in metrics has choices, bands, a fact or a template. */
function valuesOf({ id, name, description, icon, maxScore, weight, kind, staleAfterDays, order }: Metric) {
  return [id, name, description, icon, maxScore, weight, kind, staleAfterDays, order];
}
