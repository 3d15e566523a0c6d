import { z } from 'zod';
import { ANSWER_COLORS } from '../domain/assessments/answer-scale.ts';
import { NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Id, Named, Nothing } from './values.ts';

const decimal = 'a number such as 7.5, of at least 0, with at most 20 digits on each side of the point';
const NotNegativeField = z.string().regex(/^\d{1,20}(\.\d{1,20})?$/, decimal);

/** An answer that can be given. */
export const AnswerChoice = z.object({
  label: z.string(),
  points: z.string().describe('An exact decimal number, at least 0'),
  color: z.enum(ANSWER_COLORS),
});

export const TemplateItem = z.object({
  id: z.string(),
  category: z.string(),
  question: z.string(),
  guidance: z.string().nullable().describe('Why it matters, or how to find out'),
  weight: z.string().describe('An exact decimal number; 1 unless it was set'),
  stackItem: Named.nullable(),
  answers: z.array(AnswerChoice).nullable().describe('Null: the template’s'),
  notApplicable: z.boolean().describe('Whether “not applicable” may be answered'),
});
export type TemplateItem = z.infer<typeof TemplateItem>;

/** What assessments are taken from. Those that were taken keep the questions and points that they were taken with. */
export const AssessmentTemplate = z.object({
  id: z.string(),
  name: z.string().describe('Also how assessments and metrics name it'),
  description: z.string().nullable(),
  answers: z.array(AnswerChoice).describe('To every question that has none of its own'),
  retired: z.boolean().describe('Not offered any more'),
  items: z.array(TemplateItem).describe('In their order'),
  taken: z.int().describe('How many assessments of the companies that you see are of it'),
  etag: z.string().describe('For If-Match'),
});
export type AssessmentTemplate = z.infer<typeof AssessmentTemplate>;

const AnswersField = z
  .array(z.strictObject({ label: NameField, points: NotNegativeField, color: z.enum(ANSWER_COLORS) }))
  .max(20);

/** A template as it is to be. */
export const TemplateChange = z.strictObject({
  name: NameField.max(300, 'at most 300 characters'),
  description: TextField.nullable(),
  answers: AnswersField,
  retired: z.boolean(),
  items: z
    .array(
      z.strictObject({
        id: Id.nullable().describe('Null: a new one'),
        category: NameField,
        question: NameField,
        guidance: TextField.nullable(),
        weight: NotNegativeField,
        stackItem: Id.nullable(),
        answers: AnswersField.nullable(),
        notApplicable: z.boolean(),
      }),
    )
    .max(500),
});
export type TemplateChange = z.infer<typeof TemplateChange>;

const yes = { label: 'Yes', points: '1', color: 'green' } as const;
const no = { label: 'No', points: '0', color: 'red' } as const;

const question = {
  category: 'Backup',
  question: 'Was a restore tested in the last quarter?',
  guidance: 'A backup that was never restored is a hope.',
  weight: '3',
  answers: null,
  notApplicable: true,
};

const template: AssessmentTemplate = {
  id: 'security-baseline',
  name: 'Security baseline',
  description: null,
  answers: [yes, no],
  retired: false,
  items: [{ id: 'security-baseline-001', ...question, stackItem: { id: 'backup', name: 'Backup' } }],
  taken: 12,
  etag: '"9e107d9d372bb6826bd81d3542a419d6"',
};

const change: TemplateChange = {
  name: template.name,
  description: null,
  answers: [yes, no],
  retired: false,
  items: [{ id: null, ...question, stackItem: 'backup' }],
};

const params = { id: template.id };

export const listAssessmentTemplates = endpoint({
  id: 'listAssessmentTemplates',
  method: 'GET',
  path: '/assessment-templates',
  slice: 'assessments',
  summary: 'The templates that assessments are taken from, with their questions',
  description: 'By name.',
  response: listOf(AssessmentTemplate),
  large: true,
  examples: { response: { items: [template] } },
});

export const getAssessmentTemplate = endpoint({
  id: 'getAssessmentTemplate',
  method: 'GET',
  path: '/assessment-templates/:id',
  slice: 'assessments',
  summary: 'One assessment template with its questions',
  params: ById,
  response: AssessmentTemplate,
  errors: ['not_found'],
  examples: { params, response: template },
});

export const createAssessmentTemplate = endpoint({
  id: 'createAssessmentTemplate',
  method: 'POST',
  path: '/assessment-templates',
  slice: 'assessments',
  summary: 'Add an assessment template',
  body: TemplateChange,
  longBody: true,
  status: 201,
  response: AssessmentTemplate,
  errors: ['forbidden', 'unprocessable', 'conflict'],
  examples: { body: change, response: template },
});

export const updateAssessmentTemplate = endpoint({
  id: 'updateAssessmentTemplate',
  method: 'PUT',
  path: '/assessment-templates/:id',
  slice: 'assessments',
  summary: 'Change an assessment template: its questions, their order, the answers, whether it is retired',
  description:
    'Questions that are left out go. What was taken keeps its questions and points, whatever becomes of the template. Another name is taken over by the assessments and metrics that name it.',
  params: ById,
  body: TemplateChange,
  longBody: true,
  response: AssessmentTemplate,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable', 'conflict'],
  examples: { params, body: change, response: template },
});

export const deleteAssessmentTemplate = endpoint({
  id: 'deleteAssessmentTemplate',
  method: 'DELETE',
  path: '/assessment-templates/:id',
  slice: 'assessments',
  summary: 'Delete an assessment template that was never used',
  description: 'One that assessments or metrics name is refused (conflict): retire it instead.',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'conflict'],
  examples: { params },
});
