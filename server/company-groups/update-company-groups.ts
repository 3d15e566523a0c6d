import type { CompanyGroups } from '../../contract/company-groups.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { editCompanyGroups } from './edit-company-groups.ts';
import { listingGroups, presentCompanyGroups } from './present-company-groups.ts';
import { listedCompany } from './queries.ts';

/**
 * Says which account groups list a company, which the viewer sees. It is recorded as a change of the company. Refuses an
 * If-Match that no longer holds (`precondition_failed`).
 */
export async function updateCompanyGroups(
  tx: Tx,
  { workspace, user }: Viewer,
  id: string,
  groups: readonly string[],
  ifMatch: string | undefined,
): Promise<CompanyGroups> {
  const before = await lockedGrants(tx);
  const company = await listedCompany(tx, id);
  const listed = listingGroups(before, id);
  const current = presentCompanyGroups(company, listed);
  await requireGrantsUnchanged(tx, before, ifMatch, current, {
    id,
    actions: [],
    lists: ['companies'],
  });
  const after = editCompanyGroups(before, id, groups);
  const now = listingGroups(after, id);
  const changed = changedFields({ accountGroups: listed }, { accountGroups: now });
  if (!changed) return current;
  await storeGrants(tx, workspace, before, after);
  await audit(tx, { workspace, actor: user.id, action: 'update company', company: id, ...changed });
  return presentCompanyGroups(company, now);
}
