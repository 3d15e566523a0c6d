import { z } from 'zod';
import { TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Id, Line, Named, Nothing } from './values.ts';

/** A set of companies with the people who work with them (docs/product.md §2). */
export const AccountGroup = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  builtIn: z.boolean().describe('The group of all companies: only its people can be changed'),
  allCompanies: z.boolean().describe('Holds every company, whatever it lists'),
  companies: z.array(z.string()).describe('Ids of those it lists, as far as you see them'),
  accountManagers: z.array(Named),
  members: z.array(Named),
  etag: z.string().describe('For If-Match'),
});
export type AccountGroup = z.infer<typeof AccountGroup>;

const fields = {
  name: Line.optional(),
  description: TextField.nullable().optional(),
  allCompanies: z.boolean().optional(),
  companies: z.array(Id).max(20_000).optional().describe('Those that you do not see stay as they are'),
  accountManagers: z.array(Id).max(5000).optional().describe('User ids'),
  members: z.array(Id).max(5000).optional().describe('User ids'),
};

/** What is left out stays; null clears. */
export const AccountGroupChange = z.strictObject(fields);
export type AccountGroupChange = z.infer<typeof AccountGroupChange>;

export const NewAccountGroup = z.strictObject({ ...fields, name: Line });
export type NewAccountGroup = z.infer<typeof NewAccountGroup>;

const dentists: AccountGroup = {
  id: 'dentists',
  name: 'Dentists',
  description: 'Practices under HIPAA',
  builtIn: false,
  allCompanies: false,
  companies: ['acme-dental', 'bright-smiles'],
  accountManagers: [{ id: 'dana', name: 'Dana Reyes' }],
  members: [{ id: 'sam@northwind.example', name: 'Sam Okafor' }],
  etag: '"Zk0f3pZ6Vq1t0Q5e"',
};
const change = {
  description: 'Practices under HIPAA',
  companies: ['acme-dental', 'bright-smiles'],
  accountManagers: ['dana'],
  members: ['sam@northwind.example'],
};

export const listAccountGroups = endpoint({
  id: 'listAccountGroups',
  method: 'GET',
  path: '/account-groups',
  slice: 'account-groups',
  summary: 'The account groups with their companies and people, by name',
  response: listOf(AccountGroup),
  large: true,
  errors: ['forbidden'],
  examples: { response: { items: [dentists] } },
});

export const createAccountGroup = endpoint({
  id: 'createAccountGroup',
  method: 'POST',
  path: '/account-groups',
  slice: 'account-groups',
  summary: 'Add an account group',
  body: NewAccountGroup,
  longBody: true,
  status: 201,
  response: AccountGroup,
  errors: ['forbidden', 'conflict', 'unprocessable'],
  examples: { body: { name: 'Dentists', ...change }, response: dentists },
});

export const updateAccountGroup = endpoint({
  id: 'updateAccountGroup',
  method: 'PATCH',
  path: '/account-groups/:id',
  slice: 'account-groups',
  summary: 'Change an account group',
  description:
    'With If-Match, a group that has changed since then is not touched: 412, with the present one in `details.current`.',
  params: ById,
  body: AccountGroupChange,
  longBody: true,
  response: AccountGroup,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { params: { id: dentists.id }, body: change, response: dentists },
});

export const deleteAccountGroup = endpoint({
  id: 'deleteAccountGroup',
  method: 'DELETE',
  path: '/account-groups/:id',
  slice: 'account-groups',
  summary: 'Delete an account group: its people lose what nothing else brings to them',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params: { id: dentists.id } },
});
