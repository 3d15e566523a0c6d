import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_PREFIX } from '../../contract/sign-in.ts';
import { CLIENT_ADDRESS, type SignIn } from '../access/sign-in.ts';

/** What better-auth answered: its status, its body, and the cookies that it sets. */
export interface Handed {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: readonly string[];
}

/**
 * Hands a request to better-auth, with the client's address, browser and cookie and nothing else of its headers.
 * Throws what better-auth's database access threw, so that it is answered like any other failure.
 */
export async function handOver(
  { auth }: SignIn,
  request: FastifyRequest,
  path: string,
  body?: unknown,
): Promise<Handed> {
  const headers = new Headers({ [CLIENT_ADDRESS]: request.ip });
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  if (body !== undefined) headers.set('content-type', 'application/json');
  const { baseURL } = auth.options;
  const response = await auth.handler(
    new Request(`${new URL(baseURL).origin}${SIGN_IN_PREFIX}${path}`, {
      method: request.method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : JSON.parse(text),
    cookies: response.headers.getSetCookie(),
  };
}

export function setCookies(reply: FastifyReply, { cookies }: Handed): void {
  if (cookies.length > 0) void reply.header('set-cookie', [...cookies]);
}
