import { z } from 'zod';
import { ROLES } from '../domain/access/grants.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Email, Id, Line, Named, Nothing, Timestamp } from './values.ts';

export const User = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  active: z.boolean().describe('False: deactivated; cannot sign in, and sees nothing'),
  accountManager: z.boolean(),
  isManager: z.boolean(),
  canSignIn: z.boolean().describe('Has a password'),
  invitedUntil: Timestamp.nullable().describe('When the open link to choose a password runs out'),
  securityGroups: z.array(Named),
  accountGroups: z.array(Named).describe('Those of which they are a member'),
  etag: z.string().describe('For If-Match'),
});
export type User = z.infer<typeof User>;

/** What is left out stays. */
export const UserChange = z.strictObject({
  name: Line.optional(),
  email: Email.optional(),
  role: z.enum(ROLES).optional(),
  securityGroups: z.array(Id).max(500).optional(),
  accountGroups: z.array(Id).max(500).optional().describe('Ids of those of which they are to be a member'),
});
export type UserChange = z.infer<typeof UserChange>;

/** Where a user is signed in. */
export const UserSession = z.object({
  id: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type UserSession = z.infer<typeof UserSession>;

const sam: User = {
  id: 'sam@northwind.example',
  name: 'Sam Okafor',
  email: 'sam@northwind.example',
  role: 'member',
  active: true,
  accountManager: false,
  isManager: false,
  canSignIn: false,
  invitedUntil: null,
  securityGroups: [{ id: 'all', name: 'All companies' }],
  accountGroups: [{ id: 'east', name: 'East' }],
  etag: '"Zk0f3pZ6Vq1t0Q5e"',
};
const params = { id: sam.id };

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
    'Groups are given by id; the built-in groups of all companies are "all". Without a group of each kind a user sees no company (but an admin needs a security group only).',
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

export const updateUser = endpoint({
  id: 'updateUser',
  method: 'PATCH',
  path: '/users/:id',
  slice: 'users',
  summary: 'Change a user: name, address, role, groups',
  description:
    'With If-Match, a user who has changed since then is not touched: 412, with the present one in `details.current`. The last active admin who can sign in stays one: 409.',
  params: ById,
  body: UserChange,
  response: User,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { params, body: { role: 'member', accountGroups: ['east'] }, response: sam },
});

export const deactivateUser = endpoint({
  id: 'deactivateUser',
  method: 'POST',
  path: '/users/:id/deactivate',
  slice: 'users',
  summary: 'Let a user in no longer',
  description:
    'Their sessions, API keys and invitation end at once. What they own and did stays. The last active admin who can sign in is refused: 409.',
  params: ById,
  response: User,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params, response: { ...sam, active: false } },
});

export const reactivateUser = endpoint({
  id: 'reactivateUser',
  method: 'POST',
  path: '/users/:id/reactivate',
  slice: 'users',
  summary: 'Let a deactivated user in again, with the password and the groups that they had',
  params: ById,
  response: User,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params, response: sam },
});

export const listUserSessions = endpoint({
  id: 'listUserSessions',
  method: 'GET',
  path: '/users/:id/sessions',
  slice: 'users',
  summary: 'Where a user is signed in, newest first',
  params: ById,
  response: listOf(UserSession),
  errors: ['forbidden', 'not_found'],
  examples: {
    params,
    response: {
      items: [
        {
          id: 'k2J0…',
          createdAt: '2026-11-22T09:00:00.000Z',
          expiresAt: '2026-11-29T09:00:00.000Z',
          ipAddress: '192.0.2.7',
          userAgent: 'Mozilla/5.0',
        },
      ],
    },
  },
});

export const endUserSession = endpoint({
  id: 'endUserSession',
  method: 'DELETE',
  path: '/users/:id/sessions/:session',
  slice: 'users',
  summary: 'Sign a user out of one session, at once',
  params: z.strictObject({ id: Id, session: Id }),
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found'],
  examples: { params: { ...params, session: 'k2J0…' } },
});

export const endUserSessions = endpoint({
  id: 'endUserSessions',
  method: 'DELETE',
  path: '/users/:id/sessions',
  slice: 'users',
  summary: 'Sign a user out everywhere, at once',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found'],
  examples: { params },
});
