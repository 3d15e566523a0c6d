import { z } from 'zod';
import { DayField, NameField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { Page, pageOf } from './lists.ts';
import { ById, Day, Id, Named, Nothing } from './values.ts';

/** What was promised at a meeting. */
export const ActionItem = z.object({
  id: z.string(),
  title: z.string(),
  owner: Named.nullable().describe('The user who does it'),
  ownerName: z
    .string()
    .nullable()
    .describe('Somebody of the client who does it; without meaning beside an owner'),
  dueDate: Day.nullable(),
  done: z.boolean(),
  overdue: z.boolean().describe('Not done, and due before today'),
  etag: z.string().describe('For If-Match'),
});
export type ActionItem = z.infer<typeof ActionItem>;

/** An action item with where it comes from. */
export const ActionItemRow = ActionItem.extend({
  company: Named,
  meeting: z.object({ id: z.string(), name: z.string(), date: Day }),
});
export type ActionItemRow = z.infer<typeof ActionItemRow>;

const fields = {
  owner: Id.nullable().optional().describe('User id; takes away the name of somebody else'),
  ownerName: NameField.nullable().optional().describe('Somebody of the client; takes away the owner'),
  dueDate: DayField.nullable().optional(),
  done: z.boolean().optional(),
};

const oneOwner = ({
  owner,
  ownerName,
}: {
  owner?: string | null | undefined;
  ownerName?: string | null | undefined;
}) => owner == null || ownerName == null;

export const NewActionItem = z
  .strictObject({ ...fields, title: NameField })
  .refine(oneOwner, 'either owner or ownerName');
export type NewActionItem = z.infer<typeof NewActionItem>;

/** Null clears; what is left out stays. */
export const ActionItemChange = z
  .strictObject({ ...fields, title: NameField.optional() })
  .refine(oneOwner, 'either owner or ownerName');
export type ActionItemChange = z.infer<typeof ActionItemChange>;

export const actionItemExample: ActionItem = {
  id: 'acme-dental-vcio-2026-11-12-1',
  title: 'Send the quote for the firewall',
  owner: { id: 'dana', name: 'Dana Reyes' },
  ownerName: null,
  dueDate: '2026-12-01',
  done: false,
  overdue: false,
  etag: '"5f1d7a84db0d2a1ee1f0a1e1f3f0d1c2"',
};

const params = { id: actionItemExample.id };

export const listActionItems = endpoint({
  id: 'listActionItems',
  method: 'GET',
  path: '/action-items',
  slice: 'action-items',
  summary: 'Action items of the companies you see, the earliest due first, those without a day last',
  query: z.strictObject({
    company: Id.optional(),
    owner: Id.optional().describe('User id'),
    done: z.enum(['true', 'false']).default('false'),
    ...Page,
  }),
  response: pageOf(ActionItemRow),
  errors: ['not_found'],
  examples: {
    query: { owner: 'dana' },
    response: {
      items: [
        {
          ...actionItemExample,
          company: { id: 'acme-dental', name: 'Acme Dental' },
          meeting: {
            id: 'acme-dental-vcio-2026-11-12',
            name: 'vCIO meeting of 2026-11-12',
            date: '2026-11-12',
          },
        },
      ],
      next: null,
    },
  },
});

export const createActionItem = endpoint({
  id: 'createActionItem',
  method: 'POST',
  path: '/meetings/:id/action-items',
  slice: 'action-items',
  summary: 'Note an action item of a meeting',
  params: ById,
  body: NewActionItem,
  status: 201,
  response: ActionItem,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: { id: 'acme-dental-vcio-2026-11-12' },
    body: { title: 'Send the quote for the firewall', owner: 'dana', dueDate: '2026-12-01' },
    response: actionItemExample,
  },
});

export const updateActionItem = endpoint({
  id: 'updateActionItem',
  method: 'PATCH',
  path: '/action-items/:id',
  slice: 'action-items',
  summary: 'Change an action item, or check it off',
  params: ById,
  body: ActionItemChange,
  response: ActionItem,
  errors: ['forbidden', 'not_found', 'precondition_failed', 'unprocessable'],
  examples: { params, body: { done: true }, response: { ...actionItemExample, done: true } },
});

export const deleteActionItem = endpoint({
  id: 'deleteActionItem',
  method: 'DELETE',
  path: '/action-items/:id',
  slice: 'action-items',
  summary: 'Delete an action item',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params },
});
