import { sql } from 'kysely';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordStageChange } from '../lifecycle/record-stage-change.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { lockCompany } from './lock-company.ts';
import { profileActions } from './profile-columns.ts';
import { readProfile } from './read-profile.ts';

/** Offboards a company as of today; everything about it stays. Refuses one that is offboarded (`conflict`). */
export async function archiveCompany(
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
  if (stage === 'offboarded') throw new Refusal('conflict', `"${name}" is archived already.`);
  await sql`update companies set stage = 'offboarded', offboarded_on = ${loaded.asOf}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await recordStageChange(tx, {
    workspace,
    company: id,
    by: user.id,
    from: stage,
    to: 'offboarded',
    note: 'Archived',
    forced: false,
  });
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'archive company',
    company: id,
    before: { stage, offboardedOn },
    after: { stage: 'offboarded', offboardedOn: loaded.asOf },
  });
  return readProfile(tx, loaded, id);
}
