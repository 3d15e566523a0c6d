import { z } from 'zod';
import { STAGE_NEEDS } from '../domain/lifecycle/stage-conditions.ts';
import { STAGES } from '../domain/portfolio/facts.ts';
import { DayField, TextField } from './bundle/fields.ts';
import { DashboardFilters } from './dashboard.ts';
import { endpoint } from './endpoint.ts';
import { ById, Cents, Day, Named, Timestamp } from './values.ts';

const Stage = z.enum(STAGES);

export const StageStanding = z.object({
  stage: Stage,
  conditions: z
    .array(
      z.object({
        need: z.enum(STAGE_NEEDS),
        met: z.boolean(),
        words: z.string().describe('What the company has when it is met'),
        todo: z.string().describe('What to do when it is not'),
      }),
    )
    .describe('What the stage itself asks for'),
  lacking: z
    .array(z.string())
    .describe('What the company lacks to move there now, as things to do; empty: it may move'),
  since: Day.nullable().describe('When it began last; null: nobody recorded it'),
  days: z.int().nullable().describe('Days in it so far, over all times; null: nobody recorded them'),
});
export type StageStanding = z.infer<typeof StageStanding>;

export const StageChange = z.object({
  id: z.string(),
  at: Timestamp,
  by: z.string().nullable().describe('The name of who did it; null: an import or the command line'),
  from: Stage.nullable().describe('Null: the company was added'),
  to: Stage,
  note: z.string().nullable(),
  forced: z.boolean().describe('An admin moved it although something was lacking'),
});
export type StageChange = z.infer<typeof StageChange>;

const Time = {
  since: Day.nullable().describe('When its stage began; null: nobody recorded it'),
  days: z.int().nullable().describe('Days in its stage'),
};

/** Where a company stands on its way, what the next stages ask for, and how it came here. */
export const Lifecycle = z.object({
  company: z.string(),
  name: z.string(),
  stage: Stage,
  next: Stage.nullable(),
  owner: Named.nullable().describe('The vCIO'),
  ...Time,
  start: Day.nullable().describe('The day of the first recorded stage'),
  totalDays: z.int().nullable(),
  dateAcquired: Day.nullable(),
  stages: z.array(StageStanding).describe('Every stage, in order'),
  history: z.array(StageChange).describe('The latest first'),
  etag: z.string().describe('For If-Match'),
});
export type Lifecycle = z.infer<typeof Lifecycle>;

export const StageMove = z.strictObject({
  to: Stage,
  note: TextField.nullable()
    .optional()
    .describe('Needed on the way back, as a reason to leave, and to force'),
  offboardedOn: DayField.nullable().optional().describe('The day on which the business ended'),
  force: z.boolean().optional().describe('Move although something is lacking; for admins, with a note'),
});
export type StageMove = z.infer<typeof StageMove>;

export const BoardCard = z.object({
  id: z.string(),
  name: z.string(),
  stage: Stage,
  owner: Named.nullable().describe('The vCIO'),
  mrr: Cents,
  ...Time,
  next: Stage.nullable(),
  lacking: z.array(z.string()).describe('What it lacks for the next stage'),
});
export type BoardCard = z.infer<typeof BoardCard>;

/** The companies of a viewer by stage. */
export const LifecycleBoard = z.object({
  items: z
    .array(BoardCard)
    .describe('The longest in its stage first, then those of whom that is unknown; then by name'),
  stages: z
    .array(z.object({ stage: Stage, companies: z.int(), mrr: Cents }))
    .describe('Every stage in order, with how many of these companies are in it, and their MRR'),
});
export type LifecycleBoard = z.infer<typeof LifecycleBoard>;

const acme: Lifecycle = {
  company: 'acme-dental',
  name: 'Acme Dental',
  stage: 'prospect',
  next: 'sales',
  owner: null,
  since: '2026-11-02',
  days: 20,
  start: '2026-11-02',
  totalDays: 20,
  dateAcquired: null,
  stages: [
    {
      stage: 'sales',
      conditions: [{ need: 'vcio', met: false, words: 'A vCIO is assigned', todo: 'Assign a vCIO' }],
      lacking: ['Assign a vCIO'],
      since: null,
      days: null,
    },
  ],
  history: [
    {
      id: 'acme-dental-prospect',
      at: '2026-11-02T09:15:00Z',
      by: 'Dana Reyes',
      from: null,
      to: 'prospect',
      note: null,
      forced: false,
    },
  ],
  etag: '"0f343b0931126a20f133d67c2b018a3b"',
};
const params = { id: acme.company };

export const getLifecycle = endpoint({
  id: 'getLifecycle',
  method: 'GET',
  path: '/companies/:id/lifecycle',
  slice: 'lifecycle',
  summary: 'A company’s stage, what each stage asks for, and every change of stage',
  params: ById,
  response: Lifecycle,
  errors: ['not_found'],
  examples: { params, response: acme },
});

export const moveStage = endpoint({
  id: 'moveStage',
  method: 'POST',
  path: '/companies/:id/lifecycle/move',
  slice: 'lifecycle',
  summary: 'Move a company to another stage',
  description:
    'A move forward that lacks something is refused: 409, with the things to do in `details.lacking`; an admin may force it with a note, and is on record with it. A move back needs a note, offboarding a reason (`note`) and a day: 422 without. With If-Match, a lifecycle that has changed since then is not touched: 412.',
  params: ById,
  body: StageMove,
  response: Lifecycle,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { params, body: { to: 'sales' }, response: acme },
});

const { accountManager, accountGroup, tag } = DashboardFilters;

export const getLifecycleBoard = endpoint({
  id: 'getLifecycleBoard',
  method: 'GET',
  path: '/lifecycle',
  slice: 'lifecycle',
  summary: 'The companies you see by stage, each with what it lacks for the next one',
  description: 'In any stage. Values within one filter are alternatives, filters narrow each other.',
  query: z.strictObject({
    accountManager,
    accountGroup,
    tag,
    owner: z.array(z.string().max(2000)).max(10_000).optional().describe('User ids: of these vCIOs'),
  }),
  rulesReadQuery: true,
  response: LifecycleBoard,
  large: true,
  examples: {
    query: { accountGroup: ['east'] },
    response: {
      items: [
        {
          id: 'acme-dental',
          name: 'Acme Dental',
          stage: 'prospect',
          owner: null,
          mrr: 0,
          since: '2026-11-02',
          days: 20,
          next: 'sales',
          lacking: ['Assign a vCIO'],
        },
      ],
      stages: [{ stage: 'prospect', companies: 1, mrr: 0 }],
    },
  },
});
