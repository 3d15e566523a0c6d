import { sql } from 'kysely';
import type { CompanyProfile, CompanyProfileChange } from '../../contract/company-profile.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { moveByProfile } from '../lifecycle/move-by-profile.ts';
import { beginOnboarding } from '../onboarding/copy-template.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { requireOurs } from '../sync/synced-from.ts';
import { listInGroups } from './list-in-groups.ts';
import { lockCompany } from './lock-company.ts';
import { asChange, inOrder, profileActions, profileColumns } from './profile-columns.ts';
import { requireAccountGroups, requireOwner } from './profile-rights.ts';
import { readProfile } from './read-profile.ts';
import { setPrimaryContact } from './set-primary-contact.ts';

/**
 * Changes a company's profile and resolves to it as it is then. What is set to what it was needs no right and leaves no
 * trace. Refuses an If-Match that no longer holds (`precondition_failed`), and owner and account groups from those who do
 * not decide on them (`forbidden`).
 */
export async function updateProfile(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: CompanyProfileChange,
  ifMatch: string | undefined,
): Promise<CompanyProfile> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, id);
  const profile = await readProfile(tx, loaded, id);
  await requireUnchangedBy(tx, viewer, ifMatch, profile, { company: id, actions: profileActions });
  const changed = changedFields(asChange(profile), withEnd(inOrder(change), profile, loaded.asOf));
  if (!changed) return profile;
  const after: CompanyProfileChange = changed.after;
  requireOurs(profile.syncedFrom, Object.keys(after));
  requireOwner(viewer, after.owner);
  if (after.accountGroups) {
    if (user.role !== 'admin')
      throw new Refusal('forbidden', 'Only an admin says which account groups list a company.');
    requireAccountGroups(viewer, after.accountGroups);
    await listInGroups(tx, workspace, id, after.accountGroups);
  }
  if (after.primaryContact !== undefined) await setPrimaryContact(tx, workspace, id, after.primaryContact);
  if (after.stage) await moveByProfile(tx, viewer, id, after.stage);
  const set = assignments(profileColumns, after);
  if (set)
    await sql`update companies set ${set} where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'update company', company: id, ...changed });
  if (after.stage === 'onboarding') await beginOnboarding(tx, viewer, id);
  return readProfile(tx, loaded, id);
}

/** Business with a company ends on the day it is set to offboarded, and goes on with any other stage. */
function withEnd(change: CompanyProfileChange, { stage }: CompanyProfile, asOf: Day) {
  if (change.stage === undefined || change.stage === stage) return change;
  return { ...change, offboardedOn: change.stage === 'offboarded' ? asOf : null };
}
