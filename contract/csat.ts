import { z } from 'zod';
import { CSAT_RATINGS } from '../domain/csat/satisfaction.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Day, Id, Line, Named, Nothing, Timestamp } from './values.ts';

const Rating = z.enum(CSAT_RATINGS);
const Comment = z
  .string()
  .trim()
  .max(5000)
  .regex(/^[^\0\p{Cs}]*$/u, 'text without NUL');

export const CsatResponse = z.object({
  id: z.string(),
  company: Named,
  answeredAt: Timestamp,
  day: Day.describe('Of the answer, in the workspace’s time zone'),
  rating: Rating,
  comment: z.string().nullable(),
  contact: Named.nullable(),
  source: z
    .string()
    .nullable()
    .describe('`survey`: our own; `manual`: added by hand; else the name of a tool; null: not known'),
  about: z.string().nullable().describe('What it was about, such as a ticket'),
  etag: z.string().describe('For If-Match'),
});
export type CsatResponse = z.infer<typeof CsatResponse>;

const tally = { positive: z.number().int(), neutral: z.number().int(), negative: z.number().int() };

export const CompanyCsat = z.object({
  asOf: Day,
  lately: z.object(tally).describe('Of the last 90 days, as the CSAT metric counts them'),
  months: z
    .array(z.object({ month: z.string(), ...tally }))
    .describe('The last twelve, the present one last'),
  items: z.array(CsatResponse).describe('The latest first'),
});
export type CompanyCsat = z.infer<typeof CompanyCsat>;

export const NewCsatResponse = z.strictObject({
  rating: Rating,
  answeredAt: Timestamp.optional().describe('Now, if left out; not in the future'),
  comment: Comment.optional(),
  contact: Id.nullable().optional(),
  about: Line.max(200).optional(),
});
export type NewCsatResponse = z.infer<typeof NewCsatResponse>;

export const Survey = z.object({
  id: z.string(),
  link: z.string().describe('The page to answer on; `?answer=positive` (neutral, negative) ticks one'),
  contact: Named.nullable(),
  about: z.string().nullable(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  answeredAt: Timestamp.nullable(),
  mailedAt: Timestamp.nullable().describe('When it was last sent by e-mail; null: it was not'),
});
export type Survey = z.infer<typeof Survey>;

export const NewSurvey = z.strictObject({
  contact: Id.nullable().optional().describe('Who is asked; null: somebody at the company'),
  about: Line.max(200).optional().describe('What it is about, such as a ticket; stands on the page'),
  days: z.number().int().min(1).max(365).default(30).describe('For how long the link can be used'),
});

const slice = 'csat';
const answer: CsatResponse = {
  id: 'acme-dental-csat-1',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  answeredAt: '2026-11-20T15:04:00.000Z',
  day: '2026-11-20',
  rating: 'positive',
  comment: 'Fast and friendly.',
  contact: { id: 'mia-chen', name: 'Mia Chen' },
  source: 'survey',
  about: 'Ticket 4711',
  etag: '"5f2a0b9c41d8e6b7a3f19c0d2e4b6a81"',
};
const survey: Survey = {
  id: '7b1f6f0e-3c55-4f0a-9d4e-0d3f8c1a2b90',
  link: 'https://quarterdeck.example.com/survey/ex9vDjxVTwqdTg0_jBorkPz0',
  contact: answer.contact,
  about: answer.about,
  createdAt: '2026-11-20T15:00:00.000Z',
  expiresAt: '2026-12-20T15:00:00.000Z',
  answeredAt: null,
  mailedAt: null,
};

export const getCompanyCsat = endpoint({
  id: 'getCompanyCsat',
  method: 'GET',
  path: '/companies/:id/csat',
  slice,
  summary: 'A company’s CSAT responses, their share of the last 90 days and the last twelve months',
  params: ById,
  response: CompanyCsat,
  large: true,
  errors: ['not_found'],
  examples: {
    params: { id: 'acme-dental' },
    response: {
      asOf: '2026-11-22',
      lately: { positive: 1, neutral: 0, negative: 0 },
      months: [{ month: '2026-11', positive: 1, neutral: 0, negative: 0 }],
      items: [answer],
    },
  },
});

export const listCsat = endpoint({
  id: 'listCsat',
  method: 'GET',
  path: '/csat',
  slice,
  summary: 'CSAT responses of all companies, the latest first',
  query: z.strictObject({
    from: Day.optional().describe('The first day, in the workspace’s time zone'),
    to: Day.optional().describe('The last day'),
    rating: Rating.optional(),
  }),
  response: listOf(CsatResponse),
  large: true,
  examples: { query: { from: '2026-11-01', rating: 'positive' }, response: { items: [answer] } },
});

export const createCsatResponse = endpoint({
  id: 'createCsatResponse',
  method: 'POST',
  path: '/companies/:id/csat',
  slice,
  summary: 'Add a CSAT response that was given otherwise',
  params: ById,
  body: NewCsatResponse,
  status: 201,
  response: CsatResponse,
  errors: ['forbidden', 'not_found'],
  examples: {
    params: { id: 'acme-dental' },
    body: { rating: 'positive', comment: 'Said so on the phone.' },
    response: { ...answer, source: 'manual' },
  },
});

export const deleteCsatResponse = endpoint({
  id: 'deleteCsatResponse',
  method: 'DELETE',
  path: '/csat/:id',
  slice,
  summary: 'Delete a CSAT response',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: answer.id } },
});

export const listSurveys = endpoint({
  id: 'listSurveys',
  method: 'GET',
  path: '/companies/:id/surveys',
  slice,
  summary: 'A company’s survey links, the newest first',
  description: 'For those who may make them: whoever has a link can answer.',
  params: ById,
  response: listOf(Survey),
  errors: ['forbidden', 'not_found'],
  examples: { params: { id: 'acme-dental' }, response: { items: [survey] } },
});

export const createSurvey = endpoint({
  id: 'createSurvey',
  method: 'POST',
  path: '/companies/:id/surveys',
  slice,
  summary: 'Make a link on which one person answers once, without signing in',
  params: ById,
  body: NewSurvey,
  status: 201,
  response: Survey,
  errors: ['forbidden', 'not_found'],
  examples: {
    params: { id: 'acme-dental' },
    body: { contact: 'mia-chen', about: 'Ticket 4711' },
    response: survey,
  },
});

export const deleteSurvey = endpoint({
  id: 'deleteSurvey',
  method: 'DELETE',
  path: '/surveys/:id',
  slice,
  summary: 'Withdraw a survey link; an answer that was given stays',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found'],
  examples: { params: { id: survey.id } },
});
