import { z } from 'zod';
import { ROLES } from '../domain/access/grants.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Email, Id, Line } from './values.ts';

export const User = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  accountManager: z.boolean(),
  isManager: z.boolean(),
  canSignIn: z.boolean().describe('Has a password'),
});
export type User = z.infer<typeof User>;

const sam: User = {
  id: 'sam@northwind.example',
  name: 'Sam Okafor',
  email: 'sam@northwind.example',
  role: 'member',
  accountManager: false,
  isManager: false,
  canSignIn: false,
};

export const listUsers = endpoint({
  id: 'listUsers',
  method: 'GET',
  path: '/users',
  slice: 'users',
  summary: 'The users of the workspace, by name',
  response: listOf(User),
  errors: ['forbidden'],
  examples: { response: { items: [sam] } },
});

export const addUser = endpoint({
  id: 'addUser',
  method: 'POST',
  path: '/users',
  slice: 'users',
  summary: 'Add a user',
  description:
    'Groups are given by id; the built-in groups of all companies are "all". Without a group of each kind a user sees no company (but an admin or a manager of managers needs a security group only).',
  body: z.strictObject({
    name: Line,
    email: Email,
    role: z.enum(ROLES),
    securityGroups: z.array(Id).max(500).optional(),
    accountGroups: z.array(Id).max(500).optional(),
  }),
  status: 201,
  response: User,
  errors: ['forbidden', 'conflict', 'unprocessable'],
  examples: {
    body: {
      name: 'Sam Okafor',
      email: 'sam@northwind.example',
      role: 'member',
      securityGroups: ['all'],
      accountGroups: ['east'],
    },
    response: sam,
  },
});
