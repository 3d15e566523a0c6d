import { z } from 'zod';
import { CADENCE_INTERVALS } from '../domain/engagement/cadence-due.ts';
import { MEETING_KINDS, MEETING_METHODS } from '../domain/engagement/meeting-kinds.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Day, Id, Named, Nothing } from './values.ts';

const Kind = z.enum(MEETING_KINDS);
const Every = z.enum(CADENCE_INTERVALS);
const Method = z.enum(MEETING_METHODS);

const Due = {
  every: Every,
  method: Method.nullable().describe('As agreed with the client'),
  due: Day.describe('The day by which one meets next'),
  overdue: z.int().describe('Days that `due` lies in the past; 0: it does not'),
  unplanned: z.boolean().describe('No meeting of the kind is planned by then'),
  why: z.string().describe('Why it is due then, in words'),
};

const Occasion = z.object({ id: z.string(), date: Day });

/** How often a company is met for one kind of meeting: as it is set, when it is due, and what would be proposed. */
export const Cadence = z.object({
  kind: Kind,
  set: z
    .object({ ...Due, setOn: Day.nullable(), setBy: Named.nullable() })
    .nullable()
    .describe('Null: no cadence is set'),
  lastHeld: Occasion.nullable(),
  planned: Occasion.nullable().describe('The next one that is planned, today or later'),
  proposal: z
    .object({ every: Every, method: Method, why: z.array(z.string()).describe('A sentence per factor') })
    .nullable()
    .describe('For pulse checks and vCIO meetings'),
  etag: z.string().describe('For If-Match'),
});
export type Cadence = z.infer<typeof Cadence>;

/** A cadence in the list over all companies. */
export const DueCadence = z.object({
  company: Named,
  owner: Named.nullable().describe('The company’s vCIO'),
  kind: Kind,
  ...Due,
  lastHeld: Occasion.nullable(),
  planned: Occasion.nullable(),
});
export type DueCadence = z.infer<typeof DueCadence>;

export const CadenceSetting = z.strictObject({ every: Every, method: Method.nullable().optional() });
export type CadenceSetting = z.infer<typeof CadenceSetting>;

const due = {
  every: 'quarterly' as const,
  method: 'video' as const,
  due: '2026-11-21',
  overdue: 1,
  unplanned: true,
  why: 'Three months after the last one, held on 2026-08-21',
};
const lastHeld = { id: 'acme-dental-vcio-2026-08-21', date: '2026-08-21' };
const example: Cadence = {
  kind: 'vcio',
  set: { ...due, setOn: '2026-01-10', setBy: { id: 'dana', name: 'Dana Reyes' } },
  lastHeld,
  planned: null,
  proposal: {
    every: 'monthly',
    method: 'video',
    why: [
      'vCIO meetings are quarterly to begin with.',
      'Client temperature: health is “At risk”, so meet much more often until it is better.',
    ],
  },
  etag: '"b7e23ec29af22b0b4e41da31e868d572"',
};

const params = z.strictObject({ id: Id, kind: Kind });
const which = { id: 'acme-dental', kind: 'vcio' as const };

export const listCompanyCadences = endpoint({
  id: 'listCompanyCadences',
  method: 'GET',
  path: '/companies/:id/cadences',
  slice: 'cadences',
  summary: 'How often a company is met: what is set, when it is due, and what is proposed and why',
  params: z.strictObject({ id: Id }),
  response: listOf(Cadence),
  errors: ['not_found'],
  examples: { params: { id: 'acme-dental' }, response: { items: [example] } },
});

export const setCadence = endpoint({
  id: 'setCadence',
  method: 'PUT',
  path: '/companies/:id/cadences/:kind',
  slice: 'cadences',
  summary: 'Set how often a company is met for one kind of meeting, and by which method',
  params,
  body: CadenceSetting,
  response: Cadence,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: which, body: { every: 'quarterly', method: 'video' }, response: example },
});

export const clearCadence = endpoint({
  id: 'clearCadence',
  method: 'DELETE',
  path: '/companies/:id/cadences/:kind',
  slice: 'cadences',
  summary: 'Have no cadence for one kind of meeting',
  params,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: which },
});

export const listCadences = endpoint({
  id: 'listCadences',
  method: 'GET',
  path: '/cadences',
  slice: 'cadences',
  summary: 'The cadences of the companies you see, the longest overdue first',
  description: 'Of companies that are not offboarded.',
  query: z.strictObject({
    overdue: z.enum(['true', 'false']).default('false').describe('Only those that are'),
    kind: z.array(Kind).optional(),
    owner: Id.optional().describe('User id: of companies that are this vCIO’s'),
    company: Id.optional(),
  }),
  response: listOf(DueCadence),
  large: true,
  errors: ['not_found'],
  examples: {
    query: { overdue: 'true', kind: ['vcio'] },
    response: {
      items: [
        {
          company: { id: 'acme-dental', name: 'Acme Dental' },
          owner: { id: 'dana', name: 'Dana Reyes' },
          kind: 'vcio',
          ...due,
          lastHeld,
          planned: null,
        },
      ],
    },
  },
});
