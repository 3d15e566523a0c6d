import { z } from 'zod';
import { DEFAULT_SURVEY_MAIL, surveyMailProblem } from '../domain/csat/survey-mail.ts';
import { endpoint } from './endpoint.ts';
import { ById, Line } from './values.ts';

const Wording = z.strictObject({
  subject: Line.max(200),
  text: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .regex(/^[^\0\p{Cs}]*$/u, 'text without NUL'),
});

export const SurveyMailText = z.object({
  subject: z.string(),
  text: z.string(),
  isDefault: z.boolean().describe('As the product words it'),
  canSend: z.boolean().describe('A mail server is set'),
  etag: z.string().describe('For If-Match'),
});
export type SurveyMailText = z.infer<typeof SurveyMailText>;

const example: SurveyMailText = {
  ...DEFAULT_SURVEY_MAIL,
  isDefault: true,
  canSend: true,
  etag: '"5f2a0b9c41d8e6b7a3f19c"',
};

export const getSurveyMailText = endpoint({
  id: 'getSurveyMailText',
  method: 'GET',
  path: '/survey-mail-text',
  slice: 'csat',
  summary: 'How mails with survey links are worded',
  response: SurveyMailText,
  errors: ['forbidden'],
  examples: { response: example },
});

export const updateSurveyMailText = endpoint({
  id: 'updateSurveyMailText',
  method: 'PATCH',
  path: '/survey-mail-text',
  slice: 'csat',
  summary: 'Word mails with survey links otherwise',
  description:
    'Words in braces are filled in: {name}, {about}, {asks} (the workspace), {link}, and {good}, {soso}, {bad} (links that tick an answer).',
  body: z.strictObject({
    wording: Wording.superRefine((wording, context) => {
      const problem = surveyMailProblem(wording);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    })
      .nullable()
      .describe('Null: as the product words it'),
  }),
  response: SurveyMailText,
  errors: ['forbidden', 'precondition_failed'],
  examples: { body: { wording: DEFAULT_SURVEY_MAIL }, response: example },
});

export const mailSurvey = endpoint({
  id: 'mailSurvey',
  method: 'POST',
  path: '/surveys/:id/e-mail',
  slice: 'csat',
  summary: 'Send a survey link to its contact by e-mail',
  description: 'Under an Idempotency-Key one mail is sent, however often the request is repeated.',
  params: ById,
  response: z.object({ sentTo: z.string() }),
  errors: ['forbidden', 'not_found', 'conflict', 'unprocessable'],
  examples: {
    params: { id: '7b1f6f0e-3c55-4f0a-9d4e-0d3f8c1a2b90' },
    response: { sentTo: 'mia@acme.example' },
  },
});
