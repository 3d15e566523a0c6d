import { sql } from 'kysely';
import type { Assessment } from '../../contract/assessments.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readAssessment } from './read-assessments.ts';

/** The recorded changes of an assessment. */
export const assessmentActions = [
  'start assessment',
  'update assessment',
  'finish assessment',
  'reopen assessment',
];

/** Changes the day on which an assessment was taken. Refuses an If-Match that no longer holds. */
export async function updateAssessment(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: { readonly takenOn: string },
  ifMatch: string | undefined,
): Promise<Assessment> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const assessment = await readAssessment(tx, viewer, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, assessment, {
    company,
    actions: assessmentActions,
    subject: id,
  });
  const changed = changedFields({ takenOn: assessment.takenOn }, change);
  if (!changed) return assessment;
  await sql`update assessments set taken_on = ${change.takenOn}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update assessment',
    company,
    subject: id,
    ...changed,
  });
  return readAssessment(tx, viewer, company, id);
}
