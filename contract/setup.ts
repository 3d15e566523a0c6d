import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { SignedInUser } from './me.ts';
import { Email, Line, Password } from './values.ts';

export const getSetup = endpoint({
  id: 'getSetup',
  method: 'GET',
  path: '/setup',
  slice: 'setup',
  summary: 'Whether the first user still has to be made',
  public: true,
  response: z.object({
    needed: z.boolean().describe('Nobody can sign in yet'),
    workspace: z.string().nullable().describe('The name of the workspace, if there is one already'),
  }),
  examples: { response: { needed: true, workspace: null } },
});

export const postSetup = endpoint({
  id: 'postSetup',
  method: 'POST',
  path: '/setup',
  slice: 'setup',
  summary: 'Make the first administrator, and the workspace if there is none',
  description:
    'Only while nobody can sign in. With the e-mail of an existing user, that user gets the password and the role admin. Sets the session cookie.',
  public: true,
  body: z.strictObject({ workspaceName: Line.optional(), name: Line, email: Email, password: Password }),
  status: 201,
  response: z.object({ user: SignedInUser }),
  errors: ['conflict'],
  examples: {
    body: {
      workspaceName: 'Northwind IT',
      name: 'Dana Reyes',
      email: 'dana@northwind.example',
      password: 'a long passphrase',
    },
    response: {
      user: {
        id: 'dana@northwind.example',
        name: 'Dana Reyes',
        email: 'dana@northwind.example',
        role: 'admin',
      },
    },
  },
});
