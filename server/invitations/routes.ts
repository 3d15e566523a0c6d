import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/invitations.ts';
import { audit } from '../access/audit.ts';
import { change } from '../access/change.ts';
import { createPassword } from '../access/passwords.ts';
import { publicRoute, userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { asOwner } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { startSession } from '../sign-in/start-session.ts';
import { inviteUser } from './invite-user.ts';
import { invitationOf } from './queries.ts';

export function addInvitationRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, now } = context;

  publicRoute(app, context, contract.getInvitation, 30, async ({ params }) => {
    const invitation = await asOwner(database, (tx) => invitationOf(tx, params.token, now()));
    if (!invitation) throw gone();
    const { name, email, workspaceName, expiresAt, reset } = invitation;
    return { name, email, workspace: workspaceName, expiresAt: expiresAt.toISOString(), reset };
  });

  publicRoute(app, context, contract.acceptInvitation, 30, async ({ params, body, request, reply }) => {
    const email = await asOwner(database, async (tx) => {
      const invitation = await invitationOf(tx, params.token, now());
      if (!invitation) throw gone();
      await createPassword(tx, invitation, body.password);
      const { workspace, user } = invitation;
      const action = invitation.reset ? 'choose password' : 'accept invitation';
      await audit(tx, { workspace, actor: user, action, subject: user });
      return invitation.email;
    });
    return { user: await startSession(context, request, reply, email, body.password) };
  });

  userRoute(app, context, contract.inviteUser, 'manage_users', async (call) => {
    const { identity, params, request } = call;
    const key = { workspace: identity.workspace, user: params.id };
    return change(context, call, [], async (tx) => {
      const { token, expiresAt } = await inviteUser(tx, key, identity.user.id, now());
      const home = context.url ?? `${request.protocol}://${request.host}`;
      return { link: new URL(`/invitations/${token}`, home).href, expiresAt: expiresAt.toISOString() };
    });
  });
}

/** The same for a wrong, a used and an old link. */
function gone(): Refusal {
  return new Refusal('not_found', 'This invitation is not valid, or no longer. Ask for a new one.');
}
