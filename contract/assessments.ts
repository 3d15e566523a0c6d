import { z } from 'zod';
import { AnswerChoice } from './assessment-templates.ts';
import { DayField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Day, Id, Named, Nothing, Timestamp } from './values.ts';

const Score = z.number().nullable().describe('0–100, not rounded; null: nothing that is answered counts');

const counts = {
  answered: z.int(),
  open: z.int().describe('Not answered: in no sum'),
  notApplicable: z.int().describe('In no sum either'),
};

const CategoryScore = z.object({ category: z.string(), score: Score, ...counts });

/** An assessment of a company on a day, without its questions. */
export const AssessmentSummary = z.object({
  id: z.string(),
  company: z.string(),
  template: z.string().describe('The name of the template'),
  takenOn: Day,
  takenBy: Named.nullable(),
  status: z.enum(['in_progress', 'finished']).describe('Only a finished one is in metrics'),
  score: Score.describe(
    'Of a finished one the kept score, rounded to six places; else of what is answered so far',
  ),
  scoreOnly: z.boolean().describe('It was brought in as a score, without questions and answers'),
  ...counts,
  categories: z.array(CategoryScore).describe('In their order'),
  etag: z.string().describe('For If-Match; changes with the assessment’s own fields, not with its answers'),
});
export type AssessmentSummary = z.infer<typeof AssessmentSummary>;

/** A question as it was asked, and what was answered. */
export const AssessmentAnswer = z.object({
  item: z.string(),
  category: z.string(),
  question: z.string(),
  guidance: z.string().nullable(),
  weight: z.string().describe('An exact decimal number'),
  stackItem: Named.nullable(),
  answers: z.array(AnswerChoice).describe('What can be answered; none: only what was brought in is known'),
  notApplicable: z.boolean().describe('Whether “not applicable” may be answered'),
  answer: z.string().nullable().describe('The label; null: none, or not applicable'),
  points: z.string().nullable().describe('An exact decimal number; null: not answered'),
  possible: z.string(),
  applicable: z.boolean(),
  note: z.string().nullable(),
  answeredBy: Named.nullable(),
  answeredAt: Timestamp.nullable(),
  etag: z.string().describe('For If-Match'),
});
export type AssessmentAnswer = z.infer<typeof AssessmentAnswer>;

export const Assessment = AssessmentSummary.extend({
  answers: z.array(AssessmentAnswer).describe('In the order in which they are asked'),
});
export type Assessment = z.infer<typeof Assessment>;

/** `answer`: a label, or null for none; `applicable` false: the question does not apply. What is left out stays. */
export const AnswerChange = z
  .strictObject({
    answer: z.string().nullable().optional(),
    applicable: z.boolean().optional(),
    note: TextField.nullable().optional(),
  })
  .refine(
    ({ answer, applicable }) => applicable !== false || (answer ?? null) === null,
    'no answer where the question does not apply',
  );
export type AnswerChange = z.infer<typeof AnswerChange>;

const MOVEMENTS = ['better', 'worse', 'changed', 'same', 'new', 'gone'] as const;

export const AssessmentComparison = z.object({
  before: AssessmentSummary,
  after: AssessmentSummary,
  items: z
    .array(
      z.object({
        movement: z.enum(MOVEMENTS),
        before: AssessmentAnswer.nullable(),
        after: AssessmentAnswer.nullable(),
      }),
    )
    .describe('In the order of the later one, then what is no longer asked'),
});
export type AssessmentComparison = z.infer<typeof AssessmentComparison>;

const answer: AssessmentAnswer = {
  item: 'security-baseline-001',
  category: 'Backup',
  question: 'Was a restore tested in the last quarter?',
  guidance: 'A backup that was never restored is a hope.',
  weight: '3',
  stackItem: { id: 'backup', name: 'Backup' },
  answers: [
    { label: 'Yes', points: '1', color: 'green' },
    { label: 'No', points: '0', color: 'red' },
  ],
  notApplicable: true,
  answer: 'Yes',
  points: '1',
  possible: '1',
  applicable: true,
  note: 'Restored the file server on 3 November.',
  answeredBy: { id: 'dana', name: 'Dana' },
  answeredAt: '2026-11-21T10:00:00.000Z',
  etag: '"c27cbf0a53f4ae23b4a1e5b1f4d3d3f0"',
};

const tally = { score: 100, answered: 1, open: 0, notApplicable: 0 };

const summary: AssessmentSummary = {
  id: 'acme-dental-security-baseline-2026-11-21',
  company: 'acme-dental',
  template: 'Security baseline',
  takenOn: '2026-11-21',
  takenBy: { id: 'dana', name: 'Dana' },
  status: 'finished',
  scoreOnly: false,
  ...tally,
  categories: [{ category: 'Backup', ...tally }],
  etag: '"9e107d9d372bb6826bd81d3542a419d6"',
};
const assessment: Assessment = { ...summary, answers: [answer] };

const company = { id: 'acme-dental' };
const one = { id: summary.id };
const atItem = { id: summary.id, item: answer.item };
const stale =
  'With If-Match, what has changed since then is not touched: 412, with the present state in `details.current`.';

export const listAssessments = endpoint({
  id: 'listAssessments',
  method: 'GET',
  path: '/companies/:id/assessments',
  slice: 'assessments',
  summary: 'A company’s assessments with their scores, latest first',
  params: ById,
  response: listOf(AssessmentSummary),
  errors: ['not_found'],
  examples: { params: company, response: { items: [summary] } },
});

export const getAssessment = endpoint({
  id: 'getAssessment',
  method: 'GET',
  path: '/assessments/:id',
  slice: 'assessments',
  summary: 'One assessment with its questions and answers',
  params: ById,
  response: Assessment,
  large: true,
  errors: ['not_found'],
  examples: { params: one, response: assessment },
});

export const startAssessment = endpoint({
  id: 'startAssessment',
  method: 'POST',
  path: '/companies/:id/assessments',
  slice: 'assessments',
  summary: 'Begin an assessment of a company: it gets its own copy of the template’s questions',
  params: ById,
  body: z.strictObject({ template: Id, takenOn: DayField.optional().describe('Default: today') }),
  status: 201,
  response: Assessment,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: { params: company, body: { template: 'security-baseline' }, response: assessment },
});

export const updateAssessment = endpoint({
  id: 'updateAssessment',
  method: 'PATCH',
  path: '/assessments/:id',
  slice: 'assessments',
  summary: 'Change the day on which an assessment was taken',
  description: stale,
  params: ById,
  body: z.strictObject({ takenOn: DayField }),
  response: Assessment,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: one, body: { takenOn: '2026-11-20' }, response: assessment },
});

export const answerAssessment = endpoint({
  id: 'answerAssessment',
  method: 'PATCH',
  path: '/assessments/:id/answers/:item',
  slice: 'assessments',
  summary: 'Answer a question of an assessment in progress, or note something beside it',
  description: `${stale} A finished assessment is refused (conflict) until it is reopened.`,
  params: z.strictObject({ id: Id, item: Id }),
  body: AnswerChange,
  response: AssessmentAnswer,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable', 'conflict'],
  examples: { params: atItem, body: { answer: 'Yes' }, response: answer },
});

export const finishAssessment = endpoint({
  id: 'finishAssessment',
  method: 'POST',
  path: '/assessments/:id/finish',
  slice: 'assessments',
  summary: 'Finish an assessment: its score counts in metrics from then on',
  description: 'What is not answered stays out of the score. One without any answer is refused (conflict).',
  params: ById,
  response: Assessment,
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params: one, response: assessment },
});

export const reopenAssessment = endpoint({
  id: 'reopenAssessment',
  method: 'POST',
  path: '/assessments/:id/reopen',
  slice: 'assessments',
  summary: 'Reopen a finished assessment: it can be answered again, and is in no metric until it is finished',
  params: ById,
  response: Assessment,
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params: one, response: { ...assessment, status: 'in_progress' } },
});

export const deleteAssessment = endpoint({
  id: 'deleteAssessment',
  method: 'DELETE',
  path: '/assessments/:id',
  slice: 'assessments',
  summary: 'Delete an assessment with its answers',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: one },
});

export const compareAssessments = endpoint({
  id: 'compareAssessments',
  method: 'GET',
  path: '/assessments/:id/comparison',
  slice: 'assessments',
  summary:
    'What has become better and worse since an earlier assessment of the same company, question by question',
  params: ById,
  query: z.strictObject({ before: Id.describe('The earlier assessment') }),
  response: AssessmentComparison,
  large: true,
  errors: ['not_found'],
  examples: {
    params: one,
    query: { before: 'acme-dental-security-baseline-2025-11-21' },
    response: {
      before: summary,
      after: summary,
      items: [{ movement: 'same', before: answer, after: answer }],
    },
  },
});
