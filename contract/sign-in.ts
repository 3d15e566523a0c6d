import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Password, Timestamp } from './values.ts';

/** Sign-in stands beside the versioned API: its paths are below this. */
export const SIGN_IN_PREFIX = '/api/auth';

const Done = z.object({ status: z.boolean() });
const AnyPassword = z.string().min(1).max(256).meta({ format: 'password' });

export const Session = z.object({
  id: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type Session = z.infer<typeof Session>;

const session: Session = {
  id: 'k2J0…',
  createdAt: '2026-11-22T09:00:00.000Z',
  expiresAt: '2026-11-29T09:00:00.000Z',
  ipAddress: '192.0.2.7',
  userAgent: 'Mozilla/5.0',
};

export const signIn = endpoint({
  id: 'signIn',
  method: 'POST',
  prefix: SIGN_IN_PREFIX,
  path: '/sign-in/email',
  slice: 'sign-in',
  summary: 'Sign in with e-mail and password',
  description:
    'Sets the session cookie. Many wrong passwords are answered with 429 for a quarter of an hour.',
  public: true,
  body: z.strictObject({ email: z.string().max(320), password: AnyPassword }),
  response: z.object({ user: z.object({ name: z.string(), email: z.string() }) }),
  errors: ['unauthenticated'],
  examples: {
    body: { email: 'dana@northwind.example', password: 'a long passphrase' },
    response: { user: { name: 'Dana Reyes', email: 'dana@northwind.example' } },
  },
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'POST',
  prefix: SIGN_IN_PREFIX,
  path: '/sign-out',
  slice: 'sign-in',
  summary: 'End this session',
  public: true,
  response: z.object({ success: z.boolean() }),
  examples: { response: { success: true } },
});

export const getSession = endpoint({
  id: 'getSession',
  method: 'GET',
  prefix: SIGN_IN_PREFIX,
  path: '/get-session',
  slice: 'sign-in',
  summary: 'The session of this cookie',
  cookieOnly: true,
  response: z.object({ session: Session }),
  errors: ['forbidden'],
  examples: { response: { session } },
});

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'GET',
  prefix: SIGN_IN_PREFIX,
  path: '/list-sessions',
  slice: 'sign-in',
  summary: 'Where you are signed in',
  cookieOnly: true,
  response: z.array(Session),
  errors: ['forbidden'],
  examples: { response: [session] },
});

export const revokeSession = endpoint({
  id: 'revokeSession',
  method: 'POST',
  prefix: SIGN_IN_PREFIX,
  path: '/revoke-session',
  slice: 'sign-in',
  summary: 'End one of your sessions, at once',
  cookieOnly: true,
  body: z.strictObject({ id: z.string().min(1).max(200) }),
  response: Done,
  examples: { body: { id: session.id }, response: { status: true } },
});

export const revokeOtherSessions = endpoint({
  id: 'revokeOtherSessions',
  method: 'POST',
  prefix: SIGN_IN_PREFIX,
  path: '/revoke-other-sessions',
  slice: 'sign-in',
  summary: 'End all your sessions but this one, at once',
  cookieOnly: true,
  response: Done,
  examples: { response: { status: true } },
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'POST',
  prefix: SIGN_IN_PREFIX,
  path: '/change-password',
  slice: 'sign-in',
  summary: 'Change your password',
  description: 'Ends your other sessions and sets a new session cookie.',
  cookieOnly: true,
  body: z.strictObject({ currentPassword: AnyPassword, newPassword: Password }),
  response: z.object({ user: z.object({ name: z.string(), email: z.string() }) }),
  errors: ['unprocessable'],
  examples: {
    body: { currentPassword: 'a long passphrase', newPassword: 'an even longer passphrase' },
    response: { user: { name: 'Dana Reyes', email: 'dana@northwind.example' } },
  },
});
