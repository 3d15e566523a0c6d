import { sql } from 'kysely';
import type { CompanyMetrics } from '../../contract/metrics.ts';
import { addDays } from '../../domain/calendar/day.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { lockedOverrides } from './locked-override.ts';
import { readMetrics } from './read-metrics.ts';

/**
 * Ends the override in force: yesterday was its last day, or, if it was set today, there was none. Nothing to end is no
 * mistake; an If-Match that no longer holds is refused.
 */
export async function endOverride(
  tx: Tx,
  viewer: Viewer,
  company: string,
  ifMatch: string | undefined,
): Promise<CompanyMetrics> {
  const { workspace, user, loaded } = viewer;
  const { inForce } = await lockedOverrides(tx, viewer, company, ifMatch);
  if (inForce) {
    const { etag: _, setBy: __, ...before } = inForce;
    const yesterday = addDays(loaded.asOf, -1);
    const which = sql`workspace_id = ${workspace} and company = ${company} and set_on = ${inForce.setOn}`;
    const taken = inForce.setOn === loaded.asOf;
    await (taken
      ? sql`delete from health_overrides where ${which}`
      : sql`update health_overrides set expires_on = ${yesterday} where ${which}`
    ).execute(tx);
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'end health override',
      company,
      before,
      ...(taken ? {} : { after: { ...before, expiresOn: yesterday } }),
    });
  }
  return readMetrics(tx, loaded, company, 'health');
}
