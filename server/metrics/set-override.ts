import { sql } from 'kysely';
import type { CompanyMetrics, HealthOverrideChange } from '../../contract/metrics.ts';
import { overrideInTheWay } from '../../domain/health/in-the-way.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { StoredOverride } from './health-overrides.ts';
import { lockedOverrides } from './locked-override.ts';
import { readMetrics } from './read-metrics.ts';

/**
 * Sets a company's status by hand from today on, in place of one that was set today. Refuses a status that is no health
 * band and an end in the past (`unprocessable`), another override in the way (`conflict`), and an If-Match that no longer
 * holds.
 */
export async function setOverride(
  tx: Tx,
  viewer: Viewer,
  company: string,
  change: HealthOverrideChange,
  ifMatch: string | undefined,
): Promise<CompanyMetrics> {
  const { workspace, user, loaded } = viewer;
  const setOn = loaded.asOf;
  const { all, inForce } = await lockedOverrides(tx, viewer, company, ifMatch);
  requireBand(viewer, change.status);
  if (change.expiresOn < setOn)
    throw new Refusal(
      'unprocessable',
      `Field "expiresOn" is ${change.expiresOn}; expected today, ${setOn}, or a later day.`,
    );
  requireFreeDays(all, { setOn, expiresOn: change.expiresOn });
  const changed = changedFields(inForce ? { ...inForce } : {}, { ...change, setOn });
  if (changed) {
    const { status, reason, expiresOn } = change;
    await sql`insert into health_overrides (workspace_id, company, status, reason, set_on, expires_on, set_by)
      values (${workspace}, ${company}, ${status}, ${reason}, ${setOn}, ${expiresOn}, ${user.id})
      on conflict (workspace_id, company, set_on) do update set (status, reason, expires_on, set_by)
        = row(excluded.status, excluded.reason, excluded.expires_on, excluded.set_by)`.execute(tx);
    await audit(tx, { workspace, actor: user.id, action: 'set health override', company, ...changed });
  }
  return readMetrics(tx, loaded, company, 'health');
}

function requireBand({ loaded }: Viewer, status: string): void {
  const names = loaded.definitions.healthBands.map((band) => band.name);
  if (!names.includes(status))
    throw new Refusal(
      'unprocessable',
      `Field "status" is "${status}"; expected one of ${names.map((name) => `"${name}"`).join(', ')}.`,
    );
}

function requireFreeDays(all: readonly StoredOverride[], wanted: { setOn: string; expiresOn: string }): void {
  const other = overrideInTheWay(all, wanted);
  if (!other) return;
  const what = `The status is set to "${other.status}" by hand from ${other.setOn} to ${other.expiresOn}`;
  const then = other.setOn < wanted.setOn ? 'end that first.' : `expected an end before ${other.setOn}.`;
  throw new Refusal('conflict', `${what}; ${then}`);
}
