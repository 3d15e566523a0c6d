import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as contract from '../../contract/sign-in.ts';
import { publicRoute, userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { type Attempts, countAttempts } from './attempts.ts';
import { type Handed, handOver, setCookies } from './hand-over.ts';

/** Sign-in by better-auth: only these of its routes, each behind our own checks. */
export function addSignInRoutes(app: FastifyInstance, context: ServerContext): void {
  const attempts = countAttempts();

  publicRoute(app, context, contract.signIn, 300, async ({ body, request, reply }) =>
    withPassword(attempts, body.email, request, context, async () =>
      answer(await handOver(context.signIn, request, contract.signIn.path, body), reply),
    ),
  );
  publicRoute(app, context, contract.signOut, 300, async ({ request, reply }) =>
    answer(await handOver(context.signIn, request, contract.signOut.path, {}), reply),
  );
  userRoute(
    app,
    context,
    contract.changePassword,
    'read_companies',
    async ({ body, identity, request, reply }) => {
      requireSession(identity.session);
      return withPassword(attempts, identity.user.email, request, context, async () =>
        answer(
          await handOver(context.signIn, request, contract.changePassword.path, {
            ...body,
            revokeOtherSessions: true,
          }),
          reply,
        ),
      );
    },
  );
  userRoute(app, context, contract.getSession, 'read_companies', async ({ identity, request, reply }) => {
    requireSession(identity.session);
    return answer(await handOver(context.signIn, request, contract.getSession.path), reply);
  });
  userRoute(app, context, contract.listSessions, 'read_companies', async ({ identity, request, reply }) => {
    requireSession(identity.session);
    return answer(await handOver(context.signIn, request, contract.listSessions.path), reply);
  });
  userRoute(
    app,
    context,
    contract.revokeSession,
    'read_companies',
    async ({ body, identity, request, reply }) => {
      requireSession(identity.session);
      return answer(await handOver(context.signIn, request, contract.revokeSession.path, body), reply);
    },
  );
  userRoute(
    app,
    context,
    contract.revokeOtherSessions,
    'read_companies',
    async ({ identity, request, reply }) => {
      requireSession(identity.session);
      return answer(await handOver(context.signIn, request, contract.revokeOtherSessions.path, {}), reply);
    },
  );
}

/** Runs a check of a password within the limits on wrong ones. */
async function withPassword<Result>(
  attempts: Attempts,
  email: string,
  request: FastifyRequest,
  { now }: ServerContext,
  check: () => Promise<Result>,
): Promise<Result> {
  const account = email.trim().toLowerCase();
  attempts.take(account, request.ip, now());
  const result = await check();
  attempts.right(account, request.ip);
  return result;
}

function requireSession(session: unknown): void {
  if (session === null) throw new Refusal('unauthenticated', 'This needs a session: an API key has none.');
}

/** better-auth's good answer as it is, through the endpoint's schema; its refusals in our words. */
function answer<Body>(handed: Handed, reply: FastifyReply): Body {
  if (handed.status >= 200 && handed.status < 300) {
    setCookies(reply, handed);
    return handed.body as Body;
  }
  const code = (handed.body as { code?: string } | null)?.code;
  if (code === 'INVALID_PASSWORD') throw new Refusal('unprocessable', 'The current password is wrong.');
  if (handed.status === 401 || code === 'INVALID_EMAIL')
    throw new Refusal('unauthenticated', 'The e-mail address or the password is wrong.');
  throw new Error(`better-auth answered ${handed.status} ${code ?? ''}`);
}
