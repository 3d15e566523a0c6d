import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readAssessment } from './read-assessments.ts';
import { assessmentActions } from './update-assessment.ts';

/** Deletes an assessment with its answers; the record keeps what they were. */
export async function deleteAssessment(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const assessment = await readAssessment(tx, viewer, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, assessment, {
    company,
    actions: assessmentActions,
    subject: id,
  });
  await sql`delete from assessments where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { template, takenOn, score } = assessment;
  const answers = assessment.answers
    .filter((it) => it.points !== null || !it.applicable || it.note !== null)
    .map(({ question, answer, applicable, note }) => ({ question, answer, applicable, note }));
  const before = {
    name: `${template} of ${takenOn}`,
    template,
    takenOn,
    score,
    ...(answers.length > 0 ? { answers } : {}),
  };
  await audit(tx, { workspace, actor: user.id, action: 'delete assessment', company, subject: id, before });
}
