import { sql } from 'kysely';
import type { CompanyMetrics } from '../../contract/metrics.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { lockedScore, type ScorePlace } from './locked-score.ts';
import { readMetrics } from './read-metrics.ts';
import { metricTables } from './tables.ts';

/** Takes back what was picked, with its note; nothing to take back is no mistake. */
export async function clearScore(
  tx: Tx,
  viewer: Viewer,
  place: ScorePlace,
  ifMatch: string | undefined,
): Promise<CompanyMetrics> {
  const { workspace, user, loaded } = viewer;
  const { company, kind, metric } = place;
  const stored = await lockedScore(tx, viewer, place, ifMatch);
  if (stored) {
    await sql`delete from ${sql.table(metricTables[kind].scores)}
      where workspace_id = ${workspace} and company = ${company} and metric = ${metric.id}`.execute(tx);
    await audit(tx, {
      workspace,
      actor: user.id,
      action: `clear ${kind} score`,
      company,
      subject: metric.id,
      before: { points: Number(stored.points), note: stored.note, setOn: stored.setOn },
    });
  }
  return readMetrics(tx, loaded, company, kind);
}
