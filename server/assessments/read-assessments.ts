import { sql } from 'kysely';
import type { Assessment, AssessmentAnswer, AssessmentSummary } from '../../contract/assessments.ts';
import { assessmentScore, categoryScores } from '../../domain/assessments/score.ts';
import { toNumber } from '../../domain/money/fraction.ts';
import { namedUser } from '../access/named-user.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { NO_CATEGORY } from './read-templates.ts';
import { stackItemNamed } from './stack-item-named.ts';

const own = sql`workspace_id = (select current_workspace())`;

type Loaded = Pick<Viewer, 'loaded'>;

interface Row {
  readonly id: string;
  readonly template: string;
  readonly takenOn: string;
  readonly takenBy: string | null;
  readonly status: 'in_progress' | 'finished';
  readonly score: string | null;
  readonly etag: string;
}

interface AnswerRow extends Omit<AssessmentAnswer, 'stackItem' | 'answeredBy' | 'answeredAt'> {
  readonly assessment: string;
  readonly stackItem: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

/** A company's assessments with questions and answers, latest first. The transaction must see the company. */
export async function readAssessments(tx: Tx, viewer: Loaded, company: string): Promise<Assessment[]> {
  const { rows } = await sql<Row>`
    select key as id, template, taken_on as "takenOn", taken_by as "takenBy", coalesce(status, 'finished') as status,
      score::text as score, '"' || md5(a::text) || '"' as etag
    from assessments a where ${own} and company = ${company}
    order by taken_on desc, key collate "C" desc`.execute(tx);
  const { rows: answers } = await sql<AnswerRow>`
    select assessment, item, coalesce(category, ${NO_CATEGORY}) as category, question, guidance,
      coalesce(weight, 1)::text as weight, stack_item as "stackItem", coalesce(answers, '[]') as answers,
      coalesce(not_applicable, true) as "notApplicable", answer, points::text as points, possible::text as possible,
      coalesce(applicable, true) as applicable, note, answered_by as "answeredBy", answered_at as "answeredAt",
      '"' || md5(a::text) || '"' as etag
    from assessment_answers a where ${own} and company = ${company}
    order by "order" nulls last, item collate "C"`.execute(tx);
  return rows.map((row) =>
    assessmentOf(
      row,
      company,
      answers.filter(({ assessment }) => assessment === row.id),
      viewer,
    ),
  );
}

export async function readAssessment(
  tx: Tx,
  viewer: Loaded,
  company: string,
  id: string,
): Promise<Assessment> {
  const found = (await readAssessments(tx, viewer, company)).find((candidate) => candidate.id === id);
  if (!found) throw notFound('assessment', id);
  return found;
}

/** Without its questions and answers. */
export function summaryOf({ answers: _, ...summary }: Assessment): AssessmentSummary {
  return summary;
}

function assessmentOf(
  row: Row,
  company: string,
  answers: readonly AnswerRow[],
  { loaded }: Loaded,
): Assessment {
  const { score, ...counts } = assessmentScore(answers);
  return {
    ...row,
    company,
    takenBy: row.takenBy === null ? null : namedUser(loaded.grants, row.takenBy),
    score:
      row.status === 'finished' ? (row.score === null ? null : Number(row.score)) : score && toNumber(score),
    scoreOnly: answers.length === 0,
    ...counts,
    categories: categoryScores(answers).map((one) => ({ ...one, score: one.score && toNumber(one.score) })),
    answers: answers.map(({ assessment: _, ...answer }) => ({
      ...answer,
      stackItem: stackItemNamed(loaded, answer.stackItem),
      answeredBy: answer.answeredBy === null ? null : namedUser(loaded.grants, answer.answeredBy),
      answeredAt: answer.answeredAt?.toISOString() ?? null,
    })),
  };
}
