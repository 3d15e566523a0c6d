import { z } from 'zod';
import { NameField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { syncedFromField } from './synced-from.ts';
import { ById, Nothing } from './values.ts';

/** A person at a company. */
export const Contact = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  active: z
    .boolean()
    .describe('Active contacts count as employees where nothing else says how many there are'),
  decisionMaker: z.boolean(),
  primary: z.boolean().describe('Of the company, which says so on its profile'),
  syncedFrom: syncedFromField,
  etag: z.string().describe('For If-Match'),
});
export type Contact = z.infer<typeof Contact>;

const fields = {
  name: NameField.optional(),
  email: TextField.nullable().optional(),
  title: TextField.nullable().optional(),
  active: z.boolean().optional(),
  decisionMaker: z.boolean().optional(),
};

export const NewContact = z.strictObject({ ...fields, name: NameField });
export type NewContact = z.infer<typeof NewContact>;

/** Null clears; what is left out stays. */
export const ContactChange = z.strictObject(fields);
export type ContactChange = z.infer<typeof ContactChange>;

const mia: Contact = {
  id: 'mia-chen',
  name: 'Mia Chen',
  email: 'mia@acme.example',
  title: 'Practice manager',
  active: true,
  decisionMaker: true,
  primary: true,
  syncedFrom: null,
  etag: '"5f0b2a9c41d8e6b7a3f19c0d2e4b6a81"',
};

export const listContacts = endpoint({
  id: 'listContacts',
  method: 'GET',
  path: '/companies/:id/contacts',
  slice: 'contacts',
  summary: 'A company’s contacts, by name',
  params: ById,
  response: listOf(Contact),
  large: true,
  errors: ['not_found'],
  examples: { params: { id: 'acme-dental' }, response: { items: [mia] } },
});

export const createContact = endpoint({
  id: 'createContact',
  method: 'POST',
  path: '/companies/:id/contacts',
  slice: 'contacts',
  summary: 'Add a contact',
  params: ById,
  body: NewContact,
  status: 201,
  response: Contact,
  errors: ['forbidden', 'not_found'],
  examples: {
    params: { id: 'acme-dental' },
    body: { name: 'Mia Chen', email: 'mia@acme.example', decisionMaker: true },
    response: mia,
  },
});

export const updateContact = endpoint({
  id: 'updateContact',
  method: 'PATCH',
  path: '/contacts/:id',
  slice: 'contacts',
  summary: 'Change a contact',
  description:
    'With If-Match, a contact that has changed since then is not touched: 412, with the present one in `details.current`.',
  params: ById,
  body: ContactChange,
  response: Contact,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: mia.id }, body: { active: false, title: null }, response: mia },
});

export const deleteContact = endpoint({
  id: 'deleteContact',
  method: 'DELETE',
  path: '/contacts/:id',
  slice: 'contacts',
  summary: 'Delete a contact',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: mia.id } },
});
