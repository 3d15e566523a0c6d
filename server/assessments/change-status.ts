import { sql } from 'kysely';
import type { Assessment } from '../../contract/assessments.ts';
import { assessmentScore, keptScore } from '../../domain/assessments/score.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readAssessment } from './read-assessments.ts';

/** Finishes an assessment: its score is kept, and counts from now on. One that is finished already stays as it is. */
export async function finishAssessment(tx: Tx, viewer: Viewer, place: RowPlace): Promise<Assessment> {
  const { company, id } = place;
  await lockCompany(tx, company);
  const assessment = await readAssessment(tx, viewer, company, id);
  if (assessment.status === 'finished') return assessment;
  if (assessment.answered + assessment.notApplicable === 0)
    throw new Refusal(
      'conflict',
      'Nothing is answered yet. Answer at least one question, or delete the assessment.',
    );
  const { score, open } = assessmentScore(assessment.answers);
  const after = { score: score && keptScore(score), ...(open > 0 ? { notAnswered: open } : {}) };
  return setStatus(
    tx,
    viewer,
    place,
    { status: 'finished', score: after.score },
    { action: 'finish assessment', after },
  );
}

/** Reopens a finished assessment: it is in no metric until it is finished again. */
export async function reopenAssessment(tx: Tx, viewer: Viewer, place: RowPlace): Promise<Assessment> {
  const { company, id } = place;
  await lockCompany(tx, company);
  const assessment = await readAssessment(tx, viewer, company, id);
  if (assessment.status === 'in_progress') return assessment;
  if (assessment.scoreOnly)
    throw new Refusal(
      'conflict',
      'This assessment was brought in as a score, without questions to answer again.',
    );
  const before = { score: assessment.score };
  return setStatus(
    tx,
    viewer,
    place,
    { status: 'in_progress', score: null },
    { action: 'reopen assessment', before },
  );
}

async function setStatus(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  { status, score }: { readonly status: Assessment['status']; readonly score: string | null },
  event: { readonly action: string; readonly before?: object; readonly after?: object },
): Promise<Assessment> {
  const { workspace, user } = viewer;
  await sql`update assessments set status = ${status}, score = ${score}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, company, subject: id, ...event });
  return readAssessment(tx, viewer, company, id);
}
