import { z } from 'zod';
import { SIDES } from '../domain/onboarding/sides.ts';
import { STAGES } from '../domain/portfolio/facts.ts';
import { DayField, NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { ById, Day, Id, Named, Nothing, Timestamp } from './values.ts';

/** A task of a company's onboarding. */
export const OnboardingTask = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  side: z.enum(SIDES).describe('Whose task it is'),
  owner: Named.nullable().describe('The user who does it'),
  contact: Named.nullable().describe('Who does it at the client; without meaning beside an owner'),
  ownerName: z
    .string()
    .nullable()
    .describe('Who does it, by role or name, such as “Project team”; without meaning beside the others'),
  dueDate: Day.nullable(),
  overdue: z.boolean().describe('Not done, and due before today'),
  required: z.boolean().describe('The company is not active before it is done'),
  done: z.boolean(),
  doneAt: Timestamp.nullable(),
  doneBy: Named.nullable().describe('Who ticked it off'),
  note: z.string().nullable(),
  etag: z.string().describe('For If-Match'),
});
export type OnboardingTask = z.infer<typeof OnboardingTask>;

const Count = z.object({ done: z.int(), all: z.int(), overdue: z.int() });

/** A company's onboarding as it stands. */
export const Onboarding = z.object({
  company: z.string(),
  stage: z.enum(STAGES),
  tasks: z.array(OnboardingTask).describe('By the day on which they are due, those without one last'),
  progress: Count.extend({
    percent: z.int().nullable().describe('Rounded down; null without tasks'),
    sides: z.object({ us: Count, client: Count }),
    required: z.object({ done: z.int(), all: z.int() }),
    nextDue: Day.nullable().describe('The earliest day on which an open task is due'),
  }),
  template: z
    .object({
      tasks: z.int(),
      missing: z.int().describe('Those that the company was not given yet'),
    })
    .describe('What Settings › Onboarding Template holds'),
});
export type Onboarding = z.infer<typeof Onboarding>;

const fields = {
  description: TextField.nullable().optional(),
  owner: Id.nullable().optional().describe('User id; takes away whoever is named otherwise'),
  contact: Id.nullable()
    .optional()
    .describe('Id of one of the company’s contacts; takes away whoever is named otherwise'),
  ownerName: NameField.max(300, 'at most 300 characters')
    .nullable()
    .optional()
    .describe('Takes away whoever is named otherwise'),
  dueDate: DayField.nullable().optional(),
  required: z.boolean().optional(),
  note: TextField.nullable().optional(),
};

type Owners = Readonly<Partial<Record<'owner' | 'contact' | 'ownerName', string | null | undefined>>>;
const oneOwner = ({ owner, contact, ownerName }: Owners) =>
  [owner, contact, ownerName].filter((one) => one != null).length <= 1;
const ONE_OWNER = 'one of owner, contact and ownerName';
const Title = NameField.max(500, 'at most 500 characters');

export const NewOnboardingTask = z
  .strictObject({ title: Title, side: z.enum(SIDES), ...fields })
  .refine(oneOwner, ONE_OWNER);
export type NewOnboardingTask = z.infer<typeof NewOnboardingTask>;

/** Null clears; what is left out stays. */
export const OnboardingTaskChange = z
  .strictObject({
    title: Title.optional(),
    side: z.enum(SIDES).optional().describe('Another side takes away the owner of this one'),
    ...fields,
    done: z.boolean().optional().describe('True: done now, by you; false: open again'),
  })
  .refine(oneOwner, ONE_OWNER);
export type OnboardingTaskChange = z.infer<typeof OnboardingTaskChange>;

const task: OnboardingTask = {
  id: 'acme-dental-onboarding-007',
  title: 'Collect documentation and administrator access',
  description: null,
  side: 'us',
  owner: { id: 'dana', name: 'Dana Reyes' },
  contact: null,
  ownerName: null,
  dueDate: '2026-12-01',
  overdue: false,
  required: true,
  done: false,
  doneAt: null,
  doneBy: null,
  note: null,
  etag: '"5f1d7a84db0d2a1ee1f0a1e1f3f0d1c2"',
};

const onboarding: Onboarding = {
  company: 'acme-dental',
  stage: 'onboarding',
  tasks: [task],
  progress: {
    done: 0,
    all: 1,
    overdue: 0,
    percent: 0,
    sides: { us: { done: 0, all: 1, overdue: 0 }, client: { done: 0, all: 0, overdue: 0 } },
    required: { done: 0, all: 1 },
    nextDue: '2026-12-01',
  },
  template: { tasks: 22, missing: 21 },
};

const params = { id: onboarding.company };
const taskParams = { id: task.id };
const slice = 'onboarding';

export const getOnboarding = endpoint({
  id: 'getOnboarding',
  method: 'GET',
  path: '/companies/:id/onboarding',
  slice,
  summary: 'The tasks of a company’s onboarding, and how far it is',
  params: ById,
  response: Onboarding,
  errors: ['not_found'],
  examples: { params, response: onboarding },
});

export const startOnboarding = endpoint({
  id: 'startOnboarding',
  method: 'POST',
  path: '/companies/:id/onboarding/start',
  slice,
  summary: 'Give a company the tasks of the template that it was not given yet',
  description:
    'A company that moves to the stage onboarding without tasks is given them by itself. What it has stays as it is.',
  params: ById,
  body: z.strictObject({
    startsOn: DayField.optional().describe('The day from which tasks are due; today unless it is given'),
  }),
  response: Onboarding,
  errors: ['forbidden', 'not_found'],
  examples: { params, body: { startsOn: '2026-11-24' }, response: onboarding },
});

export const restartOnboarding = endpoint({
  id: 'restartOnboarding',
  method: 'POST',
  path: '/companies/:id/onboarding/restart',
  slice,
  summary: 'Start an onboarding over, as when a client comes back',
  description:
    'Its tasks, done or not, give way to those of the template; the activity keeps what each of them was. In the stages agreement and onboarding alone.',
  params: ById,
  body: z.strictObject({
    startsOn: DayField.optional().describe('The day from which tasks are due; today unless it is given'),
  }),
  response: Onboarding,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: { params, body: { startsOn: '2026-11-24' }, response: onboarding },
});

export const shiftOnboarding = endpoint({
  id: 'shiftOnboarding',
  method: 'POST',
  path: '/companies/:id/onboarding/shift',
  slice,
  summary: 'Move the days of all open tasks of an onboarding',
  description: 'What is done keeps its day; a task without a day stays without one.',
  params: ById,
  body: z.strictObject({
    days: z
      .int()
      .min(-365)
      .max(365)
      .refine((days) => days !== 0, 'a number of days other than 0')
      .describe('Later; negative: earlier'),
  }),
  response: Onboarding,
  errors: ['forbidden', 'not_found'],
  examples: { params, body: { days: 14 }, response: onboarding },
});

export const createOnboardingTask = endpoint({
  id: 'createOnboardingTask',
  method: 'POST',
  path: '/companies/:id/onboarding/tasks',
  slice,
  summary: 'Add a task to a company’s onboarding',
  params: ById,
  body: NewOnboardingTask,
  status: 201,
  response: OnboardingTask,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params,
    body: { title: task.title, side: 'us', owner: 'dana', dueDate: '2026-12-01', required: true },
    response: task,
  },
});

export const updateOnboardingTask = endpoint({
  id: 'updateOnboardingTask',
  method: 'PATCH',
  path: '/onboarding-tasks/:id',
  slice,
  summary: 'Change a task of an onboarding, tick it off, or open it again',
  params: ById,
  body: OnboardingTaskChange,
  response: OnboardingTask,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: {
    params: taskParams,
    body: { done: true },
    response: {
      ...task,
      done: true,
      doneAt: '2026-11-27T15:20:00.000Z',
      doneBy: { id: 'dana', name: 'Dana Reyes' },
    },
  },
});

export const deleteOnboardingTask = endpoint({
  id: 'deleteOnboardingTask',
  method: 'DELETE',
  path: '/onboarding-tasks/:id',
  slice,
  summary: 'Remove a task from an onboarding',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: taskParams },
});
