import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as contract from '../../contract/sign-in.ts';
import { identityOf, requireSession } from '../access/identity.ts';
import { publicRoute, userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { attemptWasRight, takeAttempt } from './attempts.ts';
import { type Handed, handOver, setCookies } from './hand-over.ts';
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.ts';

/** Sign-in by better-auth: only these of its routes, each behind our own checks. */
export function addSignInRoutes(app: FastifyInstance, context: ServerContext): void {
  publicRoute(app, context, contract.signIn, 300, async ({ body, request, reply }) =>
    withPassword(context, body.email, request, async () => {
      const handed = await handOver(context.signIn, request, contract.signIn.path, body);
      await requireActive(context, handed);
      return answer(handed, reply);
    }),
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
      requireSession(identity);
      return withPassword(context, identity.user.email, request, async () =>
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
  userRoute(app, context, contract.getSession, 'read_companies', async ({ identity }) => {
    const { id } = requireSession(identity);
    const session = (await ownSessions(context.database, id)).find((one) => one.id === id);
    // it may have ended since the request was let in
    if (!session) throw new Refusal('unauthenticated', 'This session has ended. Sign in again.');
    return { session };
  });
  userRoute(app, context, contract.listSessions, 'read_companies', ({ identity }) =>
    ownSessions(context.database, requireSession(identity).id),
  );
  userRoute(app, context, contract.revokeSession, 'read_companies', async ({ body, identity }) => {
    await endOwnSession(context.database, requireSession(identity).id, body.id);
    return { status: true };
  });
  userRoute(app, context, contract.revokeOtherSessions, 'read_companies', async ({ identity }) => {
    await endOtherSessions(context.database, requireSession(identity).id);
    return { status: true };
  });
}

/** Runs a check of a password within the limits on wrong ones. */
async function withPassword<Result>(
  { database, now }: ServerContext,
  email: string,
  request: FastifyRequest,
  check: () => Promise<Result>,
): Promise<Result> {
  const attempt = await takeAttempt(database, email.trim().toLowerCase(), request.ip, now());
  const result = await check();
  await attemptWasRight(database, attempt, now());
  return result;
}

/** Refuses a new session whose user is deactivated, and ends it: better-auth knows passwords, not who may use them. */
async function requireActive(
  { database, signIn }: ServerContext,
  { status, cookies }: Handed,
): Promise<void> {
  if (status !== 200) return;
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  if (await identityOf(database, signIn, { headers: { cookie } })) return;
  await database.pool.query(
    `delete from auth_session a using sign_ins s
       join users u on u.workspace_id = s.workspace_id and u.key = s."user" and u.deactivated
     where a."userId" = s.auth_user`,
  );
  throw new Refusal('unauthenticated', 'You have been deactivated here. Ask an administrator.');
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
