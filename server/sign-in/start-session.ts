import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedInUser } from '../../contract/me.ts';
import { signIn } from '../../contract/sign-in.ts';
import { identityOf } from '../access/identity.ts';
import type { ServerContext } from '../context.ts';
import { handOver, setCookies } from './hand-over.ts';

/** Signs in someone whose password has just been set: the reply gets the cookie of a new session. */
export async function startSession(
  { database, signIn: access }: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  email: string,
  password: string,
): Promise<SignedInUser> {
  const handed = await handOver(access, request, signIn.path, { email, password });
  if (handed.status !== 200)
    throw new Error(`signing in after setting a password was answered ${handed.status}`);
  setCookies(reply, handed);
  const cookie = handed.cookies.map((line) => line.split(';')[0]).join('; ');
  const identity = await identityOf(database, access, { headers: { cookie } });
  if (!identity) throw new Error('the new session has no user');
  return identity.user;
}
