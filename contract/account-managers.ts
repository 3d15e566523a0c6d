import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Id, Named, Nothing } from './values.ts';

/** A user who looks after companies or account groups (docs/product.md §2); its id is the user's. */
export const AccountManager = z.object({
  id: z.string().describe('User id'),
  name: z.string(),
  email: z.string(),
  active: z.boolean(),
  isManager: z.boolean().describe('Reaches every company'),
  companies: z.array(z.string()).describe('Ids of those assigned to them directly, as far as you see them'),
  accountGroups: z.array(Named).describe('Those that they manage'),
  etag: z.string().describe('For If-Match'),
});
export type AccountManager = z.infer<typeof AccountManager>;

const fields = {
  isManager: z.boolean().optional(),
  companies: z.array(Id).max(20_000).optional().describe('Those that you do not see stay as they are'),
  accountGroups: z.array(Id).max(500).optional().describe('Ids of those that they manage'),
};

/** What is left out stays. */
export const AccountManagerChange = z.strictObject(fields);
export type AccountManagerChange = z.infer<typeof AccountManagerChange>;

export const NewAccountManager = z.strictObject({ user: Id, ...fields });
export type NewAccountManager = z.infer<typeof NewAccountManager>;

const dana: AccountManager = {
  id: 'dana',
  name: 'Dana Reyes',
  email: 'dana@northwind.example',
  active: true,
  isManager: false,
  companies: ['acme-dental'],
  accountGroups: [{ id: 'dentists', name: 'Dentists' }],
  etag: '"Zk0f3pZ6Vq1t0Q5e"',
};
const change = { isManager: false, companies: ['acme-dental'], accountGroups: ['dentists'] };

export const listAccountManagers = endpoint({
  id: 'listAccountManagers',
  method: 'GET',
  path: '/account-managers',
  slice: 'account-managers',
  summary: 'The account managers with their companies and account groups, by name',
  response: listOf(AccountManager),
  large: true,
  errors: ['forbidden'],
  examples: { response: { items: [dana] } },
});

export const addAccountManager = endpoint({
  id: 'addAccountManager',
  method: 'POST',
  path: '/account-managers',
  slice: 'account-managers',
  summary: 'Make a user an account manager',
  body: NewAccountManager,
  longBody: true,
  status: 201,
  response: AccountManager,
  errors: ['forbidden', 'not_found', 'conflict', 'unprocessable'],
  examples: { body: { user: 'dana', ...change }, response: dana },
});

export const updateAccountManager = endpoint({
  id: 'updateAccountManager',
  method: 'PATCH',
  path: '/account-managers/:id',
  slice: 'account-managers',
  summary: 'Change what an account manager looks after',
  description:
    'With If-Match, an account manager who has changed since then is not touched: 412, with the present one in `details.current`.',
  params: ById,
  body: AccountManagerChange,
  longBody: true,
  response: AccountManager,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { params: { id: dana.id }, body: change, response: dana },
});

export const removeAccountManager = endpoint({
  id: 'removeAccountManager',
  method: 'DELETE',
  path: '/account-managers/:id',
  slice: 'account-managers',
  summary: 'Make somebody an account manager no longer',
  description:
    'They stay a user, and a member of account groups; the companies assigned to them, the groups that they manage and the flag "is a manager" are taken off them.',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: dana.id } },
});
