import { z } from 'zod';
import { OWNER_ROLES, SIDES } from '../domain/onboarding/sides.ts';
import { NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { Id, Named } from './values.ts';

/** A task that every onboarding begins with. */
export const OnboardingTemplateTask = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  side: z.enum(SIDES).describe('Whose task it is'),
  ownerRole: z
    .enum(OWNER_ROLES)
    .nullable()
    .describe('The vCIO, or the primary contact, of each company; without meaning beside an owner'),
  owner: Named.nullable().describe('One user, at every company'),
  ownerName: z
    .string()
    .nullable()
    .describe('Somebody by role or name, such as “Project team”; without meaning beside the others'),
  dueDays: z.int().nullable().describe('Days after the start of the onboarding; null: no day'),
  required: z.boolean().describe('A company is not active before it is done'),
});
export type OnboardingTemplateTask = z.infer<typeof OnboardingTemplateTask>;

/** The tasks that are copied to a company when its onboarding starts. */
export const OnboardingTemplate = z.object({
  tasks: z.array(OnboardingTemplateTask).describe('In their order; none: nothing is copied'),
  etag: z.string().describe('For If-Match'),
});
export type OnboardingTemplate = z.infer<typeof OnboardingTemplate>;

/** The template as it is to be. */
export const OnboardingTemplateChange = z.strictObject({
  tasks: z
    .array(
      z.strictObject({
        id: Id.nullable().describe('Null: a new one'),
        title: NameField.max(500, 'at most 500 characters'),
        description: TextField.nullable(),
        side: z.enum(SIDES),
        ownerRole: z.enum(OWNER_ROLES).nullable(),
        owner: Id.nullable().describe('User id'),
        ownerName: NameField.max(300, 'at most 300 characters').nullable(),
        dueDays: z.int().min(0).max(3650).nullable(),
        required: z.boolean(),
      }),
    )
    .max(300),
});
export type OnboardingTemplateChange = z.infer<typeof OnboardingTemplateChange>;

const task = {
  title: 'Collect documentation and administrator access',
  description: null,
  side: 'us',
  ownerRole: null,
  ownerName: 'Project team',
  dueDays: 7,
  required: true,
} as const;

const template: OnboardingTemplate = {
  tasks: [{ id: 'collect-access', ...task, owner: null }],
  etag: '"Zr0cRk9bqzZ0Jc8m1o2L5w"',
};

export const getOnboardingTemplate = endpoint({
  id: 'getOnboardingTemplate',
  method: 'GET',
  path: '/onboarding-template',
  slice: 'onboarding',
  summary: 'The tasks that are copied to a company when its onboarding starts',
  response: OnboardingTemplate,
  examples: { response: template },
});

export const updateOnboardingTemplate = endpoint({
  id: 'updateOnboardingTemplate',
  method: 'PUT',
  path: '/onboarding-template',
  slice: 'onboarding',
  summary: 'Change the onboarding template: its tasks and their order',
  description:
    'Tasks that are left out go. What companies have already is theirs, whatever becomes of the template. A task has one owner at most, of its own side: 422 otherwise.',
  body: OnboardingTemplateChange,
  longBody: true,
  response: OnboardingTemplate,
  errors: ['forbidden', 'precondition_failed', 'unprocessable'],
  examples: { body: { tasks: [{ id: null, ...task, owner: null }] }, response: template },
});
