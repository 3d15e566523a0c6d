import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '../context.ts';
import type { Identity } from './identity.ts';
import { SESSION } from './sign-in.ts';

/** A session in use lasts: once a day it, and its cookie, get their full time again. */
export async function prolongSession(
  { database, signIn, now }: ServerContext,
  session: NonNullable<Identity['session']>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (now().getTime() - session.updatedAt.getTime() < SESSION.updateAge * 1000) return;
  await database.pool.query(
    `update auth_session set "updatedAt" = now(), "expiresAt" = now() + make_interval(secs => $2) where id = $1`,
    [session.id, SESSION.expiresIn],
  );
  const { name, secure } = signIn.cookie;
  const value = new RegExp(`(?:^|;\\s*)${name.replace('.', '\\.')}=([^;]*)`).exec(
    request.headers.cookie ?? '',
  )?.[1];
  void reply.header(
    'set-cookie',
    `${name}=${value}; Max-Age=${SESSION.expiresIn}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  );
}
