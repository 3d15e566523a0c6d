import { sql } from 'kysely';
import type { CompanyProfile, NewCompany } from '../../contract/company-profile.ts';
import { whyUnseen } from '../../domain/access/new-company.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordStageChange } from '../lifecycle/record-stage-change.ts';
import { beginOnboarding } from '../onboarding/copy-template.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { listInGroups } from './list-in-groups.ts';
import { inOrder, profileColumns } from './profile-columns.ts';
import { requireAccountGroups, requireOwner } from './profile-rights.ts';
import { readProfile } from './read-profile.ts';

/**
 * Adds a company that the viewer then sees. From then on the transaction's scope is the new company. Refuses one that
 * the viewer would not see, an account group or owner that is not theirs to name (`forbidden`, `unprocessable`).
 */
export async function createCompany(tx: Tx, viewer: Viewer, company: NewCompany): Promise<CompanyProfile> {
  const { workspace, user, loaded } = viewer;
  const { accountGroups = [], ...fields } = inOrder(company);
  requireAccountGroups(viewer, accountGroups);
  if (fields.owner !== null) requireOwner(viewer, fields.owner);
  const values = fields.stage === 'offboarded' ? { ...fields, offboardedOn: loaded.asOf } : fields;
  const key = await insertCompany(tx, workspace, values);
  const unseen = whyUnseen(loaded.grants, user.id, key, accountGroups);
  if (unseen) throw new Refusal('unprocessable', unseenInWords[unseen]);
  await listInGroups(tx, workspace, key, accountGroups);
  await recordStageChange(tx, {
    workspace,
    company: key,
    by: user.id,
    from: null,
    to: values.stage ?? 'active',
    note: null,
    forced: false,
  });
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create company',
    company: key,
    after: { ...values, ...(accountGroups.length > 0 ? { accountGroups } : {}) },
  });
  if (values.stage === 'onboarding') await beginOnboarding(tx, viewer, key);
  return readProfile(tx, loaded, key);
}

const unseenInWords = {
  ceiling:
    'You would not see the new company: your security groups hold only the companies that they list. Ask an admin to add it.',
  reach: 'You would not see the new company: name one of your account groups in "accountGroups".',
};

/** Each key is in the scope only while it is tried, as it may be that of a company that the viewer does not see. */
async function insertCompany(tx: Tx, workspace: string, company: NewCompany): Promise<string> {
  const { columns, values } = insertion(profileColumns, company);
  const keys = newKeys(company.name);
  for (;;) {
    const key = keys.next().value;
    await sql`select set_config('quarterdeck.companies', array[${key}]::text[]::text, true)`.execute(tx);
    const { rows } = await sql`insert into companies (workspace_id, key${columns})
      values (${workspace}, ${key}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
