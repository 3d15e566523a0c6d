import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { SignedInUser } from './me.ts';
import { ById, Password, Timestamp } from './values.ts';

const ByToken = z.strictObject({ token: z.string().min(1).max(200) });

export const getInvitation = endpoint({
  id: 'getInvitation',
  method: 'GET',
  path: '/invitations/:token',
  slice: 'invitations',
  summary: 'Whom an invitation is for',
  public: true,
  params: ByToken,
  response: z.object({
    name: z.string(),
    email: z.string(),
    workspace: z.string(),
    expiresAt: Timestamp,
    reset: z.boolean().describe('They have a password already, and choose another'),
  }),
  errors: ['not_found'],
  examples: {
    params: { token: 'oJ2W…' },
    response: {
      name: 'Sam Okafor',
      email: 'sam@northwind.example',
      workspace: 'Northwind IT',
      expiresAt: '2026-11-29T09:00:00.000Z',
      reset: false,
    },
  },
});

export const acceptInvitation = endpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/:token',
  slice: 'invitations',
  summary: 'Choose a password and sign in',
  description:
    'An invitation works once and for seven days, a link to choose another password for one day; either ends all sessions that there are. Sets the session cookie.',
  public: true,
  params: ByToken,
  body: z.strictObject({ password: Password }),
  status: 201,
  response: z.object({ user: SignedInUser }),
  errors: ['not_found'],
  examples: {
    params: { token: 'oJ2W…' },
    body: { password: 'a long passphrase' },
    response: {
      user: {
        id: 'sam@northwind.example',
        name: 'Sam Okafor',
        email: 'sam@northwind.example',
        role: 'member',
      },
    },
  },
});

export const inviteUser = endpoint({
  id: 'inviteUser',
  method: 'POST',
  path: '/users/:id/invitation',
  slice: 'invitations',
  summary: 'Make a link with which a user chooses a password',
  description:
    'For somebody new an invitation, for somebody who can sign in a link to choose another password. A new link ends the one before. The link is shown once.',
  params: ById,
  status: 201,
  response: z.object({
    link: z.string(),
    expiresAt: Timestamp,
    canSend: z.boolean().describe('A mail server is set, so that the link can be sent by e-mail'),
  }),
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: {
    params: { id: 'sam@northwind.example' },
    response: {
      link: 'https://quarterdeck.northwind.example/invitations/oJ2W…',
      expiresAt: '2026-11-29T09:00:00.000Z',
      canSend: true,
    },
  },
});

export const sendInvitation = endpoint({
  id: 'sendInvitation',
  method: 'POST',
  path: '/users/:id/invitation/e-mail',
  slice: 'invitations',
  summary: 'Send a link by e-mail',
  description:
    'Sends a link that was made for this user, and still works, to their address. Answered with 422 where no mail server is set, and with 503 where it does not take the message; the link works all the same.',
  params: ById,
  body: z.strictObject({ link: z.string().min(1).max(2000).describe('As it was shown') }),
  response: z.object({ sentTo: z.string() }),
  errors: ['forbidden', 'not_found', 'unprocessable', 'unavailable'],
  examples: {
    params: { id: 'sam@northwind.example' },
    body: { link: 'https://quarterdeck.northwind.example/invitations/oJ2W…' },
    response: { sentTo: 'sam@northwind.example' },
  },
});
