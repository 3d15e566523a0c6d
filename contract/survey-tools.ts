import { z } from 'zod';
import { CSAT_RATINGS } from '../domain/csat/satisfaction.ts';
import { DELIVERY_FIELDS, mappingProblems, type SurveyMapping } from '../domain/csat/survey-mapping.ts';
import { SURVEY_PRESETS } from '../domain/csat/survey-presets.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Id, Line, Named, Nothing, Timestamp } from './values.ts';

const Path = z.string().trim().max(200);
const Meanings = z.array(Line.max(100)).max(50);

export const Mapping = z
  .strictObject({
    paths: z
      .strictObject(
        Object.fromEntries(DELIVERY_FIELDS.map((field) => [field, Path])) as Record<
          (typeof DELIVERY_FIELDS)[number],
          typeof Path
        >,
      )
      .describe(
        'Where each stands in what is sent, such as `ticket.id`, `answers[0].choice` or `answers[question.metric=csat].choice`; empty: it is not there',
      ),
    ratings: z
      .strictObject({ positive: Meanings, neutral: Meanings, negative: Meanings })
      .describe('Values as they are sent, or ranges of numbers such as `80..100`'),
  })
  .describe('What stands where in a delivery, and which ratings mean what');

/** A mapping that can be used. */
const UsableMapping = Mapping.superRefine((mapping, context) => {
  for (const message of mappingProblems(mapping)) context.addIssue({ code: 'custom', message });
});

const Signature = z.strictObject({
  header: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,100}$/, 'the name of a header such as X-Signature')
    .describe(
      'In which the tool sends the HMAC-SHA256 of the body, hexadecimal or Base64, perhaps after `sha256=`',
    ),
  secret: z.string().min(8).max(500).describe('As the tool shows it; never shown again'),
});

/** The name stands at each response as its source. */
const ToolName = Line.max(60).refine(
  (name) => !['survey', 'manual'].includes(name.toLowerCase()),
  'another name: survey and manual mean something else',
);

export const SurveyTool = z.object({
  id: z.string(),
  name: z.string(),
  mapping: Mapping,
  signatureHeader: z.string().nullable().describe('Null: deliveries need not be signed'),
  createdAt: Timestamp,
  rotatedAt: Timestamp.nullable().describe('Since when the address is another one; null: it is the first'),
  lastDeliveryAt: Timestamp.nullable(),
  waiting: z.int().describe('Deliveries that wait for somebody to say whose they are'),
  etag: z.string().describe('For If-Match'),
});
export type SurveyTool = z.infer<typeof SurveyTool>;

const WithAddress = SurveyTool.extend({
  address: z.string().describe('To be given to the tool; shown only now, as only its hash is kept'),
});

export const DELIVERY_OUTCOMES = [
  'taken',
  'updated',
  'repeated',
  'unrated',
  'waiting',
  'dismissed',
  'refused',
] as const;

const Outcome = z
  .enum(DELIVERY_OUTCOMES)
  .describe(
    'updated: an answer that had come before has changed; repeated: it had come before; unrated: without a rating so far; waiting: somebody has to say whose it is, or to mend the mapping; refused: not signed as it should be',
  );

export const SurveyDelivery = z.object({
  id: z.string(),
  tool: Named,
  receivedAt: Timestamp,
  outcome: Outcome,
  message: z.string().describe('What was done, or what is missing'),
  body: z.string().describe('As it was sent, without what is secret or personal'),
  company: Named.nullable().describe('Whose it is'),
  response: z.string().nullable().describe('The CSAT response; null: there is none (any more)'),
});
export type SurveyDelivery = z.infer<typeof SurveyDelivery>;

const slice = 'csat';
const mapping: SurveyMapping = SURVEY_PRESETS[0]!.mapping;
const stored = {
  paths: mapping.paths,
  ratings: {
    positive: [...mapping.ratings.positive],
    neutral: [...mapping.ratings.neutral],
    negative: [...mapping.ratings.negative],
  },
};
const tool: SurveyTool = {
  id: '5d0c2d6e-6a55-4d2f-8f0e-2f0f3d0f7a11',
  name: 'SmileBack',
  mapping: stored,
  signatureHeader: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  rotatedAt: null,
  lastDeliveryAt: '2026-11-22T08:10:00.000Z',
  waiting: 1,
  etag: '"5f2a0b9c41d8e6b7a3f19c0d2e4b6a81"',
};
const address =
  'https://quarterdeck.example.com/hooks/csat/0b6f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11/qds_5Tz1v0aP0f3k';
const delivery: SurveyDelivery = {
  id: '9c1f6f0e-3c55-4f0a-9d4e-0d3f8c1a2b90',
  tool: { id: tool.id, name: tool.name },
  receivedAt: '2026-11-22T08:10:00.000Z',
  outcome: 'waiting',
  message: 'No company is known by the name “Acme Dental Ltd”.',
  body: '{\n  "id": 991,\n  "rating": 1\n}',
  company: null,
  response: null,
};

export const listSurveyTools = endpoint({
  id: 'listSurveyTools',
  method: 'GET',
  path: '/survey-tools',
  slice,
  summary: 'The survey tools that send their answers here',
  response: listOf(SurveyTool),
  errors: ['forbidden'],
  examples: { response: { items: [tool] } },
});

export const createSurveyTool = endpoint({
  id: 'createSurveyTool',
  method: 'POST',
  path: '/survey-tools',
  slice,
  summary: 'Make an address that a survey tool sends its answers to',
  body: z.strictObject({
    name: ToolName,
    mapping: UsableMapping,
    signature: Signature.nullable().optional(),
  }),
  status: 201,
  response: WithAddress,
  errors: ['forbidden', 'conflict'],
  examples: { body: { name: 'SmileBack', mapping: stored }, response: { ...tool, address } },
});

export const updateSurveyTool = endpoint({
  id: 'updateSurveyTool',
  method: 'PATCH',
  path: '/survey-tools/:id',
  slice,
  summary: 'Change a survey tool’s name, mapping or signature; what has come stays as it is',
  params: ById,
  body: z.strictObject({
    name: ToolName.optional(),
    mapping: UsableMapping.optional(),
    signature: Signature.nullable().optional().describe('Null: deliveries need not be signed any more'),
  }),
  response: SurveyTool,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { params: { id: tool.id }, body: { name: 'SmileBack' }, response: tool },
});

export const rotateSurveyTool = endpoint({
  id: 'rotateSurveyTool',
  method: 'POST',
  path: '/survey-tools/:id/rotate',
  slice,
  summary: 'Give a survey tool another address; the one before ends at once',
  params: ById,
  response: WithAddress,
  errors: ['forbidden', 'not_found'],
  examples: { params: { id: tool.id }, response: { ...tool, address } },
});

export const deleteSurveyTool = endpoint({
  id: 'deleteSurveyTool',
  method: 'DELETE',
  path: '/survey-tools/:id',
  slice,
  summary: 'End a survey tool’s address and forget its deliveries; the responses stay',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: tool.id } },
});

export const testSurveyMapping = endpoint({
  id: 'testSurveyMapping',
  method: 'POST',
  path: '/survey-tools/test',
  slice,
  summary: 'What a mapping makes of a delivery; nothing is kept',
  body: z.strictObject({
    mapping: Mapping,
    sample: z.string().min(1).max(64_000).describe('A body as the tool sends it: JSON'),
  }),
  response: z.object({
    problem: z.string().nullable().describe('Why it cannot be read; null: it can'),
    rating: z.enum(CSAT_RATINGS).nullable(),
    comment: z.string().nullable(),
    about: z.string().nullable(),
    answeredAt: Timestamp.nullable().describe('Null: it counts as answered when it comes'),
    id: z.string().nullable(),
    company: Named.nullable(),
    contact: Named.nullable(),
    match: z.string().describe('By what the company was found, or why not'),
  }),
  errors: ['forbidden'],
  examples: {
    body: { mapping: stored, sample: '{"id": 991, "rating": 1, "company": {"name": "Acme Dental"}}' },
    response: {
      problem: null,
      rating: 'positive',
      comment: null,
      about: null,
      answeredAt: null,
      id: '991',
      company: { id: 'acme-dental', name: 'Acme Dental' },
      contact: null,
      match: 'Found by the company’s name.',
    },
  },
});

export const listSurveyDeliveries = endpoint({
  id: 'listSurveyDeliveries',
  method: 'GET',
  path: '/survey-deliveries',
  slice,
  summary: 'What survey tools have sent: the last 200 deliveries, or all that wait, the newest first',
  query: z.strictObject({
    tool: Id.optional(),
    waiting: z.enum(['true', 'false']).optional().describe('true: only those that wait'),
  }),
  response: listOf(SurveyDelivery),
  errors: ['forbidden'],
  examples: { query: { waiting: 'true' }, response: { items: [delivery] } },
});

const onDelivery = { params: ById, response: SurveyDelivery, slice, method: 'POST' } as const;
const taken: SurveyDelivery = {
  ...delivery,
  outcome: 'taken',
  message: 'Somebody said whose it is.',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  response: 'acme-dental-csat-1',
};

export const assignSurveyDelivery = endpoint({
  ...onDelivery,
  id: 'assignSurveyDelivery',
  path: '/survey-deliveries/:id/assign',
  summary: 'Say whose a waiting delivery is',
  body: z.strictObject({ company: Id }),
  errors: ['forbidden', 'not_found', 'conflict', 'unprocessable'],
  examples: { params: { id: delivery.id }, body: { company: 'acme-dental' }, response: taken },
});

export const retrySurveyDelivery = endpoint({
  ...onDelivery,
  id: 'retrySurveyDelivery',
  path: '/survey-deliveries/:id/retry',
  summary: 'Read a waiting delivery again, by the mapping and the companies as they are now',
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params: { id: delivery.id }, response: { ...taken, message: 'Found by the company’s name.' } },
});

export const dismissSurveyDelivery = endpoint({
  ...onDelivery,
  id: 'dismissSurveyDelivery',
  path: '/survey-deliveries/:id/dismiss',
  summary: 'Say that a waiting delivery is nobody’s, such as a test',
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: {
    params: { id: delivery.id },
    response: { ...delivery, outcome: 'dismissed', message: 'Dismissed by Dana.' },
  },
});

export const receiveSurveyDelivery = endpoint({
  id: 'receiveSurveyDelivery',
  method: 'POST',
  prefix: '/hooks',
  path: '/csat/:workspace/:token',
  slice,
  summary: 'The address that a survey tool sends its answers to',
  description:
    'JSON, or a form’s fields, of at most 64 KiB. The same answer (by its id; without one, the same body within a day) counts once, and later changes of it are taken over. What is not understood, or of an unknown company, waits for an admin and is answered like the rest.',
  public: true,
  params: z.strictObject({ workspace: z.string().max(100), token: z.string().max(200) }),
  body: z.unknown(),
  bodyType: 'application/json',
  response: z.object({ outcome: Outcome }),
  errors: ['not_found', 'unauthenticated', 'payload_too_large'],
  examples: {
    params: { workspace: '0b6f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11', token: 'qds_5Tz1v0aP0f3k' },
    body: { id: 991, rating: 1, company: { id: '250', name: 'Acme Dental' } },
    response: { outcome: 'taken' },
  },
});
