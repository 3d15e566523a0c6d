import { sql } from 'kysely';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import { STAGES, type Stage } from '../../domain/portfolio/facts.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordStageChange } from '../lifecycle/record-stage-change.ts';
import { beginOnboarding } from '../onboarding/copy-template.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { lockCompany } from './lock-company.ts';
import { profileActions } from './profile-columns.ts';
import { readProfile } from './read-profile.ts';

/** Brings an offboarded company back to the stage in which it was archived. Refuses one that is not offboarded (`conflict`). */
export async function restoreCompany(
  tx: Tx,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<CompanyProfile> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, id);
  const profile = await readProfile(tx, loaded, id);
  await requireUnchangedBy(tx, viewer, ifMatch, profile, { company: id, actions: profileActions });
  const { name, stage, offboardedOn } = profile;
  if (stage !== 'offboarded') throw new Refusal('conflict', `"${name}" is not archived.`);
  const back = await stageBefore(tx, id);
  await sql`update companies set stage = ${back}, offboarded_on = null
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await recordStageChange(tx, {
    workspace,
    company: id,
    by: user.id,
    from: stage,
    to: back,
    note: 'Restored',
    forced: false,
  });
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'restore company',
    company: id,
    before: { stage, offboardedOn },
    after: { stage: back, offboardedOn: null },
  });
  if (back === 'onboarding') await beginOnboarding(tx, viewer, id);
  return readProfile(tx, loaded, id);
}

/** Whoever set it to offboarded last, as an archive or by hand, has left the stage before in the record; else active. */
async function stageBefore(tx: Tx, id: string): Promise<Stage> {
  const { rows } = await sql<{ stage: string | null }>`
    select before ->> 'stage' as stage from audit_events
    where workspace_id = (select current_workspace()) and company = ${id} and after ->> 'stage' = 'offboarded'
    order by id desc limit 1`.execute(tx);
  const stage = STAGES.find((candidate) => candidate === rows[0]?.stage);
  return stage && stage !== 'offboarded' ? stage : 'active';
}
