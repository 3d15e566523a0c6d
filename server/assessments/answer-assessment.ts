import { sql } from 'kysely';
import type { AnswerChange, Assessment, AssessmentAnswer } from '../../contract/assessments.ts';
import { changedMeanwhile } from '../access/last-change.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { readAssessment } from './read-assessments.ts';

/**
 * Answers a question of an assessment in progress, or notes something beside it. Refuses an If-Match that no longer holds.
 * The row says who answered when; on record is the assessment as it is finished, not every tap on the way.
 */
export async function answerAssessment(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  item: string,
  change: AnswerChange,
  ifMatch: string | undefined,
): Promise<AssessmentAnswer> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const stored = answerIn(await readAssessment(tx, viewer, company, id), item);
  if (!isUnchanged(ifMatch, stored.answer.etag)) throw answeredMeanwhile(stored.answer);
  requireInProgress(stored.assessment);
  const given = givenBy(stored.answer, change);
  const note = change.note === undefined ? stored.answer.note : change.note;
  await sql`update assessment_answers set answer = ${given.answer}, points = ${given.points},
      applicable = ${given.applicable ? null : false}, note = ${note}, answered_by = ${user.id}, answered_at = clock_timestamp()
    where workspace_id = ${workspace} and assessment = ${id} and item = ${item}`.execute(tx);
  return answerIn(await readAssessment(tx, viewer, company, id), item).answer;
}

function answerIn(assessment: Assessment, item: string) {
  const answer = assessment.answers.find((candidate) => candidate.item === item);
  if (!answer) throw notFound('question', item);
  return { assessment, answer };
}

/** 412, with what stands and whose it is: the row knows, as an answer is not on record by itself. */
function answeredMeanwhile(answer: AssessmentAnswer): Refusal {
  const { answeredBy: by, answeredAt: at } = answer;
  return changedMeanwhile(answer, at === null ? null : { by, at });
}

export function requireInProgress({ status }: Assessment): void {
  if (status === 'finished')
    throw new Refusal('conflict', 'The assessment is finished. Reopen it to change its answers.');
}

/** The answer as it is to be: a label of the question's answers, none, or that it does not apply. */
function givenBy(stored: AssessmentAnswer, { answer, applicable }: AnswerChange) {
  if (applicable === false) {
    if (!stored.notApplicable)
      throw new Refusal('unprocessable', `"${stored.question}" has to be answered: it always applies.`);
    return { answer: null, points: null, applicable: false };
  }
  if (answer === undefined)
    return applicable ? { answer: stored.answer, points: stored.points, applicable } : stored;
  if (answer === null) return { answer: null, points: null, applicable: true };
  const choice = stored.answers.find(({ label }) => label === answer);
  if (!choice) {
    const labels = stored.answers.map(({ label }) => label).join(', ');
    throw new Refusal(
      'unprocessable',
      `"${answer}" is no answer to "${stored.question}"; expected one of ${labels}.`,
    );
  }
  return { answer, points: choice.points, applicable: true };
}
