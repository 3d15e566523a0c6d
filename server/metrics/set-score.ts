import { sql } from 'kysely';
import type { CompanyMetrics, MetricScoreChange, ScoreKind } from '../../contract/metrics.ts';
import { pointsProblem, whyNotSet } from '../../domain/metrics/points-problem.ts';
import type { Metric } from '../../domain/portfolio/definitions.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { writeDefaultMetrics } from './default-metrics.ts';
import { lockedScore, type ScorePlace } from './locked-score.ts';
import { readMetrics } from './read-metrics.ts';
import { metricTables } from './tables.ts';

/**
 * Picks a company's points of a custom metric, as of today: picking the same again says that it still holds. Refuses more
 * points than the metric allows (`unprocessable`) and an If-Match that no longer holds.
 */
export async function setScore(
  tx: Tx,
  viewer: Viewer,
  place: ScorePlace,
  change: MetricScoreChange,
  ifMatch: string | undefined,
): Promise<CompanyMetrics> {
  const { workspace, user, loaded } = viewer;
  const { company, kind, metric } = place;
  const stored = await lockedScore(tx, viewer, place, ifMatch);
  await writeDefaultMetrics(tx, viewer, kind);
  await requireAllowed(tx, kind, metric.id, String(change.points));
  const note = change.note === undefined ? (stored?.note ?? null) : change.note;
  const before = stored ? { ...stored, points: Number(stored.points) } : {};
  const changed = changedFields(before, { points: change.points, note, setOn: loaded.asOf });
  if (changed) {
    await sql`
      insert into ${sql.table(metricTables[kind].scores)} (workspace_id, company, metric, points, set_on, set_by, note)
      values (${workspace}, ${company}, ${metric.id}, ${String(change.points)}, ${loaded.asOf}, ${user.id}, ${note})
      on conflict (workspace_id, company, metric) do update set (points, set_on, set_by, note)
        = row(excluded.points, excluded.set_on, excluded.set_by, excluded.note)`.execute(tx);
    const action = `set ${kind} score`;
    await audit(tx, { workspace, actor: user.id, action, company, subject: metric.id, ...changed });
  }
  return readMetrics(tx, loaded, company, kind);
}

/** By the metric as it is now, which stays so until the transaction ends. */
async function requireAllowed(tx: Tx, kind: ScoreKind, id: string, points: string): Promise<void> {
  const { rows } = await sql<Pick<Metric, 'name' | 'kind' | 'maxScore'>>`
    select name, kind, max_score::text as "maxScore" from ${sql.table(metricTables[kind].metrics)}
    where workspace_id = (select current_workspace()) and key = ${id} for share`.execute(tx);
  const [metric] = rows;
  if (!metric) throw notFound(`${kind} metric`, id);
  const problem = whyNotSet(metric) ?? pointsProblem(metric, points);
  if (problem) throw new Refusal('unprocessable', problem);
}
