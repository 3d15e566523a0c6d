import { sql } from 'kysely';
import type { ScoreKind } from '../../contract/metrics.ts';
import { whyNotSet } from '../../domain/metrics/points-problem.ts';
import type { Metric } from '../../domain/portfolio/definitions.ts';
import { changedMeanwhile, lastChange } from '../access/last-change.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import { UNSET } from '../alignment/etag.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { readMetrics } from './read-metrics.ts';
import { metricsOf, metricTables } from './tables.ts';

/** A company's score of one custom metric. */
export interface ScorePlace {
  readonly company: string;
  readonly kind: ScoreKind;
  readonly metric: Metric;
}

/** What is set by hand there. */
export interface StoredScore {
  readonly points: string;
  readonly note: string | null;
  readonly setOn: string | null;
  readonly etag: string;
}

/** Where a path points to; there must be such a metric (404), and it must be set by hand (`unprocessable`). */
export function scorePlaceOf(
  viewer: Viewer,
  { id, kind, metric: metricId }: { id: string; kind: ScoreKind; metric: string },
): ScorePlace {
  requireCompany(viewer, id);
  const metric = metricsOf(viewer.loaded.definitions, kind).find((candidate) => candidate.id === metricId);
  if (!metric) throw notFound(`${kind} metric`, metricId);
  const problem = whyNotSet(metric);
  if (problem) throw new Refusal('unprocessable', problem);
  return { company: id, kind, metric };
}

/** What is stored there now, which nobody else changes before the transaction ends; refuses an If-Match that no longer holds. */
export async function lockedScore(
  tx: Tx,
  { loaded }: Viewer,
  { company, kind, metric }: ScorePlace,
  ifMatch: string | undefined,
): Promise<StoredScore | null> {
  await lockCompany(tx, company);
  const { rows } = await sql<StoredScore>`
    select points::text, note, set_on as "setOn", '"' || md5(s::text) || '"' as etag
    from ${sql.table(metricTables[kind].scores)} s
    where workspace_id = (select current_workspace()) and company = ${company} and metric = ${metric.id}`.execute(
    tx,
  );
  const stored = rows[0] ?? null;
  if (isUnchanged(ifMatch, stored?.etag ?? UNSET)) return stored;
  const { parts } = await readMetrics(tx, loaded, company, kind);
  const card = parts.find((part) => part.metric.id === metric.id)!;
  const actions = [`set ${kind} score`, `clear ${kind} score`];
  throw changedMeanwhile(card, await lastChange(tx, loaded.grants, { company, actions, subject: metric.id }));
}
